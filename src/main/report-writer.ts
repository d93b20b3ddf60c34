/**
 * @file Makes the files of a delivered report: its page in a window that nobody sees, as a PDF, and the tables that this
 * page makes of the same numbers. Needs no window that somebody works in.
 */
import { basename } from 'node:path'
import type { BrowserWindow, WebContents } from 'electron'
import type { Clock } from '../shared/clock.ts'
import { Failure, fromWire, type WireFailure } from '../shared/errors.ts'
import type { WriteReport } from '../shared/host-protocol.ts'
import { allStand, writeNew } from './new-files.ts'
import { namesOf } from './report-names.ts'

/** A page takes a second or two; one that takes so long does not come. */
const pageMs = 90_000
/** A share far away may take its time; one that takes so long does not answer. */
const diskMs = 120_000

type Tables = { numbers: string; tickets: string }
/** What a page for paper says once it stands, or cannot. */
export type Page = { tables: Tables | null; failure: WireFailure | null }

export type ReportWriter = {
  /** @throws Failure `folder.*`, `disk.*`, `report.taken`, `print.failed`, or why the page could not be made */
  write(placeId: string, job: WriteReport): Promise<void>
  /** A page stands. Nothing happens for a window that nobody waits for. */
  stands(window: WebContents, page: Page): void
}

/** As `report-csv.ts` begins each table: with the mark of UTF-8. */
const tableBegins = '\uFEFF"'

export function reportWriter({
  open,
  pdf,
  clock,
}: {
  /** Opens a window with the page of a report, which nobody sees. @throws Failure `core.gone` */
  open(placeId: string, reportId: string): BrowserWindow
  /** What it has for paper. @throws Failure `print.failed` */
  pdf(page: WebContents): Promise<Buffer>
  clock: Pick<Clock, 'after'>
}): ReportWriter {
  const waiting = new Map<WebContents, (page: Page) => void>()

  const tablesOf = (page: WebContents): Promise<Tables> =>
    new Promise((resolve, reject) => {
      waiting.set(page, ({ tables, failure }) => {
        if (tables) resolve(tables)
        else reject(failure ? fromWire(failure) : new Failure('print.failed', {}, 'no tables'))
      })
    })

  async function made(page: WebContents): Promise<(string | Buffer)[]> {
    const { numbers, tickets } = await tablesOf(page)
    return [await pdf(page), numbers, tickets]
  }

  async function contentsOf(placeId: string, reportId: string): Promise<(string | Buffer)[]> {
    const window = open(placeId, reportId)
    const page = window.webContents
    let cancel = (): void => {}
    try {
      // Neither the page nor the printing of it ends by itself once the window is gone.
      const lost = new Promise<never>((_resolve, reject) => {
        const none = (why: string) => () => reject(new Failure('print.failed', {}, why))
        cancel = clock.after(pageMs, none('no page in time'))
        window.once('closed', none('its window was closed'))
        page.once('render-process-gone', none('its page died'))
      })
      return await Promise.race([made(page), lost])
    } finally {
      cancel()
      waiting.delete(page)
      if (!window.isDestroyed()) window.destroy()
    }
  }

  /** Folders whose disk has not answered yet. */
  const busy = new Set<string>()

  /**
   * A disk that does not answer is given up; what it writes all the same is found the next time. Until it answers it is
   * asked for nothing more: each question holds a thread, and two would write the same part.
   */
  async function inTime<T>(work: () => Promise<T>, { folder }: WriteReport): Promise<T> {
    const silent = new Failure('disk.failed', { what: basename(folder) })
    if (busy.has(folder)) throw silent
    busy.add(folder)
    let cancel = (): void => {}
    const late = new Promise<never>((_resolve, reject) => {
      cancel = clock.after(diskMs, () => reject(silent))
    })
    const settled = work().finally(() => busy.delete(folder))
    try {
      return await Promise.race([settled, late])
    } finally {
      cancel()
    }
  }

  return {
    async write(placeId, job) {
      const names = namesOf(job)
      const files = [
        { name: names.pdf, begins: '%PDF-' },
        { name: names.numbers, begins: tableBegins },
        { name: names.tickets, begins: tableBegins },
      ]
      // The end before the word of it: they are there, and core has not heard.
      if (await inTime(() => allStand(job.folder, files), job)) return
      const contents = await contentsOf(placeId, job.reportId)
      const whole = files.map((file, n) => ({ ...file, content: contents[n] ?? '' }))
      await inTime(() => writeNew(job.folder, whole), job)
    },
    stands: (window, page) => waiting.get(window)?.(page),
  }
}
