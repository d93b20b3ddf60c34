/** @file How large a picture says it is, by the head of its file alone: decodes nothing. Pure. */

/** Pixels. */
export type PictureSize = { width: number; height: number }

/** The first chunk of a PNG is its head, with the size at fixed places. */
function sizeOfPng(bytes: Uint8Array): PictureSize | null {
  const head = String.fromCharCode(...bytes.subarray(12, 16))
  if (bytes.length < 33 || head !== 'IHDR') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Markers of a JPEG that begin a frame: all of C0 to CF but those for tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** A JPEG is a row of segments; one of them says the size. */
function sizeOfJpeg(bytes: Uint8Array): PictureSize | null {
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

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const jpeg = [0xff, 0xd8, 0xff]
const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte)

/** Null: neither a PNG nor a JPEG with a size. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const size = begins(bytes, png) ? sizeOfPng(bytes) : begins(bytes, jpeg) ? sizeOfJpeg(bytes) : null
  return size && size.width >= 1 && size.height >= 1 ? size : null
}
