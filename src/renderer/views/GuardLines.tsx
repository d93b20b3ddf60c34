/**
 * @file What the guard rails saw, above the send button: one line each, with the better way. When core kept a message
 * back they take the focus; over what may go out with a reason leads a field for it, and Enter, never the send key.
 */
import { CircleAlert, Info, OctagonX } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Exposed, Finding, Override, Severity } from '../../shared/domain/guard.ts'
import { guardBetterId, guardExposedId, guardLinesId } from '../commands/go.ts'
import { nameInSentence } from '../overrides.ts'
import { Button } from '../ui/Button.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { mediaAddress } from '../ui/media-address.ts'
import { t } from '../words.ts'
import { useCommand } from './console-context.ts'
import { guardWords } from './guard-words.ts'
import styles from './GuardLines.module.css'

const icons: Readonly<Record<Severity, typeof Info>> = { stop: OctagonX, ask: CircleAlert, warn: Info }
/** A reason says something. */
const reasonAtLeast = 3

export type GuardWays = {
  /** Moves the text into the direct message; null where there is none. */
  toDm: (() => void) | null
  /** Chooses the words that were seen, so that the next key writes over them. */
  change: (finding: Finding) => void
  takeOff: (attachmentId: string) => void
}

/** What one key does about the first finding that knows a better way. */
export function betterWay(findings: readonly Finding[], ways: GuardWays): (() => void) | null {
  for (const finding of findings) {
    if (finding.better === 'to-dm' && ways.toDm) return ways.toDm
    const { attachmentId } = finding.values
    if (finding.better === 'take-off' && typeof attachmentId === 'string')
      return () => ways.takeOff(attachmentId)
    if (finding.where && finding.where.attachmentId === null) return () => ways.change(finding)
  }
  return null
}

/** The picture that a guard saw, large enough to be known. */
function Seen({ finding: { guard, values } }: { finding: Finding }) {
  const { media } = values
  if (guard !== 'foreign-picture' || typeof media !== 'string') return null
  return <img src={mediaAddress(media)} alt={t('guard.picture')} className={styles['picture']} />
}

function Line({ finding, ways, isFirst }: { finding: Finding; ways: GuardWays; isFirst: boolean }) {
  const { aria, keys } = useCommand('guard.better')
  const Icon = icons[finding.severity]
  const way = betterWay([finding], ways)
  const better =
    finding.better === 'take-off' || (finding.better === 'to-dm' && ways.toDm) ? finding.better : 'change'
  return (
    <li className={styles['line']} data-severity={finding.severity}>
      <Icon size={14} aria-label={t(`guard.severity.${finding.severity}`)} />
      <Seen finding={finding} />
      <span className={styles['words']}>{guardWords(finding)}</span>
      {way && (
        <Button
          look="quiet"
          onClick={way}
          {...(isFirst ? { id: guardBetterId, 'aria-keyshortcuts': aria } : {})}
        >
          {t(`guard.better.${better}`)}
          {isFirst && <Kbd keys={keys} />}
        </Button>
      )}
    </li>
  )
}

function Reason({ onSend, onBack }: { onSend: (reason: string) => void; onBack: () => void }) {
  const [reason, setReason] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const ready = reason.trim().length >= reasonAtLeast
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onBack()
  }
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    // The send key, held down or pressed once more, is never a reason.
    if (!event.ctrlKey && !event.metaKey && !event.repeat && ready) onSend(reason)
  }
  return (
    <div className={styles['reason']} onKeyDown={escape}>
      <input
        onKeyDown={enter}
        ref={field}
        className={styles['field']}
        value={reason}
        maxLength={500}
        aria-label={t('guard.why')}
        placeholder={t('guard.why')}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button look="quiet" onClick={onBack}>
        {t('guard.back')}
      </Button>
      <Button look="danger" disabled={!ready} onClick={() => onSend(reason)}>
        {t('guard.send')}
      </Button>
    </div>
  )
}

/** The customer's own public post tells too much: they can be asked to delete it. */
export function ExposedLine({ exposed, name, onAsk }: { exposed: Exposed; name: string; onAsk: () => void }) {
  const { aria, keys } = useCommand('guard.ask-to-delete')
  const what = exposed.kinds.map((kind) => t(`guard.kind.${kind}`)).join(', ')
  return (
    <div className={styles['guards']}>
      <div className={styles['line']} data-severity="warn">
        <CircleAlert size={14} aria-label={t('guard.severity.warn')} />
        <span className={styles['words']}>{t('guard.exposed', { name: nameInSentence(name), what })}</span>
        <Button look="quiet" id={guardExposedId} aria-keyshortcuts={aria} onClick={onAsk}>
          {t('guard.exposed.ask')}
          <Kbd keys={keys} />
        </Button>
      </div>
    </div>
  )
}

type Props = {
  findings: readonly Finding[]
  ways: GuardWays
  /** Core kept the message back. */
  isKept: boolean
  onSend: (override: Override) => void
  onBack: () => void
  /** Several texts are looked at side by side: its keys lead to none of them. */
  isOneOfMany?: boolean
}

export function GuardLines({ findings, ways, isKept, onSend, onBack, isOneOfMany = false }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const isStopped = findings.some(({ severity }) => severity === 'stop')
  const asks = findings.filter(({ severity }) => severity === 'ask')
  useEffect(() => {
    if (isKept && isStopped) list.current?.focus()
  }, [isKept, isStopped])
  if (findings.length === 0) return null
  const first = findings.find((finding) => betterWay([finding], ways) !== null)
  return (
    <section className={styles['guards']} aria-label={t('guard.label')} data-kept={isKept}>
      <ul
        {...(isOneOfMany ? {} : { id: guardLinesId })}
        ref={list}
        className={styles['lines']}
        tabIndex={-1}
        role="list"
        aria-live="polite"
      >
        {findings.map((finding) => (
          <Line key={finding.key} finding={finding} ways={ways} isFirst={finding === first && !isOneOfMany} />
        ))}
      </ul>
      {isKept && isStopped && <p className={styles['no-way']}>{t('guard.no-way')}</p>}
      {isKept && !isStopped && asks.length > 0 && (
        <Reason
          onSend={(reason) => onSend({ findings: asks.map(({ key }) => key), reason: reason.trim() })}
          onBack={onBack}
        />
      )}
    </section>
  )
}
