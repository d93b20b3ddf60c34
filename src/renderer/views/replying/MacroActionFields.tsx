/** @file What a macro does once X has its message: status, tags, snooze. */
import { useState } from 'react'
import type { MacroActions } from '../../../shared/domain/macro.ts'
import { Field } from '../../ui/Field.tsx'
import { t } from '../../words.ts'
import form from '../../ui/Form.module.css'

const hoursOfDay = 24
/** Hours on offer; what a file brought stands beside them. */
const spans = [1, 4, 24, 48, 72, 168]

const spanWords = (hours: number): string =>
  hours % hoursOfDay === 0
    ? t('macros.form.snooze.days', { days: hours / hoursOfDay })
    : t('macros.form.snooze.hours', { hours })

const statuses = ['pending', 'on-hold', 'solved'] as const

type Props = { actions: MacroActions; onActions: (actions: MacroActions) => void }

export function MacroActionFields({ actions, onActions }: Props) {
  const { status, snooze } = actions
  const [tags, setTags] = useState(actions.tags.join(', '))
  const known =
    snooze === null || snooze.hours === null || spans.includes(snooze.hours)
      ? spans
      : [...spans, snooze.hours]
  const chosen = snooze === null ? '' : snooze.hours === null ? 'reply' : String(snooze.hours)
  const chooseSnooze = (value: string) =>
    onActions({
      ...actions,
      snooze:
        value === ''
          ? null
          : value === 'reply'
            ? { hours: null, forReply: true }
            : { hours: Number(value), forReply: snooze?.forReply ?? true },
    })
  const typeTags = (typed: string) => {
    setTags(typed)
    const all = typed.split(',').map((tag) => tag.trim().toLowerCase())
    onActions({ ...actions, tags: [...new Set(all.filter((tag) => tag !== ''))] })
  }
  return (
    <fieldset className={form['choices']}>
      <legend>{t('macros.form.actions')}</legend>
      <div className={form['pair']}>
        <label className={form['label']}>
          {t('macros.form.status')}
          <select
            className={form['select']}
            value={status ?? ''}
            onChange={(event) =>
              onActions({ ...actions, status: statuses.find((one) => one === event.target.value) ?? null })
            }
          >
            <option value="">{t('macros.form.status.as-is')}</option>
            {statuses.map((one) => (
              <option key={one} value={one}>
                {t(`macro.does.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className={form['label']}>
          {t('macros.form.snooze')}
          <select
            className={form['select']}
            value={chosen}
            onChange={(event) => chooseSnooze(event.target.value)}
          >
            <option value="">{t('macros.form.snooze.none')}</option>
            <option value="reply">{t('macros.form.snooze.reply')}</option>
            {known.map((hours) => (
              <option key={hours} value={hours}>
                {spanWords(hours)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {snooze !== null && snooze.hours !== null && (
        <label className={form['radio']}>
          <input
            type="checkbox"
            checked={snooze.forReply}
            onChange={(event) =>
              onActions({ ...actions, snooze: { ...snooze, forReply: event.target.checked } })
            }
          />
          {t('macros.form.for-reply')}
        </label>
      )}
      <Field label={t('macros.form.tags')} value={tags} maxLength={400} onText={typeTags} />
    </fieldset>
  )
}
