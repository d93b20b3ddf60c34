/** @file A rule as it is written: when, if, then; and what it would have done in the last thirty days. */
import { useState, type FormEvent } from 'react'
import { RuleDraft, RuleEvent, type RuleTrials, type RuleView } from '../../../shared/domain/rule.ts'
import { keepRule } from '../../commands/rule.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { useMacros } from '../replying/use-macros.ts'
import { ActionFields, actionOf, emptyAction, typedAction, type TypedAction } from './ActionFields.tsx'
import { ConditionFields, conditionOf, typedCondition, type TypedCondition } from './ConditionFields.tsx'
import { TrialList } from './TrialList.tsx'
import type { Known } from './rule-words.ts'
import form from '../../ui/Form.module.css'
import styles from './Rules.module.css'

/** As it is typed; each line with a key of its own, so that removing one leaves the others alone. */
type Keyed<T> = T & { key: number }
type Typed = {
  name: string
  brandId: string
  isOn: boolean
  on: RuleEvent
  after: string
  all: readonly Keyed<TypedCondition>[]
  any: readonly Keyed<TypedCondition>[]
  steps: readonly Keyed<TypedAction>[]
}

let keys = 0
const keyed = <T extends object>(one: T): Keyed<T> => ({ ...one, key: ++keys })

const typedOf = (rule: RuleView | null): Typed => ({
  name: rule?.name ?? '',
  brandId: rule?.brandId ?? '',
  isOn: rule?.isOn ?? true,
  on: rule?.body.when.on ?? 'message',
  after: String(rule?.body.when.after ?? 0),
  all: (rule?.body.if.all ?? []).map((one) => keyed(typedCondition(one))),
  any: (rule?.body.if.any ?? []).map((one) => keyed(typedCondition(one))),
  steps: rule ? rule.body.steps.map((one) => keyed(typedAction(one))) : [keyed(emptyAction)],
})

/** Null: it is not whole yet. */
const draftOf = (typed: Typed): RuleDraft | null =>
  RuleDraft.safeParse({
    name: typed.name,
    brandId: typed.brandId === '' ? null : typed.brandId,
    isOn: typed.isOn,
    body: {
      when: { on: typed.on, after: Number(typed.after) },
      if: { all: typed.all.map(conditionOf), any: typed.any.map(conditionOf) },
      steps: typed.steps.map(actionOf),
    },
  }).data ?? null

const replaced = <T extends { key: number }>(all: readonly T[], one: T): T[] =>
  all.map((each) => (each.key === one.key ? one : each))

type Props = { rule: RuleView | null; known: Known; onDone: () => void }

export function RuleForm({ rule, known, onDone }: Props) {
  const c = useConsole()
  const [typed, setTyped] = useState(() => typedOf(rule))
  const [trial, setTrial] = useState<RuleTrials | 'looking' | null>(null)
  const macros = useMacros(typed.brandId, typed.brandId !== '')
  const draft = draftOf(typed)
  const put = (change: Partial<Typed>) => {
    setTyped({ ...typed, ...change })
    setTrial(null)
  }
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (draft === null) return
    c.attempt(async () => {
      await keepRule(c, rule?.id ?? null, draft)
      onDone()
    })
  }
  const tryIt = () => {
    if (draft === null) return
    setTrial('looking')
    c.attempt(async () => {
      setTrial(
        await c.call('rule.try', { brandId: draft.brandId, body: draft.body }).catch((error: unknown) => {
          setTrial(null)
          throw error
        }),
      )
    })
  }
  const conditions = (which: 'all' | 'any') => (
    <section className={styles['part']} aria-label={t(`rule.${which}`)}>
      <div className={styles['heading']}>
        <h3>{t(`rule.${which}`)}</h3>
        <Button
          onClick={() =>
            put({
              [which]: [
                ...typed[which],
                keyed({ field: 'category' as const, not: false, values: [], amount: 0 }),
              ],
            })
          }
        >
          {t('rule.add-condition')}
        </Button>
      </div>
      {which === 'all' && typed.all.length + typed.any.length === 0 && <p>{t('rule.always')}</p>}
      <ul className={styles['lines']}>
        {typed[which].map((one) => (
          <ConditionFields
            key={one.key}
            typed={one}
            known={known}
            onTyped={(next) => put({ [which]: replaced(typed[which], { ...next, key: one.key }) })}
            onDrop={() => put({ [which]: typed[which].filter(({ key }) => key !== one.key) })}
          />
        ))}
      </ul>
    </section>
  )
  return (
    <form className={form['form']} onSubmit={keep}>
      <div className={form['pair']}>
        <Field
          label={t('rule.name')}
          value={typed.name}
          maxLength={80}
          placeholder={t('rule.name.example')}
          autoFocus
          onText={(name) => put({ name })}
        />
        <label className={form['label']}>
          {t('rule.brand')}
          <select
            className={form['select']}
            value={typed.brandId}
            onChange={(event) => put({ brandId: event.target.value })}
          >
            <option value="">{t('rules.every-brand')}</option>
            {known.brands.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={form['pair']}>
        <label className={form['label']}>
          {t('rule.when')}
          <select
            className={form['select']}
            value={typed.on}
            onChange={(event) => put({ on: RuleEvent.catch('message').parse(event.target.value) })}
          >
            {RuleEvent.options.map((on) => (
              <option key={on} value={on}>
                {t(`rule.on.${on}`)}
              </option>
            ))}
          </select>
        </label>
        <Field
          label={t('rule.after')}
          value={typed.after}
          inputMode="numeric"
          maxLength={5}
          onText={(after) => put({ after })}
        />
      </div>
      {conditions('all')}
      {conditions('any')}
      <section className={styles['part']} aria-label={t('rule.then')}>
        <div className={styles['heading']}>
          <h3>{t('rule.then')}</h3>
          <Button onClick={() => put({ steps: [...typed.steps, keyed(emptyAction)] })}>
            {t('rule.add-action')}
          </Button>
        </div>
        <ul className={styles['lines']}>
          {typed.steps.map((one) => (
            <ActionFields
              key={one.key}
              typed={one}
              known={known}
              macros={typed.brandId === '' ? null : (macros ?? [])}
              onTyped={(next) => put({ steps: replaced(typed.steps, { ...next, key: one.key }) })}
              onDrop={() => put({ steps: typed.steps.filter(({ key }) => key !== one.key) })}
            />
          ))}
        </ul>
      </section>
      {trial === 'looking' && <p role="status">{t('rule.trying')}</p>}
      {trial !== null && trial !== 'looking' && <TrialList trial={trial} agents={known.agents} />}
      <div className={form['actions']}>
        {draft === null && <span className={form['warn']}>{t('rule.unfinished')}</span>}
        <Button look="quiet" onClick={onDone}>
          {t('rule.back')}
        </Button>
        <Button onClick={tryIt} disabled={draft === null || trial === 'looking'}>
          {t('rule.try')}
        </Button>
        <Button look="primary" type="submit" disabled={draft === null}>
          {t('rule.keep')}
        </Button>
      </div>
    </form>
  )
}
