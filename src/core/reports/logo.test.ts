/** @file What may stand on a report as a logo is told by what is in it. */
import { expect, test } from 'vitest'
import { logoSize } from './logo.ts'

const png = (width: number, height: number, more = 0): Uint8Array => {
  const bytes = new Uint8Array(33 + more)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}
const start = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1]
const someTable = [0xff, 0xc4, 0, 5, 1, 2, 3]
/** A JPEG with a table and a note before its frame. */
const jpeg = (width: number, height: number): Uint8Array => {
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  return new Uint8Array([...start, ...someTable, 0xff, 0xff, 0xff, 0xc2, 0, 11, 8, ...size, 3, 0, 0, 0])
}
const code = (bytes: Uint8Array): string => {
  try {
    logoSize(bytes)
    return 'taken'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'thrown'
  }
}

test('a PNG and a JPEG say their size', () => {
  expect(logoSize(png(300, 120))).toEqual({ width: 300, height: 120 })
  expect(logoSize(jpeg(640, 300))).toEqual({ width: 640, height: 300 })
})

test('anything else is none, whatever it is called', () => {
  const text = (words: string) => new TextEncoder().encode(words)
  expect(code(text('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('logo.type')
  expect(code(text('GIF89a, as it were, and more of it'))).toBe('logo.type')
  expect(code(png(0, 10))).toBe('logo.type')
  expect(code(png(10, 10).subarray(0, 20))).toBe('logo.type')
  // A JPEG that ends before it says its size, and one whose segments lead nowhere.
  expect(code(jpeg(10, 10).subarray(0, 18))).toBe('logo.type')
  expect(code(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBe('logo.type')
})

test('one that unfolds to a wall is refused before anything decodes it', () => {
  expect(code(png(2_048, 2_048))).toBe('taken')
  expect(code(png(2_049, 10))).toBe('logo.too-large')
  expect(code(png(10, 4_000_000_000))).toBe('logo.too-large')
  expect(code(png(10, 10, 524_288))).toBe('logo.too-large')
})
