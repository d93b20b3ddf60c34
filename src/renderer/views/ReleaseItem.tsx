/** @file One message of the release list: what it is, what changed since it was written, and what may become of it. */
import { Paperclip } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { HeldOfBrand, JobView } from '../../shared/domain/outbox.ts'
import { decide, hasWords, isUnapproved, reschedule, waysOf } from '../commands/job.ts'
import type { Console } from '../state/console.ts'
import { fullTime, writtenAt } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Tag } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { useConsole, useTimed } from './console-context.ts'
import { jobWords } from './job-words.ts'
import { isOld, releaseKeys, settleKeys } from './release-rules.ts'
import { Plain } from './Runs.tsx'
import { WhenField } from './WhenField.tsx'
import styles from './ReleaseList.module.css'

type Held = HeldOfBrand['jobs'][number]
type Props = {
  held: Held
  chosen: boolean
  onChosen: () => void
  place: (element: HTMLLIElement | null) => void
}

type Choice = { label: string; key: string | undefined; run: () => void }

/** The ways out of one that has not left. */
function releasing(c: Console, { job, asks }: Held, reschedule: () => void): Choice[] {
  const runs = {
    send: () => c.attempt(() => decide(c, job, isUnapproved(job) ? 'approve' : 'send-anyway', { asks })),
    reschedule,
    'to-draft': () => c.attempt(() => decide(c, job, 'to-draft', { stay: true })),
    drop: () => c.attempt(() => decide(c, job, 'drop')),
  }
  return (['send', 'reschedule', 'to-draft', 'drop'] as const)
    .filter((way) => way !== 'to-draft' || hasWords(job))
    .map((way) => ({
      label: t(way === 'send' && isUnapproved(job) ? 'settle.approve' : `release.${way}`),
      key: releaseKeys[way],
      run: runs[way],
    }))
}

/** The ways out of one that X refused, or may have. */
const settling = (c: Console, job: JobView): Choice[] =>
  waysOf(job).flatMap((way) =>
    way === 'reschedule'
      ? []
      : {
          label: t(`settle.${way}`),
          key: settleKeys[way],
          run: () => c.attempt(() => decide(c, job, way, { stay: true })),
        },
  )

export function ReleaseItem({ held, chosen, onChosen, place }: Props) {
  const c = useConsole()
  const { job, customer, asks, files } = held
  const kind =
    customer === null ? t(`kind.${job.kind}`) : t('release.kind', { kind: t(`kind.${job.kind}`), customer })
  const item = useRef<HTMLLIElement>(null)
  const [asking, setAsking] = useState(false)
  const old = useTimed((now) => (isOld(job, now) ? t('release.old') : ''))
  const time = useTimed((now) => writtenAt(now, job.createdAt))
  const state = useTimed((now) => jobWords(job, now))
  const isOver = job.state === 'refused' || job.state === 'unsure'
  const ways = isOver ? settling(c, job) : releasing(c, held, () => setAsking(true))
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || asking || event.ctrlKey || event.metaKey || event.altKey) return
    const way = ways.find((one) => one.key === event.key.toLowerCase())
    if (!way) return
    event.preventDefault()
    way.run()
  }
  return (
    <li
      ref={(element) => {
        item.current = element
        place(element)
      }}
      className={styles['item']}
      tabIndex={chosen ? 0 : -1}
      aria-label={t('release.item', { kind, username: job.username })}
      data-held={job.id}
      onFocus={onChosen}
      onKeyDown={keyDown}
    >
      <div className={styles['facts']}>
        <b>{kind}</b>
        <span>{t('release.as', { username: job.username })}</span>
        <span>{time}</span>
        {job.scheduledAt !== null && <Tag tone="info">{fullTime(job.scheduledAt)}</Tag>}
        {old !== '' && <Tag tone="warn">{old}</Tag>}
        {(isOver || job.state === 'missed') && <Tag tone="bad">{t(`job.${job.state}`)}</Tag>}
      </div>
      {job.text !== '' && (
        <p className={styles['text']} dir="auto">
          <Plain text={job.text} />
        </p>
      )}
      {files.length > 0 && (
        <p className={styles['files']}>
          <Paperclip size={12} aria-hidden="true" />
          {t('release.files', { count: files.length, names: files.map((file) => file.name).join(', ') })}
        </p>
      )}
      {isOver && <p className={styles['asks']}>{state}</p>}
      {asks.map((reason) => (
        <p key={reason} className={styles['asks']}>
          {t(`ask.${reason}`)}
        </p>
      ))}
      {asking ? (
        <WhenField
          verb={t('settle.reschedule')}
          onCancel={() => {
            setAsking(false)
            item.current?.focus()
          }}
          onChosen={(at) => c.attempt(() => reschedule(c, job, at))}
        />
      ) : (
        <div className={styles['ways']}>
          {ways.map((way, n) => (
            <Button
              key={way.label}
              look={n === 0 ? 'plain' : 'quiet'}
              tabIndex={chosen ? 0 : -1}
              aria-keyshortcuts={way.key}
              onClick={way.run}
            >
              {way.label} {way.key && <kbd className={styles['key']}>{way.key.toUpperCase()}</kbd>}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}
