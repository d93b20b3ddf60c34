/** @file The rows of one line; each leads to where it is worked on. */
import type { HandoverRow } from '../../../shared/domain/handover.ts'
import { spent } from '../../money.ts'
import { fullTime, writtenAt } from '../../time.ts'
import { Tag } from '../../ui/Tag.tsx'
import { isMessage, t } from '../../words.ts'
import { useRows, useTimed } from '../console-context.ts'
import { DueChip } from '../DueChip.tsx'
import { jobWords } from '../job-words.ts'
import { Name, Plain, Runs } from '../Runs.tsx'
import type { LineRead } from './use-handover.ts'
import styles from './Handover.module.css'

type Of<K extends HandoverRow['kind']> = Extract<HandoverRow, { kind: K }>

function Ticket({ row: { card } }: { row: Of<'ticket'> }) {
  const time = useTimed((now) => writtenAt(now, card.messageAt))
  return (
    <>
      <span className={styles['who']}>
        <b>
          <Name name={card.customer.name} />
        </b>
        <span>{t('thread.handle', { username: card.customer.username })}</span>
        <Tag>{t(`status.${card.status}`)}</Tag>
        <span>{t('pane.number', { number: card.number })}</span>
        {card.dueAt !== null && <DueChip at={card.dueAt} card={card} />}
        <span className={styles['time']}>{time}</span>
      </span>
      <span className={styles['text']} dir="auto">
        <Runs runs={card.runs} inert />
      </span>
    </>
  )
}

function Job({ row: { job } }: { row: Of<'job'> }) {
  const state = useTimed((now) => jobWords(job, now))
  return (
    <>
      <span className={styles['who']}>
        <b>{t(`kind.${job.kind}`)}</b>
        <span>{t('release.as', { username: job.username })}</span>
        <span className={styles['time']}>{fullTime(job.scheduledAt ?? job.createdAt)}</span>
      </span>
      {job.text !== '' && (
        <span className={styles['text']} dir="auto">
          <Plain text={job.text} />
        </span>
      )}
      <span className={styles['bad']}>{state}</span>
    </>
  )
}

/** What a row of a line that is neither ticket nor message says, in two lines. */
function plainWords(row: Exclude<HandoverRow, Of<'ticket'> | Of<'job'>>): [title: string, more: string] {
  switch (row.kind) {
    case 'incident':
      return [
        row.title,
        row.overAt === null
          ? t('incident.since', { at: fullTime(row.openedAt) })
          : t('incident.over-since', { at: fullTime(row.overAt) }),
      ]
    case 'gap': {
      const key = `source.${row.source}`
      const span = { from: fullTime(row.fromAt), until: fullTime(row.toAt) }
      return [
        [t('thread.handle', { username: row.username }), isMessage(key) ? t(key) : row.source].join(
          t('app.separator'),
        ),
        t('handover.row.gap', span),
      ]
    }
    case 'handle':
      return [t('thread.handle', { username: row.username }), t('handover.row.handle')]
    case 'budget':
      return [
        row.name,
        t(`handover.row.budget.${row.level}`, {
          today: spent(row.today),
        }),
      ]
  }
}

function Plainly({ row }: { row: Parameters<typeof plainWords>[0] }) {
  const [title, more] = plainWords(row)
  return (
    <>
      <span className={styles['who']}>
        <b dir="auto">{title}</b>
      </span>
      <span className={styles['text']}>{more}</span>
    </>
  )
}

export function LineRows({
  read: { of, rows, count },
  onOpen,
}: {
  read: LineRead
  onOpen: (row: HandoverRow) => void
}) {
  const brand = useRows((all) => all.brands.find(({ id }) => id === of.brandId)?.name ?? '')
  return (
    <>
      <h3 className={styles['heading']}>
        {t('handover.rows.of', { brand, line: t(`handover.line.${of.line}`, { count }), count })}
      </h3>
      <ul className={styles['list']}>
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              data-stop=""
              data-row={row.kind}
              className={styles['row']}
              onClick={() => onOpen(row)}
            >
              {row.kind === 'ticket' ? (
                <Ticket row={row} />
              ) : row.kind === 'job' ? (
                <Job row={row} />
              ) : (
                <Plainly row={row} />
              )}
            </button>
          </li>
        ))}
      </ul>
      {count > rows.length && <p>{t('handover.rows.more', { count: count - rows.length })}</p>}
    </>
  )
}
