/** @file Forgetting a person: says what goes and what stays, and asks for the handle to be typed. There is no undo. */
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { ForgetCounts, ForgetPreview } from '../../shared/domain/person.ts'
import { Failure } from '../../shared/errors.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { nameInSentence } from '../overrides.ts'
import { failureWords, t } from '../words.ts'
import { useConsole } from './console-context.ts'
import form from '../ui/Form.module.css'
import styles from './ForgetDialog.module.css'

const kinds = [
  'tickets',
  'posts',
  'directMessages',
  'notes',
  'drafts',
  'messages',
  'backups',
] as const satisfies readonly (keyof ForgetCounts)[]

/** What would go; a failure when it could not be found out. */
function usePreview(xUserId: string): ForgetPreview | Failure | null {
  const c = useConsole()
  const [preview, setPreview] = useState<ForgetPreview | Failure | null>(null)
  useEffect(() => {
    let asked = true
    c.call('person.forget.preview', { xUserId }).then(
      (found) => asked && setPreview(found),
      (error: unknown) => {
        if (!(error instanceof Failure)) c.attempt(() => Promise.reject(error))
        else if (asked) setPreview(error)
      },
    )
    return () => {
      asked = false
    }
  }, [c, xUserId])
  return preview
}

function Question({ preview, onClose }: { preview: ForgetPreview; onClose: () => void }) {
  const c = useConsole()
  const [typed, setTyped] = useState('')
  const [why, setWhy] = useState('')
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const { counts, confirmWith, namedByOthers, xUserId } = preview
  const isTyped = typed.trim().replace(/^@/u, '').toLowerCase() === confirmWith.toLowerCase()
  const forget = (event: FormEvent) => {
    event.preventDefault()
    c.attempt(async () => {
      const { file } = await c.call('person.forget', { xUserId, confirm: typed, why })
      onClose()
      c.say(file === null ? t('said.forgotten.later') : t('said.forgotten', { file }))
    })
  }
  return (
    <form className={form['form']} onSubmit={forget}>
      <p>{t('forget.why', { name: nameInSentence(preview.name) })}</p>
      <ul className={styles['counts']}>
        {kinds
          .filter((kind) => counts[kind] > 0)
          .map((kind) => (
            <li key={kind}>{t(`forget.count.${kind}`, { count: counts[kind] })}</li>
          ))}
      </ul>
      {namedByOthers > 0 && <p>{t('forget.others', { count: namedByOthers })}</p>}
      <p className={form['warn']}>{t('forget.final')}</p>
      <Field ref={first} label={t('forget.reason')} value={why} maxLength={500} onText={setWhy} />
      <Field label={t('forget.confirm', { confirmWith })} value={typed} maxLength={40} onText={setTyped} />
      <div className={form['actions']}>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button look="danger" type="submit" disabled={!isTyped || why.trim() === ''}>
          {t('forget.do')}
        </Button>
      </div>
    </form>
  )
}

export function ForgetDialog({ xUserId, onClose }: { xUserId: string; onClose: () => void }) {
  const preview = usePreview(xUserId)
  return (
    <Modal title={t('forget.title')} onClose={onClose} look="wide">
      {preview === null ? (
        <Notice title={t('forget.counting')} />
      ) : preview instanceof Failure ? (
        <Notice tone="bad" title={failureWords(preview)} />
      ) : (
        <Question preview={preview} onClose={onClose} />
      )}
    </Modal>
  )
}
