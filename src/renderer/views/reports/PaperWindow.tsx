/** @file A window that nobody sees: the page of a delivered report, which main makes a PDF of, and its tables. */
import { useEffect } from 'react'
import type { ReportAsked, TicketLine } from '../../../shared/domain/report.ts'
import { Failure, toWire } from '../../../shared/errors.ts'
import { lookOf } from '../../commands/report.ts'
import { reportCsv, ticketsCsv } from '../../report-csv.ts'
import type { Console } from '../../state/console.ts'
import { useConsole, useRows, useSession } from '../console-context.ts'
import { PrintedReport } from './PrintedReport.tsx'

/** Of a report from before tickets were kept with it, those of today stand in. */
async function linesOf(c: Console, reportId: string, asked: ReportAsked): Promise<TicketLine[]> {
  try {
    return await c.call('report.delivered-lines', { reportId, onlyBrandId: null })
  } catch (error) {
    if (error instanceof Failure && error.is('report.no-lines')) return c.call('report.lines', asked)
    throw error
  }
}

export function PaperWindow() {
  const c = useConsole()
  const view = useSession((session) => session.view)
  const reportId = view.kind === 'paper' ? view.reportId : null
  const isOpen = useSession((session) => session.workspace.state === 'open')
  const hasBrands = useRows((rows) => rows.brands.length > 0)
  useEffect(() => {
    if (reportId === null || !isOpen || !hasBrands) return
    const make = async () => {
      const { delivered, report } = await c.call('report.show', { reportId, onlyBrandId: null })
      const lines = await linesOf(c, reportId, report.asked)
      const look = await lookOf(c, report)
      c.session.setState({ printedReport: { report, words: delivered.words, look } })
      // Drawn at once: nobody sees this window, so no frame of it may ever come.
      await new Promise((done) => setTimeout(done))
      return { numbers: reportCsv(report), tickets: ticketsCsv(lines) }
    }
    make().then(
      (tables) => c.attempt(() => c.host.invoke('paper.stands', { tables, failure: null })),
      (error: unknown) => {
        const failure = toWire(error instanceof Failure ? error : new Failure('print.failed', {}))
        c.attempt(() => c.host.invoke('paper.stands', { tables: null, failure }))
      },
    )
  }, [c, reportId, isOpen, hasBrands])
  return <PrintedReport />
}
