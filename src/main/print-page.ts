/** @file Prints what a window has for paper. */
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
