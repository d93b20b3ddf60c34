/**
 * @file How a picture looks, read where it is drawn: only a window, which is locked away from everything else, decodes
 * what strangers send.
 */
import { printHeight, printOf, printWidth, type PicturePrint } from '../../shared/domain/picture-print.ts'

/** @returns null for what cannot be drawn: a film, a broken file */
export async function drawnPrint(picture: Blob | HTMLImageElement): Promise<PicturePrint | null> {
  const size = { resizeWidth: printWidth, resizeHeight: printHeight, resizeQuality: 'high' } as const
  const small = await createImageBitmap(picture, size).catch(() => null)
  const canvas = new OffscreenCanvas(printWidth, printHeight).getContext('2d', { willReadFrequently: true })
  if (!small || !canvas) return null
  // What can be seen through has no light of its own: it stands on white, as on most screens.
  canvas.fillStyle = '#fff'
  canvas.fillRect(0, 0, printWidth, printHeight)
  canvas.drawImage(small, 0, 0)
  small.close()
  return printOf(canvas.getImageData(0, 0, printWidth, printHeight).data)
}
