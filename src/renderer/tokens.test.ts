/** @file The tokens keep their promise: every text is readable on every ground that it stands on. */
import { expect, test } from 'vitest'
import tokens from './tokens.css?raw'
import { contrast, light, type Oklch, type Rgb } from './ui/colour.ts'

function theme(name: string): Map<string, Oklch> {
  const block = new RegExp(`\\[data-theme='${name}'\\] \\{([^}]*)\\}`).exec(tokens)?.[1] ?? ''
  const found = block.matchAll(/--([a-z0-9-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)
  return new Map(
    [...found].map(([, key, l, c, h]) => [String(key), [Number(l), Number(c), Number(h)] as const]),
  )
}

const encode = (x: number) => (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055)
const decode = (x: number) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)
/** A tint of `share` over a ground, as a browser blends it. */
function tint(colour: Rgb, ground: Rgb, share: number): Rgb {
  const mix = (n: 0 | 1 | 2) => decode(encode(colour[n]) * share + encode(ground[n]) * (1 - share))
  return [mix(0), mix(1), mix(2)]
}

const grounds = ['bg-0', 'bg-1', 'bg-2', 'bg-3']
const texts = ['fg-1', 'fg-2', 'fg-3', 'accent', 'bad', 'warn', 'good', 'info']

test.each([
  ['dark', 4.5],
  ['light', 4.5],
  ['contrast', 7],
])('%s: text reaches %d:1 on every ground, tags on their own tint too', (name, least) => {
  const tokensOf = theme(name)
  const of = (key: string): Rgb => {
    const colour = tokensOf.get(key)
    expect(colour, key).toBeDefined()
    return light(colour ?? [0, 0, 0])
  }
  const weak: string[] = []
  for (const text of texts) {
    for (const ground of grounds) {
      if (contrast(of(text), of(ground)) < least) weak.push(`${text} on ${ground}`)
      const isTag = ['bad', 'warn', 'good', 'info'].includes(text) && ground !== 'bg-3'
      if (isTag && contrast(of(text), tint(of(text), of(ground), 0.14)) < least)
        weak.push(`tag ${text} on ${ground}`)
    }
  }
  for (const fill of ['bad', 'accent'])
    if (contrast(of(`on-${fill}`), of(fill)) < least) weak.push(`text on ${fill}`)
  expect(weak).toEqual([])
})
