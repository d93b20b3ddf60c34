/** @file Brings what a window has for paper onto paper, or into a file. */
import type { WebContents } from 'electron'
import { Failure } from '../shared/errors.ts'

/**
 * Asks through the dialog of the system, and prints.
 * @returns whether it was printed: false when the person said no
 * @throws Failure `print.failed`
 */
export const printPage = (window: Pick<WebContents, 'print'>): Promise<boolean> =>
  new Promise((resolve, reject) => {
    window.print({ silent: false, printBackground: false }, (printed, reason) => {
      if (printed) resolve(true)
      // What the engine calls it when somebody closes the dialog.
      else if (/cancel/iu.test(reason)) resolve(false)
      else reject(new Failure('print.failed', {}, reason))
    })
  })

/** What a window has for paper, as a PDF on A4. @throws Failure `print.failed` */
export async function pageAsPdf(window: Pick<WebContents, 'printToPDF'>): Promise<Buffer> {
  try {
    return await window.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      margins: { top: 0.5, bottom: 0.5, left: 0.5, right: 0.5 },
      generateTaggedPDF: true,
    })
  } catch (error) {
    throw new Failure('print.failed', {}, error instanceof Error ? error.message : String(error))
  }
}
