/** @file Whether a file is a picture that may stand on a report, by what is in it. Decodes nothing. Pure. */
import { pictureSize, type PictureSize } from '../../shared/domain/picture-size.ts'
import { logoBytesAtMost, logoSideAtMost } from '../../shared/domain/report-delivery.ts'
import { Failure } from '../../shared/errors.ts'

/** @returns its size in pixels. @throws Failure `logo.type`, `logo.too-large` */
export function logoSize(bytes: Uint8Array): PictureSize {
  const size = pictureSize(bytes)
  if (size === null) throw new Failure('logo.type', {})
  if (bytes.length > logoBytesAtMost || Math.max(size.width, size.height) > logoSideAtMost)
    throw new Failure('logo.too-large', { kilobytes: logoBytesAtMost / 1_024, side: logoSideAtMost })
  return size
}
