/** @file One condition of a rule: what it asks of a ticket, and for which values. */
import { useId, type ReactNode } from 'react'
import { Priority, TicketStatus } from '../../../shared/domain/ticket.ts'
import { Category, Reach, Sentiment, Urgency } from '../../../shared/domain/triage.ts'
import { Channel } from '../../../shared/domain/outbox.ts'
import { RuleCondition, type RuleField } from '../../../shared/domain/rule.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import type { Known } from './rule-words.ts'
import form from '../../ui/Form.module.css'
import styles from './Rules.module.css'

/** A condition as it is typed: the values may be missing still. */
export type TypedCondition = { field: RuleField; not: boolean; values: readonly string[]; amount: number }

export const fields: readonly RuleField[] = RuleCondition.options.map(({ shape }) => shape.field.value)

const texts: ReadonlySet<RuleField> = new Set(['language', 'label', 'ticket-field', 'words'])
const amounts: ReadonlySet<RuleField> = new Set([
  'followers',
  'tickets-of-customer',
  'waiting',
  'age',
  'due-within',
])

type Choice = { value: string; words: string }

/** The values that a field can have; none where they are typed, or where there is nothing to choose. */
function choicesOf(field: RuleField, { brands, agents }: Known): Choice[] {
  switch (field) {
    case 'brand':
      return brands.map(({ id, name }) => ({ value: id, words: name }))
    case 'handle':
      return brands
        .flatMap(({ handles }) => handles)
        .map(({ id, username }) => ({ value: id, words: t('thread.handle', { username }) }))
    case 'owner':
      return agents.filter(({ isRetired }) => !isRetired).map(({ id, name }) => ({ value: id, words: name }))
    case 'status':
      return TicketStatus.options.map((value) => ({ value, words: t(`status.${value}`) }))
    case 'priority':
      return Priority.options.map((value) => ({ value, words: t(`priority.${value}`) }))
    case 'channel':
      return Channel.options.map((value) => ({ value, words: t(`rule.channel.${value}`) }))
    case 'category':
      return Category.options.map((value) => ({ value, words: t(`category.${value}`) }))
    case 'sentiment':
      return Sentiment.options.map((value) => ({ value, words: t(`rule.sentiment.${value}`) }))
    case 'urgency':
      return Urgency.options.map((value) => ({ value, words: t(`rule.urgency.${value}`) }))
    case 'reach':
      return Reach.options.map((value) => ({ value, words: t(`rule.reach.${value}`) }))
    default:
      return []
  }
}

export const typedCondition = (condition: RuleCondition): TypedCondition => ({
  field: condition.field,
  not: condition.not,
  values: 'oneOf' in condition ? condition.oneOf : [],
  amount: 'amount' in condition ? condition.amount : 0,
})

/** Null: a value is missing, or is none. */
export const conditionOf = ({ field, not, values, amount }: TypedCondition): RuleCondition | null =>
  RuleCondition.safeParse({ field, not, oneOf: values, amount }).data ?? null

const split = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

type Props = {
  typed: TypedCondition
  known: Known
  onTyped: (typed: TypedCondition) => void
  onDrop: () => void
}

export function ConditionFields({ typed, known, onTyped, onDrop }: Props) {
  const id = useId()
  const { field, not, values, amount } = typed
  const choices = choicesOf(field, known)
  let value: ReactNode = null
  if (amounts.has(field))
    value = (
      <input
        type="number"
        className={styles['number']}
        aria-label={t('rule.amount')}
        min={0}
        value={amount}
        onChange={(event) =>
          onTyped({ ...typed, amount: Math.max(0, Math.floor(Number(event.target.value))) })
        }
      />
    )
  else if (texts.has(field))
    value = (
      <input
        key={field}
        className={styles['input']}
        aria-label={t('rule.list')}
        placeholder={t('rule.list')}
        defaultValue={values.join(', ')}
        dir="auto"
        onChange={(event) => onTyped({ ...typed, values: split(event.target.value) })}
      />
    )
  else if (choices.length > 0)
    value = (
      <fieldset className={styles['values']} aria-label={t('rule.values')}>
        {choices.map((choice) => (
          <label key={choice.value} className={form['radio']}>
            <input
              type="checkbox"
              checked={values.includes(choice.value)}
              onChange={(event) =>
                onTyped({
                  ...typed,
                  values: event.target.checked
                    ? [...values, choice.value]
                    : values.filter((one) => one !== choice.value),
                })
              }
            />
            {choice.words}
          </label>
        ))}
      </fieldset>
    )
  return (
    <li className={styles['line']}>
      <select
        id={id}
        className={form['select']}
        aria-label={t('rule.add-condition')}
        value={field}
        onChange={(event) => {
          const chosen = fields.find((one) => one === event.target.value)
          if (chosen) onTyped({ field: chosen, not, values: [], amount: 0 })
        }}
      >
        {fields.map((one) => (
          <option key={one} value={one}>
            {t(`rule.field.${one}`)}
          </option>
        ))}
      </select>
      <select
        className={form['select']}
        aria-label={t('rule.is')}
        value={String(not)}
        onChange={(event) => onTyped({ ...typed, not: event.target.value === 'true' })}
      >
        <option value="false">{t('rule.is')}</option>
        <option value="true">{t('rule.is-not')}</option>
      </select>
      <div className={styles['value']}>{value}</div>
      <Button look="quiet" aria-label={t('rule.drop')} onClick={onDrop}>
        {t('rules.remove')}
      </Button>
    </li>
  )
}
