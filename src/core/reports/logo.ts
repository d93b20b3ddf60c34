/** @file Whether a file is a picture that may stand on a report, by what is in it. Decodes nothing. Pure. */
import { logoBytesAtMost, logoSideAtMost } from '../../shared/domain/report-delivery.ts'
import { Failure } from '../../shared/errors.ts'
import { sniff } from '../media/sniff.ts'

type Size = { width: number; height: number }

/** The first chunk of a PNG is its head, with the size at fixed places. */
function sizeOfPng(bytes: Uint8Array): Size | null {
  const head = String.fromCharCode(...bytes.subarray(12, 16))
  if (bytes.length < 33 || head !== 'IHDR') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Markers of a JPEG that begin a frame: all of C0 to CF but those for tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** A JPEG is a row of segments; one of them says the size. */
function sizeOfJpeg(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 9 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    // Any marker may be preceded by filling.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    const length = view.getUint16(at + 2)
    if (length < 2) return null
    at += 2 + length
  }
  return null
}

/** @returns its size in pixels. @throws Failure `logo.type`, `logo.too-large` */
export function logoSize(bytes: Uint8Array): Size {
  const type = sniff(bytes)
  const size = type === 'image/png' ? sizeOfPng(bytes) : type === 'image/jpeg' ? sizeOfJpeg(bytes) : null
  if (size === null || size.width < 1 || size.height < 1) throw new Failure('logo.type', {})
  if (bytes.length > logoBytesAtMost || Math.max(size.width, size.height) > logoSideAtMost)
    throw new Failure('logo.too-large', { kilobytes: logoBytesAtMost / 1_024, side: logoSideAtMost })
  return size
}
