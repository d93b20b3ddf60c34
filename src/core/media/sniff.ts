/**
 * @file What a file really is, by its first bytes. Names, types and addresses say what somebody wants it to be. Pure.
 */
import type { MediaKind, MediaType } from '../../shared/domain/media.ts'

/** How many bytes are enough to tell. */
export const sniffLength = 32

/** How far the file type box of a film is believed, bytes; ours has a few brands, not a page of them. */
const longestTypeBox = 1_024

const starts = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte)

const word = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))

/**
 * The type of a file that begins so; null for everything that is neither shown nor sent, SVG, HTML and XML among it.
 * @param bytes the first `sniffLength` of the file, or all of a shorter one
 */
export function sniff(bytes: Uint8Array): MediaType | null {
  if (bytes.length < 12) return null
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (word(bytes, 0) === 'GIF8' && (bytes[4] === 0x37 || bytes[4] === 0x39) && bytes[5] === 0x61)
    return 'image/gif'
  if (word(bytes, 0) === 'RIFF' && word(bytes, 8) === 'WEBP') return 'image/webp'
  const box = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0)
  if (word(bytes, 4) !== 'ftyp' || box < 12 || box > longestTypeBox) return null
  const brand = word(bytes, 8)
  if (brand === 'qt  ') return 'video/quicktime'
  return /^(isom|iso[2-9]|mp4[12]|avc1|dash|M4V |MSNV|mmp4|f4v )$/.test(brand) ? 'video/mp4' : null
}

/** What a file of that type is to X. */
export const kindOfType = (type: MediaType): MediaKind =>
  type === 'image/gif' ? 'gif' : type.startsWith('image/') ? 'photo' : 'video'
