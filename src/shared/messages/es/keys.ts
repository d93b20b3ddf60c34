/** @file Spanish words of the page where keys are chosen. */
import type { Translated } from '../translated.ts'
import type { keyMessages as english } from '../en/keys.ts'

export const keyMessages: Translated<typeof english> = {
  'keys.preset': 'Teclas como en',
  'keys.preset.switchboard': 'Switchboard',
  'keys.preset.gmail': 'Gmail',
  'keys.preset.tweetdeck': 'TweetDeck',
  'keys.preset.vim': 'Vim, con números',
  'keys.characters': 'Letras y signos solos',
  'keys.characters.plain': 'son teclas',
  'keys.characters.after-leader': 'son teclas tras {leader}',
  'keys.characters.off': 'no son teclas (para dictado por voz)',
  'keys.search': 'Buscar comandos y teclas',
  'keys.export': 'Guardar en archivo',
  'keys.import': 'Importar de un archivo',
  'keys.reset': 'Todo como al principio',
  'keys.out': 'Quitar {key} de «{title}»',
  'keys.add': 'Otra tecla para «{title}»',
  'keys.back': 'Las teclas originales de «{title}»',
  'keys.press': 'Pulse la tecla nueva…',
  'keys.taken': 'Esta tecla ya es de: {titles}.',
  'keys.take': 'Quitarla de allí',
  'keys.trouble.publishes': 'Lo que publica lleva Ctrl o Cmd en su tecla, para que nadie lo haga sin querer.',
  'keys.trouble.reserved': 'Su sistema, o la escritura de texto, necesita esta tecla.',
  'keys.trouble.closes': 'Esc siempre cierra lo que está abierto.',
  'said.keys.imported': 'Teclas importadas de {name}',
}
