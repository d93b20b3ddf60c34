/** @file What X says of each app: credits, its own count, who registered it. */
import { useId } from 'react'
import type { AppSpend } from '../../shared/domain/money.ts'
import { spent } from '../money.ts'
import { clockTime } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import form from '../ui/Form.module.css'
import styles from './SpendPanel.module.css'

function OutOfCredits({ app }: { app: AppSpend }) {
  const c = useConsole()
  const tryAgain = () =>
    c.attempt(async () => {
      await c.call('money.try-again', { appId: app.id })
      c.say(t('spend.trying'))
    })
  return (
    <div className={form['warn']} role="alert">
      <p>
        {t('spend.credits.out', {
          name: app.name,
          time: app.retryAt === null ? t('spend.none') : clockTime(app.retryAt),
        })}
      </p>
      <Button aria-label={t('spend.try-again.name', { name: app.name })} onClick={tryAgain}>
        {t('spend.try-again')}
      </Button>
    </div>
  )
}

function Compared({ app }: { app: AppSpend }) {
  const c = useConsole()
  const compare = () =>
    c.attempt(async () => {
      await c.call('money.compare', { appId: app.id })
      c.say(t('spend.compared', { name: app.name }))
    })
  if (!app.hasBearer) return <p>{t('spend.compare.no-bearer')}</p>
  return (
    <>
      {app.askedAt === null && <p>{t('spend.compare.none')}</p>}
      <ul className={styles['days']}>
        {app.creditsLeft !== null && app.askedAt !== null && (
          <li>{t('spend.credits-left', { amount: spent(app.creditsLeft), time: clockTime(app.askedAt) })}</li>
        )}
        {app.days.map(({ day, x, ours }) => (
          <li key={day}>{t('spend.compare.day', { day, x, ours })}</li>
        ))}
      </ul>
      <Button aria-label={t('spend.compare.name', { name: app.name })} onClick={compare}>
        {t('spend.compare')}
      </Button>
    </>
  )
}

function Owner({ app }: { app: AppSpend }) {
  const c = useConsole()
  const id = useId()
  const choose = (handleId: string) =>
    c.attempt(() => c.call('money.owner', { appId: app.id, handleId: handleId === '' ? null : handleId }))
  return (
    <div className={form['label']}>
      <label htmlFor={id}>{t('spend.owner')}</label>
      <select
        id={id}
        className={form['select']}
        aria-label={t('spend.owner.of', { name: app.name })}
        value={app.ownerHandleId ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{t('spend.owner.none')}</option>
        {app.handles.map((handle) => (
          <option key={handle.id} value={handle.id}>
            {t('thread.handle', { username: handle.username })}
          </option>
        ))}
      </select>
      <span>{t('spend.owner.why')}</span>
    </div>
  )
}

export function SpendApps({ apps }: { apps: readonly AppSpend[] }) {
  return apps.map((app) => (
    <section key={app.id} className={styles['app']} aria-label={app.name}>
      <h4 className={styles['title']}>{app.name}</h4>
      {app.outOfCredits && <OutOfCredits app={app} />}
      <Owner app={app} />
      <Compared app={app} />
    </section>
  ))
}
