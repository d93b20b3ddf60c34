/** @file One step of a rule: what it does to a ticket. */
import type { ReactNode } from 'react'
import { Priority } from '../../../shared/domain/ticket.ts'
import type { MacroView } from '../../../shared/domain/macro.ts'
import { RuleAction } from '../../../shared/domain/rule.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import type { Known } from './rule-words.ts'
import form from '../../ui/Form.module.css'
import styles from './Rules.module.css'

type Do = RuleAction['do']

/** A step as it is typed; what its kind does not use is left alone. */
export type TypedAction = {
  do: Do
  status: string
  priority: string
  add: readonly string[]
  remove: readonly string[]
  agentId: string
  minutes: string
  words: string
  macroId: string
  handleId: string
}

const kinds: readonly Do[] = RuleAction.options.map(({ shape }) => shape.do.value)
const statuses = ['open', 'pending', 'on-hold', 'solved'] as const

export const emptyAction: TypedAction = {
  do: 'escalate',
  status: 'open',
  priority: 'high',
  add: [],
  remove: [],
  agentId: '',
  minutes: '',
  words: '',
  macroId: '',
  handleId: '',
}

export function typedAction(action: RuleAction): TypedAction {
  const typed = { ...emptyAction, ...action }
  return {
    ...typed,
    agentId: 'agentId' in action ? (action.agentId ?? '') : '',
    minutes: 'minutes' in action && action.minutes !== null ? String(action.minutes) : '',
  }
}

/** Null: something is missing. */
export function actionOf(typed: TypedAction): RuleAction | null {
  const { agentId, minutes, macroId } = typed
  if (typed.do === 'tag' && typed.add.length + typed.remove.length === 0) return null
  const given = {
    ...typed,
    agentId: agentId === '' ? null : agentId,
    minutes: minutes.trim() === '' ? null : Number(minutes),
    macroId,
  }
  return RuleAction.safeParse(given).data ?? null
}

const split = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

type Props = {
  typed: TypedAction
  known: Known
  /** Those of the rule's brand; null: it is every brand's. */
  macros: readonly MacroView[] | null
  onTyped: (typed: TypedAction) => void
  onDrop: () => void
}

function Choose({
  label,
  value,
  options,
  onChoose,
}: {
  label: string
  value: string
  options: readonly { value: string; words: string }[]
  onChoose: (value: string) => void
}) {
  return (
    <select
      className={form['select']}
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.words}
        </option>
      ))}
    </select>
  )
}

export function ActionFields({ typed, known, macros, onTyped, onDrop }: Props) {
  const put = (change: Partial<TypedAction>) => onTyped({ ...typed, ...change })
  const text = (key: 'words' | 'minutes', label: string) => (
    <input
      className={styles['input']}
      aria-label={label}
      placeholder={label}
      dir="auto"
      maxLength={200}
      inputMode={key === 'minutes' ? 'numeric' : 'text'}
      value={typed[key]}
      onChange={(event) => put({ [key]: event.target.value })}
    />
  )
  const labels = (key: 'add' | 'remove') => (
    <input
      className={styles['input']}
      aria-label={t(`rule.do.${key}`)}
      placeholder={t(`rule.do.${key}`)}
      defaultValue={typed[key].join(', ')}
      onChange={(event) => put({ [key]: split(event.target.value) })}
    />
  )
  const agent = (
    <Choose
      label={t('rule.do.agent')}
      value={typed.agentId}
      options={[
        { value: '', words: t('rule.do.nobody') },
        ...known.agents.filter((one) => !one.isRetired).map(({ id, name }) => ({ value: id, words: name })),
      ]}
      onChoose={(agentId) => put({ agentId })}
    />
  )
  const handles = known.brands
    .flatMap((brand) => brand.handles)
    .map(({ id, username }) => ({ value: id, words: t('thread.handle', { username }) }))
  const values: Record<Do, ReactNode> = {
    'set-status': (
      <Choose
        label={t('rule.values')}
        value={typed.status}
        options={statuses.map((value) => ({ value, words: t(`status.${value}`) }))}
        onChoose={(status) => put({ status })}
      />
    ),
    prioritise: (
      <Choose
        label={t('rule.values')}
        value={typed.priority}
        options={Priority.options.map((value) => ({ value, words: t(`priority.${value}`) }))}
        onChoose={(priority) => put({ priority })}
      />
    ),
    tag: (
      <>
        {labels('add')}
        {labels('remove')}
      </>
    ),
    assign: agent,
    follow: agent,
    'move-handle': (
      <>
        <Choose
          label={t('rule.do.handle')}
          value={typed.handleId}
          options={[{ value: '', words: t('rule.do.handle') }, ...handles]}
          onChoose={(handleId) => put({ handleId })}
        />
        <span>{t('rule.do.move-handle.why')}</span>
      </>
    ),
    snooze: text('minutes', t('rule.do.minutes')),
    notify: text('words', t('rule.do.words')),
    draft:
      macros === null ? (
        <span>{t('rule.do.macro.brand')}</span>
      ) : (
        <Choose
          label={t('rule.do.macro')}
          value={typed.macroId}
          options={[
            { value: '', words: t('rule.do.macro') },
            ...macros.map(({ id, name }) => ({ value: id, words: name })),
          ]}
          onChoose={(macroId) => put({ macroId })}
        />
      ),
    escalate: (
      <>
        {agent}
        {text('words', t('rule.do.words'))}
        <span>{t('rule.do.escalate.why')}</span>
      </>
    ),
  }
  return (
    <li className={styles['line']}>
      <Choose
        label={t('rule.add-action')}
        value={typed.do}
        options={kinds.map((value) => ({ value, words: t(`rule.do.${value}`) }))}
        onChoose={(chosen) => {
          const step = kinds.find((one) => one === chosen)
          if (step) put({ do: step })
        }}
      />
      <div className={styles['value']}>{values[typed.do]}</div>
      <Button look="quiet" aria-label={t('rule.drop')} onClick={onDrop}>
        {t('rules.remove')}
      </Button>
    </li>
  )
}
