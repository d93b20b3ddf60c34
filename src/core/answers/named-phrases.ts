/**
 * @file Words of several parts that people use as a shown name and that everybody writes: one of them in a sentence
 * tells of nobody. In the languages of the screen; each as `wordsOfName` takes it apart.
 */
const english = `thank you, many thanks, good morning, good afternoon, good evening, good night, happy birthday,
  happy new year, merry christmas, best regards, kind regards, customer service, customer support`
const german = `vielen dank, herzlichen dank, danke schön, guten morgen, guten tag, guten abend, gute nacht,
  alles gute, frohe weihnachten, viele grüße, liebe grüße, freundliche grüße`
const spanish = `muchas gracias, mil gracias, buenos días, buenas tardes, buenas noches, feliz cumpleaños,
  feliz navidad, un saludo, saludos cordiales, atención al cliente`
const japanese = 'ありがとう ございます, ありがとう ございました, おはよう ございます, お誕生日 おめでとう'

/** All of them, in small letters. */
export const commonPhrases: readonly string[] = [english, german, spanish, japanese].flatMap((phrases) =>
  phrases.split(/,\s+/u),
)
