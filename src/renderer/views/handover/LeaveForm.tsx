/** @file What who sits here leaves to whoever comes: a sentence for each brand, kept as it is typed. */
import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react'
import type { HandoverView } from '../../../shared/domain/handover.ts'
import { leaveHandover } from '../../commands/handover.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import form from '../../ui/Form.module.css'
import styles from './Handover.module.css'

/** What is typed is kept so long after the last key, ms. */
const keepAfterMs = 400
const lettersAtMost = 500

type Kept = { typed: (brandId: string, text: string) => void; flush: () => Promise<void> }

/** Brings what is typed to core: soon after the last key, and at the latest when the form goes. */
function useKept(): Kept {
  const c = useConsole()
  const pending = useRef(new Map<string, string>())
  const cancel = useRef(() => {})
  const flush = useCallback(async () => {
    cancel.current()
    const all = [...pending.current]
    pending.current.clear()
    for (const [brandId, text] of all) await c.call('handover.draft', { brandId, text })
  }, [c])
  useEffect(() => () => c.attempt(flush), [c, flush])
  const typed = (brandId: string, text: string): void => {
    pending.current.set(brandId, text)
    cancel.current()
    cancel.current = c.clock.after(keepAfterMs, () => c.attempt(flush))
  }
  return { typed, flush }
}

export function LeaveForm({ view, onBack }: { view: HandoverView; onBack: () => void }) {
  const c = useConsole()
  const brands = useRows((rows) => rows.brands)
  const { typed, flush } = useKept()
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(view.brands.map(({ brandId, draft }) => [brandId, draft])),
  )
  const count = Object.values(texts).filter((text) => text.trim() !== '').length
  const leave = (event: FormEvent) => {
    event.preventDefault()
    c.attempt(async () => {
      await flush()
      await leaveHandover(c)
    })
  }
  return (
    <form className={styles['page']} onSubmit={leave}>
      <div className={styles['since']}>
        <p>{t('handover.leave.why')}</p>
      </div>
      <div className={styles['sentences']}>
        {view.brands.map(({ brandId }, at) => (
          <label key={brandId} className={form['label']}>
            {t('handover.leave.of', { brand: brands.find(({ id }) => id === brandId)?.name ?? '' })}
            <input
              className={styles['sentence']}
              dir="auto"
              autoFocus={at === 0}
              maxLength={lettersAtMost}
              value={texts[brandId] ?? ''}
              onChange={({ target: { value } }) => {
                setTexts((before) => ({ ...before, [brandId]: value }))
                typed(brandId, value)
              }}
            />
          </label>
        ))}
      </div>
      <footer className={styles['footer']}>
        <Button look="primary" type="submit" disabled={count === 0}>
          {t('handover.leave.do', { count })}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('app.back')}
        </Button>
      </footer>
    </form>
  )
}
