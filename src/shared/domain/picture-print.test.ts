import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printHeight, printOf, printWidth, sameAs } from './picture-print.ts'

/** A picture by the light of each of its points, 0 to 255. */
const picture = (light: (x: number, y: number) => number): Uint8ClampedArray => {
  const rgba = new Uint8ClampedArray(printWidth * printHeight * 4)
  for (let y = 0; y < printHeight; y++)
    for (let x = 0; x < printWidth; x++) {
      const value = light(x, y)
      rgba.set([value, value, value, 255], (y * printWidth + x) * 4)
    }
  return rgba
}
const drawn = (lights: readonly number[]) => picture((x, y) => lights[y * printWidth + x] ?? 0)
const points = printWidth * printHeight
const anyLights = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: points, maxLength: points })

test('a ramp that falls to the right is all ones; one that rises, or is even, all zeros', () => {
  expect(printOf(picture((x) => 255 - x * 10))).toBe('f'.repeat(64))
  expect(printOf(picture((x) => x * 10))).toBe('0'.repeat(64))
  expect(printOf(picture(() => 128))).toBe('0'.repeat(64))
})

test('the bits stand row by row, left to right', () => {
  const dark = picture((x, y) => (y === 1 && x === 5 ? 0 : 200))
  // Clearly lighter than its neighbour: the point to the left of the dark one, the fifth of the second row.
  expect(printOf(dark)).toBe(`${'0'.repeat(4)}08${'0'.repeat(58)}`)
})

test('property: a copy saved anew is the same picture, whatever it shows', () => {
  // What is nearly even may tip either way; a picture whose points differ clearly has none of that.
  const clear = anyLights.map((lights) => lights.map((light) => Math.round(light / 32) * 32))
  fc.assert(
    fc.property(clear, fc.array(fc.integer({ min: -1, max: 1 }), { minLength: points }), (lights, noise) => {
      const copy = lights.map((light, at) => light + (noise[at] ?? 0))
      expect(sameAs(printOf(drawn(lights)))(printOf(drawn(copy)))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('property: another picture is none', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 2 }), ([a = 0, b = 1]) => {
      const scattered = (seed: number) =>
        picture((x, y) => Math.abs(Math.sin(seed * 9.7 + x * 78.233 + y * 37.719) * 43_758.5) % 256)
      expect(sameAs(printOf(scattered(a % 10_000)))(printOf(scattered(b % 10_000)))).toBe(
        a % 10_000 === b % 10_000,
      )
    }),
    { numRuns: 60 },
  )
})

test('two nearly empty pictures are not taken for one', () => {
  const empty = printOf(picture(() => 250))
  expect(sameAs(empty)(empty)).toBe(false)
  const line = printOf(picture((x) => (x === 8 ? 0 : 250)))
  expect(sameAs(line)(line)).toBe(false)
})
