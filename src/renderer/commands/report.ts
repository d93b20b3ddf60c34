/** @file What is done with a report: files of it, and its delivery. */
import type { DeliveredView, Report, ReportAsked } from '../../shared/domain/report.ts'
import { reportCsv, ticketsCsv } from '../report-csv.ts'
import type { Console } from '../state/console.ts'
import { nextFrame } from '../state/next-frame.ts'
import { saveFile } from '../state/save-file.ts'
import { t } from '../words.ts'
import { always, type Runtime } from './runtime.ts'

const nameOf = ({ period }: ReportAsked, ending: string): string =>
  `${t('report.file')} ${period.from} ${period.until}.${ending}`

/** Every number that is on screen, as a file. */
export const saveReport = (c: Console, report: Report): void =>
  c.attempt(() => saveFile(c, { name: nameOf(report.asked, 'csv'), content: reportCsv(report) }))

/** One row per ticket, as a file. */
export const saveTickets = (c: Console, asked: ReportAsked): void =>
  c.attempt(async () => {
    const lines = await c.call('report.lines', asked)
    await saveFile(c, { name: nameOf(asked, 'tickets.csv'), content: ticketsCsv(lines) })
  })

/** The report laid out for paper, as a PDF. @param words a paragraph for the client */
export const printReport = (c: Console, report: Report, words: string): void =>
  c.attempt(async () => {
    c.session.setState({ printedReport: { report, words } })
    try {
      await nextFrame()
      const { saved } = await c.host.invoke('window.save-pdf', { name: nameOf(report.asked, 'pdf') })
      if (saved !== null) c.say(t('said.saved', { name: saved }))
    } finally {
      c.session.setState({ printedReport: null })
    }
  })

/** The brand that alone may be shown; null: all may. */
export const only = (c: Console): string | null => c.session.getState().onlyBrandId

/** Counts once more and freezes that. @returns what was frozen: files of it come from there */
export async function deliver(
  c: Console,
  asked: ReportAsked,
  words: string,
): Promise<{ delivered: DeliveredView; report: Report }> {
  const { reportId } = await c.call('report.deliver', { ...asked, words })
  c.say(t('said.report-delivered'))
  return c.call('report.show', { reportId, onlyBrandId: only(c) })
}

export const reportCommands = {
  'report.show': { when: always, run: (c) => c.session.setState({ overlay: { kind: 'report' } }) },
} as const satisfies Record<string, Runtime>
