/** @file Brings what a window has for paper into a file. */
import { BrowserWindow, type WebContents } from 'electron'
import { Failure } from '../shared/errors.ts'
import { groundColor } from './theme.ts'

/**
 * What a window has for paper, as a PDF on A4. The margins of its pages have the colour of the window's ground, which is
 * white meanwhile.
 * @throws Failure `print.failed`
 */
export async function pageAsPdf(page: WebContents): Promise<Buffer> {
  const window = BrowserWindow.fromWebContents(page)
  window?.setBackgroundColor('#ffffff')
  try {
    return await page.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      margins: { top: 0.5, bottom: 0.5, left: 0.5, right: 0.5 },
      generateTaggedPDF: true,
    })
  } catch (error) {
    throw new Failure('print.failed', {}, error instanceof Error ? error.message : String(error))
  } finally {
    if (window && !window.isDestroyed()) window.setBackgroundColor(groundColor())
  }
}
