/**
 * @file A client's logo and colour as a page draws them. Pictures are decoded here, in the window, and drawn on a canvas:
 * no address leads to them.
 */
import { pictureSize } from '../../shared/domain/picture-size.ts'
import { logoSideAtMost, type ClientLook } from '../../shared/domain/report-delivery.ts'
import { Failure } from '../../shared/errors.ts'
import { contrast, light, lightOfHex, paper } from '../ui/colour.ts'

/** A look whose picture is ready to be drawn. */
export type DrawnLook = {
  clientName: string
  accent: string | null
  logo: ImageBitmap | null
}

/** Text needs so much against its ground; WCAG 2.2, 1.4.3. */
const textContrast = 4.5

/** Whether words in this colour can be read on white; otherwise it is for rules and bars alone. */
export const isForWords = (accent: string): boolean =>
  contrast(lightOfHex(accent), light(paper)) >= textContrast

/** @returns the picture null where it cannot be drawn */
export async function drawnLook({ clientName, accent, logo }: ClientLook): Promise<DrawnLook> {
  const drawn = logo && (await createImageBitmap(new Blob([logo.bytes.slice()])).catch(() => null))
  return { clientName, accent, logo: drawn }
}

/** How large a logo is kept, pixels: three times what paper shows of it. */
const kept = { width: 720, height: 300 }

/** A picture is decoded whole before it is made small: a few bytes may say that they are gigabytes. */
const taken = { bytes: 10 * 1_048_576, side: 8_000 }

/**
 * A picture of somebody's as it is kept: small, a PNG, and without whatever else stood in the file.
 * @returns null for what is no picture that a window can draw
 * @throws Failure `logo.too-large`
 */
export async function logoFrom(file: Blob): Promise<Uint8Array | null> {
  const tooLarge = new Failure('logo.too-large', { kilobytes: taken.bytes / 1_024, side: taken.side })
  if (file.size > taken.bytes) throw tooLarge
  const size = pictureSize(new Uint8Array(await file.arrayBuffer()))
  if (size === null) return null
  if (Math.max(size.width, size.height) > taken.side) throw tooLarge
  const whole = await createImageBitmap(file).catch(() => null)
  if (!whole) return null
  const by = Math.min(1, kept.width / whole.width, kept.height / whole.height)
  const [width, height] = [
    Math.max(1, Math.round(whole.width * by)),
    Math.max(1, Math.round(whole.height * by)),
  ]
  const canvas = new OffscreenCanvas(Math.min(width, logoSideAtMost), Math.min(height, logoSideAtMost))
  const context = canvas.getContext('2d')
  if (!context) return null
  context.imageSmoothingQuality = 'high'
  context.drawImage(whole, 0, 0, canvas.width, canvas.height)
  whole.close()
  const png = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await png.arrayBuffer())
}
