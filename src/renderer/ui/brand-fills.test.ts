/** @file The fills are told apart by everyone, in numbers. Vision by Machado, Oliveira and Fernandes (2009), severity 1. */
import { expect, test } from 'vitest'
import { brandFills } from './brand-fills.ts'
import { contrast, ink, light, paper, textOn, type Oklch, type Rgb } from './colour.ts'

type Matrix = readonly [Rgb, Rgb, Rgb]
const usual: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]
const visions: Readonly<Record<string, Matrix>> = {
  usual,
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
/** Grounds and alarm colours of both themes, as `tokens.css` has them. */
const grounds: readonly Oklch[] = [
  [0.195, 0.009, 264],
  [0.16, 0.008, 264],
  [0.965, 0.003, 264],
  [0.99, 0.002, 264],
]
const alarms: readonly Oklch[] = [
  [0.7, 0.19, 25],
  [0.81, 0.15, 80],
  [0.49, 0.19, 25],
  [0.47, 0.105, 70],
]

function seen(colour: Oklch, vision: Matrix): Rgb {
  const [r, g, b] = light(colour)
  const row = (weights: Rgb) => Math.min(1, Math.max(0, weights[0] * r + weights[1] * g + weights[2] * b))
  const [red, green, blue] = [row(vision[0]), row(vision[1]), row(vision[2])]
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

const apart = (one: Oklch, other: Oklch, vision: Matrix) => {
  const [a, b] = [seen(one, vision), seen(other, vision)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

test('there are twelve', () => {
  expect(brandFills).toHaveLength(12)
})

test.each(Object.entries(visions))('with %s vision every two are far apart', (_name, vision) => {
  for (const [n, one] of brandFills.entries()) {
    for (const other of brandFills.slice(n + 1)) {
      expect(apart(one, other, vision), `${String(one)} and ${String(other)}`).toBeGreaterThan(0.1)
    }
  }
})

test('each stands out from the grounds of both themes and from the colours of alarm', () => {
  for (const fill of brandFills) {
    for (const other of [...grounds, ...alarms]) {
      expect(apart(fill, other, usual), `${String(fill)} and ${String(other)}`).toBeGreaterThan(0.1)
    }
  }
})

test('text on each reaches 4.5:1 in black or white', () => {
  for (const fill of brandFills) {
    const text = textOn(fill) === 'ink' ? ink : paper
    expect(contrast(light(text), light(fill)), String(fill)).toBeGreaterThanOrEqual(4.5)
  }
})
