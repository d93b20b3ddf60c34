/**
 * @file Finds postal addresses by how streets are named in English, German, French, Spanish, Italian, Portuguese and
 * Dutch, with a house number, and by British post codes. Pure. Every repetition is bounded.
 */

/** Up to three words before the kind of street: "Upper Saint John". */
const name = String.raw`(?:[\p{Lu}][\p{L}'’.-]{0,24} ){1,3}`
const house = String.raw`\d{1,5}(?: ?[a-zA-Z]\b)?`
const english =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Close|Crescent|Boulevard|Blvd|Terrace|Square|Sq|Way|Place|Pl|Gardens|Grove|Highway|Hwy|Parkway|Pkwy'

const patterns: readonly RegExp[] = [
  // 12 Baker Street, 221B Upper Baker St
  new RegExp(String.raw`\b${house},? ${name}(?:${english})\b\.?`, 'gu'),
  // Hauptstraße 12, Lange Gasse 4a, Kerkstraat 12
  /(?:\p{Lu}[\p{L}-]{1,24} (?=gasse)|\p{Lu}[\p{L}-]{2,24})(?:straße|strasse|str\.|gasse|allee|platz|straat|laan|gracht|plein) ?\d{1,4}(?: ?[a-z]\b)?/giu,
  /\b(?:Straße|Strasse|Weg|Gasse|Allee|Ring) (?:\p{L}{1,20} ){0,3}\d{1,4}[a-z]?\b/gu,
  /\b\p{Lu}[\p{L}-]{2,24}weg \d{1,4}[a-z]?\b/gu,
  // 12 rue de la Paix, 4 bis avenue Foch
  /\b\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|quai|impasse|allée|chemin|cours) (?:[\p{L}'’-]{1,20} ){0,4}[\p{L}'’-]{2,24}/giu,
  // Calle Mayor 5, Via Roma, 12, Rua das Flores 100
  /\b(?:calle|avenida|paseo|plaza|via|viale|corso|piazza|rua|travessa|largo)(?: [\p{L}'’.-]{1,20}){1,4},? (?:n[.ºo°]{0,2} ?)?\d{1,4}\b/giu,
  // SW1A 1AA
  /\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b/gu,
]

/** @returns where addresses stand, in UTF-16 offsets; overlapping ones as they were found */
export function addressesIn(text: string): { start: number; end: number }[] {
  // A house has a number.
  if (!/\d/u.test(text)) return []
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
  )
}
