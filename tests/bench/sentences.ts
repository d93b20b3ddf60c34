/** @file Made-up words of customers and brands, as long and as mixed as support posts are. */
import type { Chance } from './seeded.ts'

const openings: Record<string, readonly string[]> = {
  en: [
    'my flight to Boston was cancelled and nobody at the gate can tell me what happens now',
    'still no connection since Sunday, third router, same red light',
    'the parcel says delivered but there is nothing at my door &amp; the neighbours have not seen it',
    'charged twice for one order, again. Can somebody please look into this?',
    'is line 7 running tonight? The sign at the stop says &quot;no service&quot;',
  ],
  de: [
    'seit heute Morgen geht bei mir gar nichts mehr, weder Telefon noch Internet',
    'mein Koffer ist immer noch nicht da, die Nummer am Schalter führt ins Leere',
    'die Rechnung für März stimmt nicht, bitte einmal prüfen',
  ],
  es: [
    'llevo tres días esperando una respuesta y nadie me contesta al teléfono',
    'mi pedido llegó roto 😡 y la página no me deja pedir la devolución',
  ],
  pt: [
    'a internet caiu de novo aqui no bairro, alguma previsão de volta?',
    'meu voo mudou de horário e o aplicativo não mostra nada 🙏',
  ],
  ja: [
    '荷物がまだ届いていません。追跡番号では配達済みになっています。',
    '今日の電車は動いていますか？駅の案内が消えています',
  ],
}

const closings = [
  'Thanks.',
  'This is the second time this week!',
  'Anyone?',
  'Booking reference is in my DMs 🙏',
  'I have been a customer for eleven years.',
  '😤😤',
  'Please advise &lt;asap&gt;',
  '',
]

const answers = [
  'we are sorry about this. Our team is looking into it right now and we will come back to you within the hour.',
  'thanks for telling us! Could you send us your booking reference in a direct message?',
  'that should not happen. It is fixed now: please switch your router off and on once.',
  'your refund is on its way, it takes three to five working days. Sorry for the wait!',
]

/** A customer's words, and their language. */
export function complaint(chance: Chance): { text: string; lang: string } {
  const lang = chance.one(['en', 'en', 'en', 'en', 'en', 'de', 'es', 'pt', 'ja'])
  const rare = `case ${chance.whole(90_000) + 10_000}`
  const words = [chance.one(openings[lang] ?? answers), rare, chance.one(closings)]
  if (chance.next() < 0.3) words.splice(1, 0, chance.one(openings[lang] ?? answers))
  return { text: words.join(' ').trim(), lang }
}

/** A brand's words. */
export const answer = (chance: Chance): string => chance.one(answers)
