/** @file One way to tell somebody elsewhere: where, when somebody listens, and of what. */
import { useState, type FormEvent } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import { OpenWeek } from '../../../shared/domain/deadline-settings.ts'
import {
  Duty,
  WebhookAddress,
  webhookReasons,
  WebhookReasons,
  type WebhookView,
} from '../../../shared/domain/webhook.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { WeekFields } from './WeekFields.tsx'
import { computerZone, ZoneSelect } from './ZoneSelect.tsx'
import form from '../../ui/Form.module.css'

const kinds = ['always', 'closed', 'open', 'week'] as const

const dutyOf = (kind: string): Duty =>
  Duty.parse(kind === 'week' ? { kind, zone: computerZone(), week: OpenWeek.parse({}) } : { kind })

type Props = { brand: BrandView; webhook: WebhookView | null; onDone: () => void }

export function ElsewhereForm({ brand, webhook, onDone }: Props) {
  const c = useConsole()
  const [name, setName] = useState(webhook?.name ?? '')
  const [address, setAddress] = useState('')
  const [duty, setDuty] = useState<Duty>(webhook?.duty ?? { kind: 'always' })
  const [reasons, setReasons] = useState<readonly string[]>(webhook?.reasons ?? webhookReasons)
  const typed = address.trim() === '' ? null : WebhookAddress.safeParse(address)
  const chosen = WebhookReasons.safeParse(reasons).data
  const isWhole =
    name.trim() !== '' && chosen !== undefined && (typed === null ? webhook !== null : typed.success)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (!isWhole || chosen === undefined) return
    c.attempt(async () => {
      const kept = await c.call('webhook.save', {
        id: webhook?.id ?? null,
        brandId: brand.id,
        name: name.trim(),
        address: typed?.data ?? null,
        duty,
        reasons: chosen,
      })
      c.say(t(kept.triedAt === null ? 'said.elsewhere.kept' : 'said.elsewhere.changed', { name: kept.name }))
      onDone()
    })
  }
  return (
    <form className={form['stack']} onSubmit={keep}>
      <Field
        label={t('elsewhere.name')}
        value={name}
        maxLength={80}
        placeholder={t('elsewhere.name.example')}
        autoFocus
        onText={setName}
      />
      <Field
        label={t('elsewhere.address')}
        value={address}
        maxLength={900}
        placeholder={webhook ? t('elsewhere.address.kept', { host: webhook.host }) : 'https://'}
        aria-invalid={typed?.success === false}
        onText={setAddress}
      />
      {typed?.success === false && <p className={form['bad']}>{t('elsewhere.address.bad')}</p>}
      <label className={form['label']}>
        {t('elsewhere.duty')}
        <select
          className={form['select']}
          value={duty.kind}
          onChange={(event) => setDuty(dutyOf(event.target.value))}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`elsewhere.duty.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {duty.kind === 'week' && (
        <>
          <ZoneSelect zone={duty.zone} onZone={(zone) => setDuty({ ...duty, zone })} />
          <WeekFields week={duty.week} onWeek={(week) => setDuty({ ...duty, week })} />
        </>
      )}
      <fieldset className={form['choices']}>
        <legend>{t('elsewhere.reasons')}</legend>
        {webhookReasons.map((reason) => (
          <label key={reason} className={form['radio']}>
            <input
              type="checkbox"
              checked={reasons.includes(reason)}
              onChange={(event) =>
                setReasons(
                  event.target.checked ? [...reasons, reason] : reasons.filter((one) => one !== reason),
                )
              }
            />
            {t(`elsewhere.reason.${reason}`)}
          </label>
        ))}
      </fieldset>
      <div className={form['actions']}>
        <Button look="quiet" onClick={onDone}>
          {t('app.cancel')}
        </Button>
        <Button look="primary" type="submit" disabled={!isWhole}>
          {t('elsewhere.keep')}
        </Button>
      </div>
    </form>
  )
}
