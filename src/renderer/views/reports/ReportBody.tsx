/** @file A report as it is read, on screen and on paper: figures, times, shares, hours, rows, and what is left out. */
import type { Report, ReportCell } from '../../../shared/domain/report.ts'
import { spent } from '../../money.ts'
import { fullTime } from '../../time.ts'
import { t } from '../../words.ts'
import { Behind, type OpenCell } from './Behind.tsx'
import { DayChart, MixChart } from './Charts.tsx'
import { figureValue, languageName, moved, count, share } from './figure-words.ts'
import { HeatTable } from './HeatTable.tsx'
import { RowTable } from './RowTable.tsx'
import { Section } from './Section.tsx'
import { TimeTable } from './TimeTable.tsx'
import styles from './Reports.module.css'

function Figures({ report, open }: { report: Report; open: OpenCell }) {
  return (
    <dl className={styles['figures']}>
      {report.figures.map((figure) => {
        const title = t(`report.figure.${figure.id}`)
        return (
          <div key={figure.id} className={styles['figure']} title={t(`report.means.${figure.id}`)}>
            <dt>{title}</dt>
            <dd>
              <Behind cell={{ of: 'figure', id: figure.id }} title={title} open={open}>
                {figureValue(figure)}
              </Behind>
              <small>
                {figure.id === 'csat'
                  ? t('report.csat.of', { count: figure.of })
                  : moved(figure.value, figure.before)}
              </small>
            </dd>
          </div>
        )
      })}
      {report.spend && (
        <div className={styles['figure']} title={t('report.means.spend')}>
          <dt>{t('report.figure.spend')}</dt>
          <dd>
            <span>{spent(report.spend.micros)}</span>
            <small>
              {report.spend.perResolved === null
                ? t('report.spend.none')
                : t('report.spend.per', { amount: spent(report.spend.perResolved) })}
            </small>
          </dd>
        </div>
      )}
    </dl>
  )
}

type Share = { cell: ReportCell; title: string; tickets: number; before: number }

function ShareTable({ head, shares, open }: { head: string; shares: readonly Share[]; open: OpenCell }) {
  if (shares.length === 0) return <p className={styles['why']}>{t('report.cell.none')}</p>
  const all = shares.reduce((sum, { tickets }) => sum + tickets, 0)
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('report.figure.tickets')}</th>
          <th scope="col">{t('report.share')}</th>
          <th scope="col">{t('report.before')}</th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ cell, title, tickets, before }) => (
          <tr key={title}>
            <th scope="row" dir="auto">
              {title}
            </th>
            <td>
              <Behind cell={cell} title={title} open={open}>
                {count(tickets)}
              </Behind>
            </td>
            <td>{share(tickets, all)}</td>
            <td>{count(before)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Shares({ report, open }: { report: Report; open: OpenCell }) {
  return (
    <>
      <Section title={t('report.categories')} why={t('report.categories.why')}>
        <MixChart categories={report.categories} />
        <ShareTable
          head={t('report.category')}
          open={open}
          shares={report.categories.map(({ category, ...row }) => ({
            ...row,
            cell: { of: 'category', category },
            title: category === null ? t('report.unknown') : t(`category.${category}`),
          }))}
        />
      </Section>
      <Section title={t('report.languages')}>
        <ShareTable
          head={t('report.language')}
          open={open}
          shares={report.languages.map(({ lang, ...row }) => ({
            ...row,
            cell: { of: 'language', lang },
            title: languageName(lang),
          }))}
        />
      </Section>
      <Section title={t('report.reach')}>
        <ShareTable
          head={t('report.reach')}
          open={open}
          shares={report.reach.map(({ reach, ...row }) => ({
            ...row,
            cell: { of: 'reach', reach },
            title: reach === null ? t('report.unknown') : t(`rule.reach.${reach}`),
          }))}
        />
      </Section>
    </>
  )
}

function Incidents({ report, open }: { report: Report; open: OpenCell }) {
  if (report.incidents.length === 0) return null
  return (
    <Section title={t('report.incidents')}>
      <ul className={styles['lines']}>
        {report.incidents.map(({ id, title, openedAt, overAt, tickets }) => (
          <li key={id}>
            <b dir="auto">{title}</b>{' '}
            {overAt === null
              ? t('report.incident.on', { from: fullTime(openedAt) })
              : t('report.incident.over', { from: fullTime(openedAt), until: fullTime(overAt) })}{' '}
            <Behind cell={{ of: 'incident', id }} title={title} open={open}>
              {t('report.incident.tickets', { count: tickets })}
            </Behind>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Guards({ report }: { report: Report }) {
  if (report.guards.length === 0) return null
  return (
    <Section title={t('report.guards')} why={t('report.guards.why')}>
      <ul className={styles['lines']}>
        {report.guards.map(({ guard, heldBack, overridden }) => (
          <li key={guard}>
            {t('report.guard', { name: t(`guard.name.${guard}`), held: heldBack, over: overridden })}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What is not in the numbers, or not in all of them, and what they were counted from. */
function Limits({ report, open }: { report: Report; open: OpenCell }) {
  return (
    <Section title={t('report.limits')}>
      <ul className={styles['lines']}>
        {report.isOpen && <li>{t('report.limits.open')}</li>}
        {report.brands.map(({ id, name, zone }) => (
          <li key={id}>{t('report.limits.zone', { name, zone })}</li>
        ))}
        {report.gaps.length === 0 && <li>{t('report.limits.no-gaps')}</li>}
        {report.gaps.map(({ handle, source, from, until, closed }) => (
          <li key={`${handle} ${source} ${from}`}>
            {t('report.limits.gap', {
              handle,
              from: fullTime(from),
              until: fullTime(until),
              closed: String(closed),
            })}
          </li>
        ))}
        {report.excluded.map(({ why, tickets }) => (
          <li key={why}>
            <Behind
              cell={{ of: 'excluded', why }}
              title={t(`report.excluded.${why}`, { count: tickets })}
              open={open}
            >
              {t(`report.excluded.${why}`, { count: tickets })}
            </Behind>
          </li>
        ))}
        {report.erased > 0 && <li>{t('report.limits.erased', { count: report.erased })}</li>}
        <li>{t('report.limits.day')}</li>
      </ul>
    </Section>
  )
}

/** What each number means, for those who read the report without the program. */
function Meanings({ report }: { report: Report }) {
  return (
    <Section title={t('report.meanings')}>
      <ul className={styles['lines']}>
        {report.figures.map(({ id }) => (
          <li key={id}>
            <b>{t(`report.figure.${id}`)}</b> {t(`report.means.${id}`)}
          </li>
        ))}
        {report.spend && (
          <li>
            <b>{t('report.figure.spend')}</b> {t('report.means.spend')}
          </li>
        )}
      </ul>
    </Section>
  )
}

export function ReportBody({ report, open }: { report: Report; open: OpenCell }) {
  return (
    <div className={styles['body']}>
      <Figures report={report} open={open} />
      <Section title={t('report.times')} why={t('report.means.times')}>
        <TimeTable times={report.times} open={open} />
        <p className={styles['why']}>{t('report.means.clocks')}</p>
        <p className={styles['why']}>{t('report.means.kinds')}</p>
      </Section>
      <Section title={t('report.days')}>
        <DayChart days={report.days} />
      </Section>
      <Section title={t('report.hours')} why={t('report.hours.why')}>
        <HeatTable heat={report.heat} open={open} />
      </Section>
      <Shares report={report} open={open} />
      {(['brand', 'agent', 'tag'] as const).map((by) => (
        <RowTable key={by} by={by} rows={report.rowsBy[by]} open={open} />
      ))}
      <Incidents report={report} open={open} />
      <Guards report={report} />
      <Limits report={report} open={open} />
      {open === null && <Meanings report={report} />}
    </div>
  )
}
