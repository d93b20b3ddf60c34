/** @file How far the past of a handle is read: each source, what it cost, pause, go on, stop. */
import type { BackfillPart, BackfillView } from '../../shared/domain/backfill.ts'
import { Button } from '../ui/Button.tsx'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { partWords, pastWords } from './past-words.ts'
import form from '../ui/Form.module.css'
import styles from './PastProgress.module.css'

/** The ways on for a reading that is not at its end. */
export function PastActions({ view }: { view: BackfillView }) {
  const c = useConsole()
  const { handleId, username, state } = view
  const act = (method: 'backfill.pause' | 'backfill.resume' | 'backfill.cancel') => () =>
    c.attempt(async () => {
      await c.call(method, { handleId })
      c.apply.backfills()
    })
  if (state !== 'running' && state !== 'paused') return null
  return (
    <>
      <Button
        look="quiet"
        aria-label={t(state === 'running' ? 'backfill.pause.name' : 'backfill.resume.name', { username })}
        onClick={act(state === 'running' ? 'backfill.pause' : 'backfill.resume')}
      >
        {t(state === 'running' ? 'backfill.pause' : 'backfill.resume')}
      </Button>
      <Button
        look="quiet"
        aria-label={t('backfill.cancel.name', { username })}
        onClick={act('backfill.cancel')}
      >
        {t('backfill.cancel')}
      </Button>
    </>
  )
}

function Part({ part }: { part: BackfillPart }) {
  const source = t(`source.${part.source}`)
  const { items, expected, state } = part
  const whole = state === 'done' ? 1 : Math.max(expected ?? 0, items)
  return (
    <li className={styles['part']}>
      <span className={styles['kind']}>{source}</span>
      <progress
        className={styles['bar']}
        aria-label={t('backfill.bar', { source })}
        {...(whole === 0 ? {} : { value: state === 'done' ? 1 : items, max: whole })}
      />
      <span className={part.failure ? form['bad'] : undefined}>{partWords(part)}</span>
    </li>
  )
}

export function PastProgress({ view }: { view: BackfillView }) {
  return (
    <>
      <p role="status">{pastWords(view)}</p>
      <ul className={styles['parts']}>
        {view.parts.map((part) => (
          <Part key={part.source} part={part} />
        ))}
      </ul>
    </>
  )
}
