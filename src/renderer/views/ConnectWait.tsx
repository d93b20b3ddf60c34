/** @file Step 3: waits for the sign-in on X; shows the address, takes a pasted one, tells how it ended. */
import { useState, type FormEvent, type ReactNode } from 'react'
import { clockTime } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { t, wireFailureWords } from '../words.ts'
import { useConsole, useRows } from './console-context.ts'
import { PastPosts } from './PastPosts.tsx'
import form from '../ui/Form.module.css'

type Props = {
  sessionId: string
  /** The handle was known: nothing is asked about its past. */
  again: boolean
  /** The one account that is taken; null: any. */
  only: string | null
  /** What follows in place of the question about its past. */
  then: ((handleId: string, username: string) => ReactNode) | null
  onClose: () => void
  onAgain: () => void
}

function Waiting({
  sessionId,
  address,
  until,
  only,
}: Pick<Props, 'sessionId' | 'only'> & { address: string; until: number }) {
  const c = useConsole()
  const [pasted, setPasted] = useState('')
  const [copied, setCopied] = useState(false)
  const copy = () =>
    c.attempt(async () => {
      await navigator.clipboard.writeText(address)
      setCopied(true)
    })
  const paste = (event: FormEvent) => {
    event.preventDefault()
    c.attempt(async () => {
      await c.call('connect.paste', { sessionId, address: pasted.trim() })
      setPasted('')
    })
  }
  return (
    <form onSubmit={paste} className={form['stack']}>
      <p>{t('connect.wait.text')}</p>
      {only !== null && (
        <p>
          <b>{t('connect.wait.expected', { username: only })}</b>
        </p>
      )}
      <p>{t('connect.wait.address')}</p>
      <p className={form['address']}>{address}</p>
      <div className={form['actions']}>
        <Button onClick={copy}>{t(copied ? 'app.copied' : 'connect.wait.copy')}</Button>
      </div>
      <p>
        {t('connect.wait.paste')} {t('connect.wait.seconds')}
      </p>
      <Field label={t('connect.wait.paste.field')} value={pasted} maxLength={4_000} onText={setPasted} />
      <div className={form['actions']}>
        <span>{t('connect.wait.left', { time: clockTime(until) })}</span>
        <Button type="submit" disabled={pasted.trim() === ''}>
          {t('connect.wait.paste.send')}
        </Button>
        <Button onClick={() => c.attempt(() => c.call('connect.cancel', { sessionId }))}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  )
}

export function ConnectWait({ sessionId, again, only, then, onClose, onAgain }: Props) {
  const view = useRows((rows) => rows.connects.get(sessionId))
  if (!view) return <p role="status">{t('connect.wait.title')}</p>
  switch (view.state) {
    case 'waiting':
      return (
        <>
          {view.failure && (
            <p role="alert" className={form['bad']}>
              {wireFailureWords(view.failure)}
            </p>
          )}
          <Waiting sessionId={sessionId} only={only} address={view.authorizeUrl} until={view.expiresAt} />
        </>
      )
    case 'verifying':
      return <p role="status">{t('connect.verifying')}</p>
    case 'done':
      return (
        <div className={form['stack']}>
          <p role="status" className={form['good']}>
            {t('connect.done', { username: view.username ?? '' })}
          </p>
          {!again && <p>{t('go-live.begins')}</p>}
          {view.handleId !== null && then ? (
            then(view.handleId, view.username ?? '')
          ) : view.handleId !== null && !again ? (
            <PastPosts handleId={view.handleId} onClose={onClose} />
          ) : (
            <div className={form['actions']}>
              <Button look="primary" onClick={onClose}>
                {t('connect.done.close')}
              </Button>
            </div>
          )}
        </div>
      )
    case 'cancelled':
    case 'failed':
      return (
        <div className={form['stack']}>
          <p role="alert" className={form['bad']}>
            {view.failure ? wireFailureWords(view.failure) : t('connect.cancelled')}
          </p>
          <div className={form['actions']}>
            <Button onClick={onClose}>{t('app.close')}</Button>
            <Button look="primary" autoFocus onClick={onAgain}>
              {t('connect.again')}
            </Button>
          </div>
        </div>
      )
  }
}
