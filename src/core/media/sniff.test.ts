/** @file What counts as a picture or film: the first bytes decide, and nothing that a browser could run passes. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sniff } from './sniff.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text.padEnd(32, '\0'), 'latin1')

test.each([
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['GIF89a', 'image/gif'],
  ['GIF87a', 'image/gif'],
  ['RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
  ['\0\0\0\x20ftypisom', 'video/mp4'],
  ['\0\0\0\x18ftypmp42', 'video/mp4'],
  ['\0\0\0\x14ftypqt  ', 'video/quicktime'],
])('%j is %s', (head, type) => {
  expect(sniff(bytes(head))).toBe(type)
})

test.each([
  '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
  '<?xml version="1.0"?><svg/>',
  '<!DOCTYPE html><html></html>',
  '\xef\xbb\xbf<svg/>',
  '  <html>',
  '%PDF-1.7',
  'PK\x03\x04',
  'RIFF\x10\0\0\0WAVEfmt ',
  'GIF88a',
  '\0\0\0\x20ftypheic',
  '\0\0\x20\0ftypisom',
  '\x1aE\xdf\xa3',
  '',
])('%j is nothing that is shown', (head) => {
  expect(sniff(bytes(head))).toBeNull()
  expect(sniff(Buffer.from(head, 'latin1'))).toBeNull()
})

test('no text is ever taken for a picture, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 0, maxLength: 64 }), (text) => {
      expect(sniff(Buffer.from(`<${text}`))).toBeNull()
    }),
  )
})

test('what follows the first bytes changes nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (rest) => {
      expect(sniff(Buffer.concat([bytes('\x89PNG\r\n\x1a\n'), rest]))).toBe('image/png')
    }),
  )
})
