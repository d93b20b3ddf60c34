/** @file What the window shows while there is no workspace to show: opening, restarting, failed, locked. */
import { useState, type FormEvent } from 'react'
import type { WorkspaceState } from '../../shared/window-protocol.ts'
import { secondsLeft } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t, wireFailureWords } from '../words.ts'
import { useConsole, useTimed } from './console-context.ts'
import form from '../ui/Form.module.css'
import styles from './Screens.module.css'

function Passphrase({ state }: { state: Extract<WorkspaceState, { state: 'passphrase' }> }) {
  const c = useConsole()
  const [phrase, setPhrase] = useState('')
  const [again, setAgain] = useState('')
  const differ = state.first && again !== '' && phrase !== again
  const ready = phrase !== '' && (!state.first || phrase === again)
  const open = (event: FormEvent) => {
    event.preventDefault()
    c.attempt(() => c.host.invoke('workspace.passphrase', { passphrase: phrase }))
  }
  return (
    <form className={`${form['form']} ${styles['card']}`} onSubmit={open} aria-labelledby="passphrase-title">
      <h1 id="passphrase-title" className={styles['title']}>
        {t(state.first ? 'passphrase.title.first' : 'passphrase.title')}
      </h1>
      <p>{wireFailureWords(state.vault)}</p>
      <p>{t('passphrase.why')}</p>
      <Field label={t('passphrase.field')} type="password" value={phrase} autoFocus onText={setPhrase} />
      {state.first && (
        <Field label={t('passphrase.repeat')} type="password" value={again} onText={setAgain} />
      )}
      {differ && <p className={form['bad']}>{t('passphrase.differ')}</p>}
      {state.wrong && (
        <p role="alert" className={form['bad']}>
          {t('passphrase.wrong')}
        </p>
      )}
      <div className={form['actions']}>
        <Button onClick={() => c.attempt(() => c.host.invoke('workspace.retry', {}))}>
          {t('app.retry')}
        </Button>
        <Button look="primary" type="submit" disabled={!ready}>
          {t('passphrase.open')}
        </Button>
      </div>
    </form>
  )
}

/** A line over the console while core is started again: what is on screen stays readable. */
export function Restarting({ at }: { at: number }) {
  const c = useConsole()
  const when = useTimed(() => {
    // Main tells this instant on the machine's clock.
    const seconds = secondsLeft(c.clock.now(), at)
    return seconds > 0 ? t('screen.restarting.in', { seconds }) : t('screen.restarting.now')
  })
  return (
    <p className={styles['restarting']} role="status">
      {[t('screen.restarting'), when].join(' ')}
    </p>
  )
}

export function Screen({ state }: { state: Exclude<WorkspaceState, { state: 'open' }> }) {
  const c = useConsole()
  return (
    <main className={styles['screen']}>
      {state.state === 'opening' && <Notice title={t('screen.opening')} />}
      {state.state === 'restarting' && <Restarting at={state.at} />}
      {state.state === 'passphrase' && <Passphrase state={state} />}
      {state.state === 'failed' && (
        <Notice tone="bad" title={t('screen.failed')} next={wireFailureWords(state.failure)}>
          <Button look="primary" onClick={() => c.attempt(() => c.host.invoke('workspace.retry', {}))}>
            {t('app.retry')}
          </Button>
        </Notice>
      )}
    </main>
  )
}
