/** @file Connecting a handle in three steps: the X app, client and brand, the sign-in on X; then its past. */
import { useEffect, useRef, useState } from 'react'
import type { AppView } from '../../shared/domain/brand.ts'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import type { Overlay } from '../state/session.ts'
import { ConnectApp } from './ConnectApp.tsx'
import { ConnectBrand } from './ConnectBrand.tsx'
import { ConnectWait } from './ConnectWait.tsx'
import { useConsole, useRows } from './console-context.ts'
import { PastPosts } from './PastPosts.tsx'
import form from '../ui/Form.module.css'

type Target = Extract<Overlay, { kind: 'connect' }>['target']
export type Step =
  | { at: 'app' }
  | { at: 'brand'; app: AppView; oauth1: boolean }
  | { at: 'wait'; sessionId: string }
  | { at: 'done'; username: string; handleId: string }

const numbers = { app: 1, brand: 2, wait: 3, done: 3 } as const

export function ConnectDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const c = useConsole()
  const handle = useRows((rows) =>
    target.kind === 'reconnect'
      ? rows.brands.flatMap((brand) => brand.handles).find((one) => one.id === target.handleId)
      : undefined,
  )
  const [step, setStep] = useState<Step>({ at: 'app' })
  const begun = useRef(false)
  const appId = handle?.appId
  const handleId = handle?.id

  useEffect(() => {
    c.apply.apps()
    if (appId === undefined || handleId === undefined || begun.current) return
    begun.current = true
    // A handle that is known needs no questions: straight to X.
    c.attempt(async () => {
      const view = await c.call('connect.start', { appId, target: { kind: 'reconnect', handleId } })
      c.apply.follow(view.sessionId)
      setStep({ at: 'wait', sessionId: view.sessionId })
    })
  }, [c, appId, handleId])

  const close = () => {
    if (step.at === 'wait') {
      const state = c.rows.getState().connects.get(step.sessionId)?.state
      if (state === 'waiting') c.attempt(() => c.call('connect.cancel', { sessionId: step.sessionId }))
    }
    onClose()
  }
  const title = handle ? t('connect.label.reconnect', { username: handle.username }) : t('connect.label')
  return (
    <Modal title={title} onClose={close} look="wide">
      <div className={form['form']}>
        <p>{t('connect.step', { n: numbers[step.at] })}</p>
        {step.at === 'app' && target.kind !== 'reconnect' && <ConnectApp onStep={setStep} />}
        {step.at === 'brand' && (
          <ConnectBrand
            app={step.app}
            oauth1={step.oauth1}
            brandId={target.kind === 'brand' ? target.brandId : null}
            onStep={setStep}
          />
        )}
        {step.at === 'wait' && (
          <ConnectWait
            sessionId={step.sessionId}
            again={target.kind === 'reconnect'}
            onClose={close}
            onAgain={() => setStep({ at: 'app' })}
          />
        )}
        {step.at === 'done' && (
          <>
            <p role="status" className={form['good']}>
              {t('connect.done', { username: step.username })}
            </p>
            <PastPosts handleId={step.handleId} onClose={close} />
          </>
        )}
      </div>
    </Modal>
  )
}
