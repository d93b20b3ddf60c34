import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

test.each([
  ['en', 'Hello, my parcel was supposed to arrive yesterday and it is still not here'],
  ['de', 'Guten Tag, mein Paket sollte gestern ankommen und ist immer noch nicht da'],
  ['es', 'Hola, mi paquete debería haber llegado ayer y todavía no está aquí'],
  ['fr', 'Bonjour, mon colis devait arriver hier et il n’est toujours pas là'],
  ['pt', 'Olá, minha encomenda deveria ter chegado ontem e ainda não está aqui'],
  ['ja', '荷物がまだ届かない'],
])('%s: %s', (lang, text) => expect(languageOf(text)).toBe(lang))

test('a few letters are not enough to tell', () => {
  expect(languageOf('ok')).toBeNull()
  expect(languageOf('7KX2P4')).toBeNull()
})
