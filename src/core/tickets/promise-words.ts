/**
 * @file What a message of ours promises by when: a sentence in which we say that we will, and an instant that a library
 * finds in it. English, German, Spanish, French. Pure; a promise that is not found can be noted by hand.
 */
import type { ParsedResult } from 'chrono-node'
import { parse as parseGerman } from 'chrono-node/de'
import { GB } from 'chrono-node/en'
import { parse as parseSpanish } from 'chrono-node/es'
import { parse as parseFrench } from 'chrono-node/fr'
import { Temporal } from 'temporal-polyfill'

export type FoundPromise = {
  /** The sentence that makes it. */
  words: string
  dueAt: number
}

type Tongue = {
  /** We will, or you will be told. */
  says: RegExp
  /** We will not, or cannot. */
  unsays: RegExp
  /** `by 5` is an hour only after these words; chrono wants to read them otherwise. */
  spelled: (sentence: string) => string
  parse: (text: string, ref: { instant: Date; timezone: number }) => ParsedResult[]
}

const tongues: readonly Tongue[] = [
  {
    says: /\b(?:we|i|i've asked|someone|a colleague|our team|the team|a courier|it)(?:['’]ll| will| shall| promise|['’]re going to| are going to|['’]m going to)\b|\byou(?:['’]ll| will) (?:hear|have|get|receive|know)\b|\bexpect (?:an? )?(?:update|reply|answer|call|news)\b/iu,
    unsays: /\b(?:can['’]?t|cannot|can not|won['’]?t|will not|unable|not (?:be able|promise))\b/iu,
    spelled: (text) =>
      text
        .replace(
          /\b(?:by )?(?:the )?(?:end of (?:the |business )?day|eod|close of business)\b/giu,
          'today at 18:00',
        )
        .replace(
          /\b(?:by|before|until|till|no later than) (?=\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm|o['’]clock|\b))/giu,
          'at ',
        )
        .replace(/\bwithin the (?:next )?hour\b/giu, 'in 1 hour'),
    parse: (text, ref) => GB.parse(text, ref, { forwardDate: true }),
  },
  {
    says: /\b(?:wir|ich)\b[^.!?]*\b(?:melden?|gebe[n]?|schicken?|senden?|antworten?|informieren?|kümmern?|rufen?|liefern?|klären?|sagen?|schreiben?|prüfen?|haben)\b|\b(?:melden?|geben?) (?:wir|ich)\b|\b(?:sie|du) (?:hören|hörst|bekommen|bekommst|erhalten|erhältst)\b/iu,
    unsays: /\b(?:nicht|kein|keine|keinen|leider nicht)\b/iu,
    spelled: (text) =>
      text
        .replace(/\bbis (?:zum )?(?:feierabend|ende des tages)\b/giu, 'heute um 18:00')
        .replace(/\b(?:bis|vor|gegen|spätestens um|bis spätestens) (?=\d{1,2}(?:[:.]\d{2})? ?uhr)/giu, 'um ')
        .replace(/\binnerhalb (?:von |der nächsten )?/giu, 'in '),
    parse: (text, ref) => parseGerman(text, ref, { forwardDate: true }),
  },
  {
    says: /\b(?:te|le|os|les|lo|la)? ?(?:avisa|informa|responde|contesta|escribi|contacta|llama|di|confirma|actualiza|envia|enviá|da|volve)r?(?:emos|é)\b|\bvamos a\b|\b(?:recibir|tendr)(?:ás|á|éis|án)\b/iu,
    unsays: /\bno (?:podemos|puedo|podremos)\b/iu,
    spelled: (text) =>
      text
        .replace(/\bantes de las? (?=\d)/giu, 'a las ')
        .replace(/\bal final del día\b/giu, 'hoy a las 18:00'),
    parse: (text, ref) => parseSpanish(text, ref, { forwardDate: true }),
  },
  {
    says: /\b(?:nous|on|je)\b[^.!?]*\b(?:tien(?:drons|dra|drai)|répond(?:rons|ra|rai)|recontacter(?:ons|a|ai)|enver(?:rons|ra|rai)|donner(?:ons|a|ai)|informer(?:ons|a|ai)|appeler(?:ons|a|ai)|rappeler(?:ons|a|ai)|revien(?:drons|dra|drai)|vérifier(?:ons|a|ai)|allons)\b|\bvous (?:recevrez|aurez)\b/iu,
    unsays: /\bne (?:pouvons|peux|pourrons)\b/iu,
    spelled: (text) =>
      text
        .replace(/\b(?:avant|d['’]ici) (?=\d{1,2} ?h)/giu, 'à ')
        .replace(/\bd['’]ici la fin de la journée\b/giu, "aujourd'hui à 18h"),
    parse: (text, ref) => parseFrench(text, ref, { forwardDate: true }),
  },
]

/** A day that was named without an hour ends then. */
const endOfDay = 18
/** What is further away is talk of something else. */
const furthestMs = 60 * 24 * 60 * 60_000

const sentencesOf = (text: string): string[] =>
  [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map(({ segment }) =>
    segment.trim(),
  )

/**
 * The first promise that a message makes; null without one.
 * @param at when it was written, epoch ms · @param zone the brand's, IANA
 */
export function promiseIn(text: string, at: number, zone: string): FoundPromise | null {
  for (const sentence of sentencesOf(text)) {
    if (sentence.endsWith('?')) continue
    for (const tongue of tongues) {
      if (!tongue.says.test(sentence) || tongue.unsays.test(sentence)) continue
      const dueAt = instantIn(tongue, sentence, at, zone)
      if (dueAt !== null) return { words: sentence.slice(0, 200), dueAt }
    }
  }
  return null
}

function instantIn(tongue: Tongue, sentence: string, at: number, zone: string): number | null {
  const written = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const ref = { instant: new Date(at), timezone: written.offsetNanoseconds / 60e9 }
  const found = tongue.parse(tongue.spelled(sentence), ref).map((result) => zoned(result, written, zone))
  const ahead = found.filter((dueAt) => dueAt > at && dueAt <= at + furthestMs)
  return ahead.length === 0 ? null : Math.min(...ahead)
}

/** What was found, on the calendar of the brand's zone: its clock may change in between. */
function zoned({ start }: ParsedResult, written: Temporal.ZonedDateTime, zone: string): number {
  const isSpan = start.isCertain('second') || start.isCertain('timezoneOffset')
  if (isSpan) return start.date().getTime()
  const hasHour = start.isCertain('hour')
  const named = start.get('hour') ?? endOfDay
  // Nobody means five in the morning with a bare “by 5”.
  const hour = !hasHour
    ? endOfDay
    : !start.isCertain('meridiem') && named >= 1 && named <= 7
      ? named + 12
      : named
  const due = Temporal.PlainDateTime.from({
    year: start.get('year') ?? written.year,
    month: start.get('month') ?? written.month,
    day: start.get('day') ?? written.day,
    hour,
    minute: hasHour ? (start.get('minute') ?? 0) : 0,
  }).toZonedDateTime(zone)
  const namesDay = start.isCertain('day') || start.isCertain('weekday')
  const today = namesDay ? due : due.with({ year: written.year, month: written.month, day: written.day })
  const isOver = Temporal.ZonedDateTime.compare(today, written) <= 0
  return (namesDay || !isOver ? today : today.add({ days: 1 })).epochMilliseconds
}
