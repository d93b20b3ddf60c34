/** @file One message of the release list: what it is, what changed since it was written, and what may become of it. */
import { useRef, useState, type KeyboardEvent } from 'react'
import type { HeldOfBrand } from '../../shared/domain/outbox.ts'
import { decide, hasWords, isUnapproved, reschedule } from '../commands/job.ts'
import { fullTime, writtenAt } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Tag } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { useConsole, useTimed } from './console-context.ts'
import { isOld, releaseKeys } from './release-rules.ts'
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

export function ReleaseItem({ held, chosen, onChosen, place }: Props) {
  const c = useConsole()
  const { job, customer, asks } = held
  const kind =
    customer === null ? t(`kind.${job.kind}`) : t('release.kind', { kind: t(`kind.${job.kind}`), customer })
  const item = useRef<HTMLLIElement>(null)
  const [asking, setAsking] = useState(false)
  const old = useTimed((now) => (isOld(job, now) ? t('release.old') : ''))
  const time = useTimed((now) => writtenAt(now, job.createdAt))
  const ways = {
    send: () => c.attempt(() => decide(c, job, isUnapproved(job) ? 'approve' : 'send-anyway', { asks })),
    reschedule: () => setAsking(true),
    'to-draft': () => c.attempt(() => decide(c, job, 'to-draft', { stay: true })),
    drop: () => c.attempt(() => decide(c, job, 'drop')),
  }
  const offered = hasWords(job)
    ? (['send', 'reschedule', 'to-draft', 'drop'] as const)
    : (['send', 'reschedule', 'drop'] as const)
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || asking || event.ctrlKey || event.metaKey || event.altKey) return
    const way = offered.find((one) => releaseKeys[one] === event.key.toLowerCase())
    if (!way) return
    event.preventDefault()
    ways[way]()
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
        {job.state === 'missed' && <Tag tone="bad">{t('job.missed')}</Tag>}
      </div>
      {job.text !== '' && (
        <p className={styles['text']} dir="auto">
          <Plain text={job.text} />
        </p>
      )}
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
          {offered.map((way) => (
            <Button
              key={way}
              look={way === 'send' ? 'plain' : 'quiet'}
              tabIndex={chosen ? 0 : -1}
              aria-keyshortcuts={releaseKeys[way]}
              onClick={ways[way]}
            >
              {t(way === 'send' && isUnapproved(job) ? 'settle.approve' : `release.${way}`)}{' '}
              <kbd className={styles['key']}>{releaseKeys[way].toUpperCase()}</kbd>
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}
