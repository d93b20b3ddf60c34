/** @file What is done with a report: files of it, its delivery, and what is delivered by itself. */
import type { DeliveredView, Report, ReportAsked } from '../../shared/domain/report.ts'
import { contentCsv, reportCsv, ticketsCsv } from '../report-csv.ts'
import { drawnLook } from '../state/client-look.ts'
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

/** The same as it was when the report was delivered. */
export const saveDeliveredTickets = (c: Console, { id, asked }: DeliveredView): void =>
  c.attempt(async () => {
    const lines = await c.call('report.delivered-lines', { reportId: id, onlyBrandId: only(c) })
    await saveFile(c, { name: nameOf(asked, 'tickets.csv'), content: ticketsCsv(lines) })
  })

/** One row per ticket with what was written; core counts it. Resolves once that is done, saved or not. */
export async function saveContent(c: Console, asked: ReportAsked): Promise<void> {
  const exported = await c.call('report.content', asked)
  await saveFile(c, { name: nameOf(asked, 'tickets.csv'), content: contentCsv(exported) })
}

/** The look of the client of a report, ready to be drawn; null where it is of several. */
export async function lookOf(c: Console, report: Report) {
  const look = await c.call('client.look', { brandIds: report.brands.map(({ id }) => id) })
  return look && drawnLook(look)
}

/** The report laid out for paper, as a PDF. @param words a paragraph for the client */
export const printReport = (c: Console, report: Report, words: string): void =>
  c.attempt(async () => {
    const look = await lookOf(c, report)
    c.session.setState({ printedReport: { report, words, look } })
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

/** Opens what is delivered by itself to a client. @param back the reports are opened again behind it */
export const showDelivery = (c: Console, clientId: string | null, back: boolean): void =>
  c.session.setState({ overlay: { kind: 'report-delivery', clientId, back } })

export const reportCommands = {
  'report.show': { when: always, run: (c) => c.session.setState({ overlay: { kind: 'report' } }) },
  'report.schedule': { when: always, run: (c) => showDelivery(c, null, false) },
} as const satisfies Record<string, Runtime>
