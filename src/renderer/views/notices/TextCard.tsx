/** @file The text of one brand within its frame: who speaks, how long it is, what the guard rails say, when it leaves. */
import { useRef, type ReactNode } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import type { Override } from '../../../shared/domain/guard.ts'
import { fromWire } from '../../../shared/errors.ts'
import { limits, weight } from '../../state/weight.ts'
import { dayAndTimeIn } from '../../time.ts'
import { brandFill } from '../../ui/brand-fills.ts'
import { BrandSquare } from '../../ui/BrandSquare.tsx'
import { css } from '../../ui/colour.ts'
import { t, wireFailureWords } from '../../words.ts'
import { GuardLines } from '../GuardLines.tsx'
import { useGuards } from '../use-guards.ts'
import type { Typed } from './typed.ts'
import form from '../../ui/Form.module.css'
import styles from './Notices.module.css'

type Props = {
  brand: BrandView
  username: string
  typed: Typed
  /** Epoch ms; null: after the hold. */
  leavesAt: number | null
  onText: (text: string) => void
  /** Sends this one in spite of what the guards asked. */
  onSend: (override: Override) => void
  /** What is chosen for this brand beside its text. */
  children?: ReactNode
}

const noFiles: readonly never[] = []

export function TextCard({ brand, username, typed, leavesAt, onText, onSend, children }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const { text, failure } = typed
  const isKept = failure !== null && fromWire(failure).is('guard.stopped')
  const { findings } = useGuards({ kind: 'compose', brandId: brand.id }, text, noFiles, isKept)
  const length = weight('public', text)
  const name = t('thread.handle', { username })
  return (
    <section
      className={styles['card']}
      data-brand={brand.id}
      style={{ '--b': css(brandFill(brand.fill)) }}
      aria-label={t('notice.card', { brand: brand.name, name })}
    >
      <div className={styles['band']}>
        <BrandSquare initials={brand.initials} fill={brand.fill} />
        <b>{brand.name}</b>
        <span>{name}</span>
        {children}
      </div>
      <textarea
        ref={field}
        className={styles['text']}
        dir="auto"
        rows={3}
        maxLength={2_000}
        value={text}
        aria-label={t('notice.text', { name })}
        onChange={(event) => onText(event.target.value)}
      />
      <div className={styles['under']}>
        <span className={length > limits.public ? form['bad'] : undefined}>
          {t('composer.count', { count: length, limit: limits.public })}
        </span>
        <span>
          {leavesAt === null
            ? t('notice.leaves.now')
            : t('notice.leaves', { at: dayAndTimeIn(leavesAt, brand.hours.zone), zone: brand.hours.zone })}
        </span>
      </div>
      <GuardLines
        isOneOfMany
        findings={findings}
        isKept={isKept}
        ways={{
          toDm: null,
          change({ where }) {
            field.current?.focus()
            if (where) field.current?.setSelectionRange(where.start, where.end)
          },
          takeOff: () => {},
        }}
        onSend={onSend}
        onBack={() => {
          onText(text)
          field.current?.focus()
        }}
      />
      {failure !== null && !isKept && (
        <p className={form['bad']} role="alert">
          {wireFailureWords(failure)}
        </p>
      )}
    </section>
  )
}
