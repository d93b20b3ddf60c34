/** @file Connecting a handle in three steps: the X app, client and brand, the sign-in on X; then its past, or the next one. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppView } from '../../shared/domain/brand.ts'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import type { Console } from '../state/console.ts'
import type { Overlay } from '../state/session.ts'
import { waitingIn } from '../state/waiting.ts'
import { NextHandle } from './clients/NextHandle.tsx'
import { ConnectApp } from './ConnectApp.tsx'
import { ConnectBrand } from './ConnectBrand.tsx'
import { ConnectWait } from './ConnectWait.tsx'
import { useConsole } from './console-context.ts'
import { PastPosts } from './PastPosts.tsx'
import form from '../ui/Form.module.css'

type Target = Extract<Overlay, { kind: 'connect' }>['target']
export type Step =
  | { at: 'app' }
  | { at: 'brand'; app: AppView; oauth1: boolean }
  | { at: 'wait'; sessionId: string }
  | { at: 'done'; username: string; handleId: string }

const numbers = { app: 1, brand: 2, wait: 3, done: 3 } as const

/** The handle that a sign-in is for, where that is known, and the app that it needs no question for. */
type Known = { username: string; title: string; appId: string | null }

function knownOf(c: Console, target: Target): Known | null {
  const { brands, apps } = c.rows.getState()
  if (target.kind === 'reconnect') {
    const handle = brands.flatMap((brand) => brand.handles).find((one) => one.id === target.handleId)
    if (!handle) return null
    const { username, appId } = handle
    return { username, appId, title: t('connect.label.reconnect', { username }) }
  }
  if (target.kind !== 'expected') return null
  const handle = waitingIn(brands).find((one) => one.expectedId === target.expectedId)
  if (!handle) return null
  const { username, brandName: brand } = handle
  const [only, ...more] = apps
  const isOnly = only !== undefined && more.length === 0 && only.clientId !== null
  return {
    username,
    appId: target.appId ?? (isOnly ? only.id : null),
    title: t('connect.label.expected', { username, brand }),
  }
}

/** The step that the dialog is at, the app that is signed in through, and the ways on. */
function useSteps(target: Target) {
  const c = useConsole()
  // Once it is connected the list knows it no more.
  const [known] = useState(() => knownOf(c, target))
  const [order] = useState(() => waitingIn(c.rows.getState().brands))
  const [appId, setAppId] = useState(known?.appId ?? null)
  const [step, setStep] = useState<Step>({ at: 'app' })
  const begun = useRef(false)

  /** A handle that is known needs no questions: straight to X. */
  const begin = useCallback(
    (through: string) => {
      if (target.kind !== 'reconnect' && target.kind !== 'expected') return
      const start =
        target.kind === 'reconnect'
          ? ({ kind: 'reconnect', handleId: target.handleId } as const)
          : ({ kind: 'expected', expectedId: target.expectedId } as const)
      c.attempt(async () => {
        const view = await c.call('connect.start', { appId: through, target: start })
        c.apply.follow(view.sessionId)
        setAppId(through)
        setStep({ at: 'wait', sessionId: view.sessionId })
      })
    },
    [c, target],
  )
  useEffect(() => {
    c.apply.apps()
    if (!known?.appId || begun.current) return
    begun.current = true
    begin(known.appId)
  }, [c, known, begin])

  return {
    known,
    order,
    appId,
    step,
    onStep(next: Step) {
      if (next.at === 'brand' && target.kind === 'expected' && !next.oauth1) begin(next.app.id)
      else setStep(next)
    },
    again: () => (known && appId !== null ? begin(appId) : setStep({ at: 'app' })),
  }
}

export function ConnectDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const c = useConsole()
  const { known, order, appId, step, onStep, again } = useSteps(target)
  const expectedId = target.kind === 'expected' ? target.expectedId : null

  const close = () => {
    if (step.at === 'wait') {
      const state = c.rows.getState().connects.get(step.sessionId)?.state
      if (state === 'waiting') c.attempt(() => c.call('connect.cancel', { sessionId: step.sessionId }))
    }
    onClose()
  }
  const next =
    expectedId === null
      ? null
      : (handleId: string, username: string) => (
          <NextHandle
            expectedId={expectedId}
            order={order}
            handleId={handleId}
            username={username}
            appId={appId}
            onClose={close}
          />
        )
  return (
    <Modal title={known?.title ?? t('connect.label')} onClose={close} look="wide">
      <div className={form['form']}>
        <p>{t('connect.step', { n: numbers[step.at] })}</p>
        {step.at === 'app' && target.kind !== 'reconnect' && <ConnectApp onStep={onStep} />}
        {step.at === 'brand' && (
          <ConnectBrand
            app={step.app}
            oauth1={step.oauth1}
            brandId={target.kind === 'brand' ? target.brandId : null}
            expectedId={expectedId}
            onStep={onStep}
          />
        )}
        {step.at === 'wait' && (
          <ConnectWait
            sessionId={step.sessionId}
            again={target.kind === 'reconnect'}
            only={known?.username ?? null}
            then={next}
            onClose={close}
            onAgain={again}
          />
        )}
        {step.at === 'done' && (
          <>
            <p role="status" className={form['good']}>
              {t('connect.done', { username: step.username })}
            </p>
            {next ? (
              next(step.handleId, step.username)
            ) : (
              <PastPosts handleId={step.handleId} onClose={close} />
            )}
          </>
        )}
      </div>
    </Modal>
  )
}
