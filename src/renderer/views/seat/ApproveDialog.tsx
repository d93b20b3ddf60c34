/**
 * @file Another agent answers for a message that waits: yes with their PIN, or no with a reason. One after the other,
 * the oldest first.
 */
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { ListedAgent } from '../../../shared/domain/agent.ts'
import type { HeldOfBrand } from '../../../shared/domain/outbox.ts'
import { isUnapproved } from '../../commands/job.ts'
import { BrandSquare } from '../../ui/BrandSquare.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { Plain } from '../Runs.tsx'
import { isWholePin, PinField } from './PinField.tsx'
import form from '../../ui/Form.module.css'
import styles from './ApproveDialog.module.css'

type Waiting = HeldOfBrand['jobs'][number]
const none: readonly ListedAgent[] = []

function Message({ waiting: { job, customer, asks } }: { waiting: Waiting }) {
  const brand = useRows((rows) => rows.brands.find((one) => one.id === job.brandId))
  const author = useRows(
    (rows) => rows.session?.agents.find((agent) => agent.id === job.approval?.authorId)?.name,
  )
  return (
    <>
      <div className={styles['facts']}>
        {brand && <BrandSquare initials={brand.initials} fill={brand.fill} />}
        <b>{brand?.name}</b>
        <span>{t('release.as', { username: job.username })}</span>
        <span>
          {customer === null
            ? t(`kind.${job.kind}`)
            : t('release.kind', { kind: t(`kind.${job.kind}`), customer })}
        </span>
        {author !== undefined && <span>{t('approve.by', { name: author })}</span>}
      </div>
      {job.text !== '' && (
        <p className={styles['text']} dir="auto">
          <Plain text={job.text} />
        </p>
      )}
      <ul className={styles['why']}>
        {job.approval?.why.map(({ rule, what }) => (
          <li key={`${rule} ${what}`}>{t(`approval.why.${rule}`, { what })}</li>
        ))}
        {asks
          .filter((reason) => reason !== 'approval')
          .map((reason) => (
            <li key={reason} className={styles['changed']}>
              {t(`ask.${reason}`)}
            </li>
          ))}
      </ul>
    </>
  )
}

function Answer({ waiting, approvers }: { waiting: Waiting; approvers: readonly ListedAgent[] }) {
  const c = useConsole()
  const pinField = useRef<HTMLInputElement>(null)
  const reasonField = useRef<HTMLInputElement>(null)
  const [agentId, setAgentId] = useState(
    () => (approvers.find((one) => one.isHere) ?? approvers[0])?.id ?? '',
  )
  const [pin, setPin] = useState('')
  const [reason, setReason] = useState('')
  const jobId = waiting.job.id
  useEffect(() => pinField.current?.focus(), [jobId])
  const answer = (action: () => Promise<unknown>, said: 'said.approved' | 'said.rejected') => {
    setPin('')
    c.attempt(async () => {
      await action()
      setReason('')
      c.say(t(said))
    })
  }
  const approve = (event: FormEvent) => {
    event.preventDefault()
    answer(() => c.call('outbox.approve', { jobId, agentId, pin }), 'said.approved')
  }
  const reject = () => {
    if (reason.trim() === '') return reasonField.current?.focus()
    answer(() => c.call('outbox.reject', { jobId, agentId, pin, reason: reason.trim() }), 'said.rejected')
  }
  return (
    <form className={form['stack']} onSubmit={approve}>
      <div className={form['pair']}>
        <label className={form['label']}>
          {t('approve.who')}
          <select
            className={form['select']}
            value={agentId}
            onChange={(event) => setAgentId(event.target.value)}
          >
            {approvers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <PinField label={t('approve.pin')} value={pin} onText={setPin} field={pinField} />
      </div>
      <Field
        label={t('approve.reason')}
        value={reason}
        maxLength={1_000}
        ref={reasonField}
        spellCheck
        onText={setReason}
      />
      <div className={form['actions']}>
        <Button disabled={!isWholePin(pin)} onClick={reject}>
          {t('approve.no')}
        </Button>
        <Button look="primary" type="submit" disabled={!isWholePin(pin) || reason.trim() !== ''}>
          {t('approve.yes')}
        </Button>
      </div>
    </form>
  )
}

export function ApproveDialog({ jobId, onClose }: { jobId: string | null; onClose: () => void }) {
  const held = useRows((rows) => rows.held)
  const agents = useRows((rows) => rows.session?.agents ?? none)
  const all = held.flatMap(({ jobs }) => jobs).filter(({ job }) => isUnapproved(job))
  const waiting = all.find(({ job }) => job.id === jobId) ?? all[0]
  const approvers = agents.filter(
    (agent) =>
      !agent.isRetired &&
      agent.hasPin &&
      agent.role !== 'trainee' &&
      agent.id !== waiting?.job.approval?.authorId,
  )
  return (
    <Modal title={t('approve.label')} onClose={onClose} look="wide">
      <div className={form['form']}>
        {!waiting && <Notice title={t('approve.nothing')} />}
        {waiting && (
          <>
            {all.length > 1 && <p>{t('approve.count', { count: all.length })}</p>}
            <Message waiting={waiting} />
            {approvers.length === 0 ? (
              <p className={form['warn']}>{t('approve.nobody')}</p>
            ) : (
              <Answer key={approvers.map(({ id }) => id).join()} waiting={waiting} approvers={approvers} />
            )}
          </>
        )}
      </div>
    </Modal>
  )
}
