/** @file Finds characters that turn the direction of text around: they let a name pose as another one. Pure. */

const names: Readonly<Record<string, string>> = {
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
}

export type Part = { kind: 'text'; text: string } | { kind: 'override'; name: string }

/** `text` cut at each such character; the characters themselves become names. */
export function splitOverrides(text: string): Part[] {
  return text
    .split(/([\u202a-\u202e\u2066-\u2069])/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = names[piece]
      return name === undefined ? { kind: 'text', text: piece } : { kind: 'override', name }
    })
}
