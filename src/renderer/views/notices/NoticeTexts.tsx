/** @file The texts of one act over several brands, when they leave, and the button that names who speaks. */
import { useState, type ReactNode } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import type { Override } from '../../../shared/domain/guard.ts'
import type { NoticeWritten } from '../../../shared/domain/notice.ts'
import { unfilledIn } from '../../../shared/domain/macro-text.ts'
import type { WireFailure } from '../../../shared/errors.ts'
import { limits, weight } from '../../state/weight.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { useWhen } from '../WhenField.tsx'
import { leavesOf } from './leaving.ts'
import { TextCard } from './TextCard.tsx'
import { useTexts, type About, type Target } from './use-texts.ts'
import form from '../../ui/Form.module.css'
import styles from './Notices.module.css'

/** One text as it is sent. */
export type Item = {
  target: Target
  text: string
  scheduledAt: number | null
  pins: boolean
  override?: Override
}

type Props = {
  about: About
  targets: readonly Target[]
  /** Texts that agents wrote before, by key. */
  given?: ReadonlyMap<string, string>
  /** What is above the texts is whole. */
  isReady: boolean
  /** What is chosen for one of them beside its text. */
  beside?: (target: Target) => ReactNode
  /** Why no text stands here. */
  none: string
  /** @param actId the same for all that this form sends: core writes nothing of it twice */
  send: (items: readonly Item[], actId: string) => Promise<readonly NoticeWritten[]>
  onCancel: () => void
  /** @param left those that core kept back; none: it is done */
  onSent: (left: readonly string[]) => void
}

const noneGiven: ReadonlyMap<string, string> = new Map()

export function NoticeTexts({
  about,
  targets,
  given = noneGiven,
  isReady,
  beside,
  none,
  send,
  onCancel,
  onSent,
}: Props) {
  const c = useConsole()
  const brands = useRows((rows) => rows.brands)
  const texts = useTexts(about, targets, given)
  const [actId] = useState(() => crypto.randomUUID())
  const [when, setWhen] = useState('')
  const [isOwnZone, setOwnZone] = useState(false)
  const [pins, setPins] = useState(true)
  const [busy, setBusy] = useState(false)
  const { at, understood } = useWhen(when)
  const brandOf = (id: string): BrandView | undefined => brands.find((brand) => brand.id === id)
  const leaves = (target: Target): number | null =>
    leavesOf(at, brandOf(target.brandId)?.hours.zone ?? 'UTC', isOwnZone)
  const fits = ({ key }: Target): boolean => {
    const { text } = texts.of(key)
    return text.trim() !== '' && weight('public', text) <= limits.public && unfilledIn(text).length === 0
  }
  const ready =
    isReady &&
    !texts.isLate &&
    targets.length > 0 &&
    targets.every(fits) &&
    (when.trim() === '' || at !== null)
  const post = (which: readonly Target[], override?: Override) => {
    if (busy) return
    setBusy(true)
    c.attempt(async () => {
      try {
        const items = which.map((target) => ({
          target,
          text: texts.of(target.key).text.trim(),
          scheduledAt: leaves(target),
          pins,
          ...(override ? { override } : {}),
        }))
        const written = await send(items, actId)
        const failures = new Map<string, WireFailure>()
        for (const [n, { failure }] of written.entries()) {
          const key = which[n]?.key
          if (key !== undefined && failure !== null) failures.set(key, failure)
        }
        texts.refuse(failures)
        const done = written.length - failures.size
        c.say(t('said.notice.written', { count: done, kept: failures.size }), { undoable: done > 0 })
        const others = targets.filter((one) => !which.includes(one)).map(({ key }) => key)
        onSent([...others, ...failures.keys()])
      } finally {
        setBusy(false)
      }
    })
  }
  return (
    <>
      {targets.length === 0 && <p>{none}</p>}
      <div className={styles['cards']}>
        {targets.map((target) => {
          const brand = brandOf(target.brandId)
          return (
            brand && (
              <TextCard
                key={target.key}
                brand={brand}
                username={target.username}
                typed={texts.of(target.key)}
                leavesAt={leaves(target)}
                onText={(text) => texts.type(target.key, text)}
                onSend={(override) => post([target], override)}
              >
                {beside?.(target)}
              </TextCard>
            )
          )
        })}
      </div>
      <Field label={t('notice.when')} value={when} onText={setWhen} />
      <p className={styles['understood']} aria-live="polite">
        {when.trim() === '' ? t('notice.when.now') : understood}
      </p>
      {when.trim() !== '' && targets.length > 1 && (
        <label className={form['radio']}>
          <input type="checkbox" checked={isOwnZone} onChange={() => setOwnZone(!isOwnZone)} />
          {t('notice.own-zone')}
        </label>
      )}
      <label className={form['radio']}>
        <input type="checkbox" checked={pins} onChange={() => setPins(!pins)} />
        {t('notice.pins')}
      </label>
      <div className={form['actions']}>
        <Button onClick={onCancel}>{t('app.cancel')}</Button>
        <Button look="primary" disabled={!ready || busy} onClick={() => post(targets)}>
          {t(when.trim() === '' ? 'notice.post' : 'notice.schedule', {
            count: targets.length,
            names: targets
              .slice(0, 3)
              .map(({ username }) => t('thread.handle', { username }))
              .join(', '),
          })}
        </Button>
      </div>
    </>
  )
}
