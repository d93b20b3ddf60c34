/**
 * @file A brand leaves: what there is of it, all of it as a file, then the end. Taking its sign-ins back at X and
 * erasing its keys happens either way; its data stays or goes. There is no undo.
 */
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { BrandView } from '../../shared/domain/brand.ts'
import type { LeaveCounts, LeavePreview, LeaveResult } from '../../shared/domain/leaving.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'
import { useConsole, useRows } from './console-context.ts'
import form from '../ui/Form.module.css'
import styles from './ForgetDialog.module.css'

const kinds = [
  'tickets',
  'posts',
  'directMessages',
  'notes',
  'messages',
  'macros',
  'backups',
] as const satisfies readonly (keyof LeaveCounts)[]

function usePreview(brandId: string): LeavePreview | null {
  const c = useConsole()
  const [preview, setPreview] = useState<LeavePreview | null>(null)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('brand.leave.preview', { brandId })
      if (!gone) setPreview(read)
    })
    return () => {
      gone = true
    }
  }, [c, brandId])
  return preview
}

/** The first step: everything as a file, as often as wanted. */
function Export({ brand }: { brand: BrandView }) {
  const c = useConsole()
  const [file, setFile] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const write = () => {
    setBusy(true)
    c.attempt(async () => {
      try {
        setFile((await c.call('brand.leave.export', { brandId: brand.id })).file)
      } finally {
        setBusy(false)
      }
    })
  }
  return (
    <>
      <h3>{t('leave.export')}</h3>
      <p>{t('leave.export.why')}</p>
      <div className={form['actions']}>
        <Button disabled={busy} onClick={write}>
          {t('leave.export.do')}
        </Button>
      </div>
      {file !== null && (
        <p className={form['address']} role="status">
          {t('leave.export.done', { file })}
        </p>
      )}
    </>
  )
}

function Question({
  brand,
  preview,
  onClose,
  onLeft,
}: {
  brand: BrandView
  preview: LeavePreview
  onClose: () => void
  onLeft: (result: LeaveResult) => void
}) {
  const c = useConsole()
  const [typed, setTyped] = useState('')
  const [why, setWhy] = useState('')
  const [busy, setBusy] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const { counts, handles, waiting } = preview
  const isTyped = typed.trim().toLowerCase() === brand.name.toLowerCase()
  const act = (action: () => Promise<void>) => {
    setBusy(true)
    c.attempt(async () => {
      try {
        await action()
      } finally {
        setBusy(false)
      }
    })
  }
  const keep = () =>
    act(async () => {
      await c.call('brand.remove', { brandId: brand.id, keepData: true })
      onClose()
      c.say(t('said.removed', { name: brand.name }))
    })
  const erase = (event: FormEvent) => {
    event.preventDefault()
    act(async () => onLeft(await c.call('brand.leave', { brandId: brand.id, confirm: typed, why })))
  }
  return (
    <form className={form['form']} onSubmit={erase}>
      <p>
        {handles.length === 0
          ? t('leave.why.none')
          : t('leave.why', {
              handles: handles.map((username) => t('thread.handle', { username })).join(', '),
            })}
      </p>
      <ul className={styles['counts']}>
        {kinds
          .filter((kind) => counts[kind] > 0)
          .map((kind) => (
            <li key={kind}>{t(`leave.count.${kind}`, { count: counts[kind] })}</li>
          ))}
      </ul>
      {waiting > 0 && <p className={form['warn']}>{t('leave.waiting', { count: waiting })}</p>}
      <Export brand={brand} />
      <h3>{t('leave.end')}</h3>
      <p>{t('leave.end.why')}</p>
      <Field ref={first} label={t('forget.reason')} value={why} maxLength={500} onText={setWhy} />
      <Field
        label={t('leave.confirm', { name: brand.name })}
        value={typed}
        maxLength={60}
        onText={setTyped}
      />
      <div className={form['actions']}>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button disabled={busy} onClick={keep}>
          {t('brands.remove.keep')}
        </Button>
        <Button look="danger" type="submit" disabled={!isTyped || why.trim() === '' || busy}>
          {t('brands.remove.wipe')}
        </Button>
      </div>
    </form>
  )
}

/** What was done, to be read before the dialog goes. */
function Left({ result, onClose }: { result: LeaveResult; onClose: () => void }) {
  return (
    <div className={form['form']} role="status">
      <ul className={styles['counts']}>
        {result.revoked.map(({ username, revoked }) => (
          <li key={username} className={revoked ? form['good'] : form['bad']}>
            {t(revoked ? 'leave.revoked' : 'leave.not-revoked', { username })}
          </li>
        ))}
        {kinds
          .filter((kind) => result.counts[kind] > 0)
          .map((kind) => (
            <li key={kind}>{t(`leave.count.${kind}`, { count: result.counts[kind] })}</li>
          ))}
      </ul>
      <p className={form['address']}>
        {result.receipt === null ? t('leave.receipt.later') : t('leave.receipt', { file: result.receipt })}
      </p>
      <div className={form['actions']}>
        <Button look="primary" autoFocus onClick={onClose}>
          {t('app.close')}
        </Button>
      </div>
    </div>
  )
}

export function LeaveDialog({ brandId, onClose }: { brandId: string; onClose: () => void }) {
  const shown = useRows((rows) => rows.brands.find((one) => one.id === brandId))
  // The brand is gone before its receipt is read.
  const [brand] = useState(shown)
  const preview = usePreview(brandId)
  const [result, setResult] = useState<LeaveResult | null>(null)
  if (!brand) return null
  return (
    <Modal
      title={t(result ? 'leave.done' : 'brands.remove.title', { name: brand.name })}
      onClose={onClose}
      look="wide"
    >
      {result ? (
        <Left result={result} onClose={onClose} />
      ) : preview ? (
        <Question brand={brand} preview={preview} onClose={onClose} onLeft={setResult} />
      ) : (
        <Notice title={t('leave.counting')} />
      )}
    </Modal>
  )
}
