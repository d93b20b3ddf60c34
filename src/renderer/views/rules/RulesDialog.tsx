/** @file Rules in the order in which they run. */
import { useState } from 'react'
import type { RuleView } from '../../../shared/domain/rule.ts'
import { keepRule, moveRule, removeRule } from '../../commands/rule.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { RuleForm } from './RuleForm.tsx'
import { whenWords, type Known } from './rule-words.ts'
import { useRules } from './use-rules.ts'
import form from '../../ui/Form.module.css'
import styles from './Rules.module.css'

type ItemProps = {
  rule: RuleView
  known: Known
  place: 'first' | 'last' | 'only' | 'between'
  onEdit: () => void
  onDone: () => void
}

function RuleItem({ rule, known, place, onEdit, onDone }: ItemProps) {
  const c = useConsole()
  const act = (work: () => Promise<unknown>) =>
    c.attempt(async () => {
      await work()
      onDone()
    })
  const brand = known.brands.find(({ id }) => id === rule.brandId)?.name ?? t('rules.every-brand')
  return (
    <li className={styles['rule']}>
      <div className={styles['about']}>
        <b dir="auto">{rule.name}</b>
        {!rule.isOn && <Tag>{t('rules.is-off')}</Tag>}
        <span>
          {t('rules.line', {
            brand,
            when: whenWords(rule.body.when),
            runs: rule.runs,
            separator: t('app.separator'),
          })}
        </span>
        {rule.circle && (
          <span className={form['warn']}>{t('rules.circle', { names: rule.circle.join(' → ') })}</span>
        )}
      </div>
      <div className={styles['ways']} role="group" aria-label={rule.name}>
        <Button
          look="quiet"
          disabled={place === 'first' || place === 'only'}
          onClick={() => act(() => moveRule(c, rule, -1))}
        >
          {t('rules.up')}
        </Button>
        <Button
          look="quiet"
          disabled={place === 'last' || place === 'only'}
          onClick={() => act(() => moveRule(c, rule, 1))}
        >
          {t('rules.down')}
        </Button>
        <Button
          look="quiet"
          onClick={() =>
            act(() =>
              keepRule(c, rule.id, {
                name: rule.name,
                brandId: rule.brandId,
                body: rule.body,
                isOn: !rule.isOn,
              }),
            )
          }
        >
          {t(rule.isOn ? 'rules.off' : 'rules.on')}
        </Button>
        <Button look="quiet" onClick={() => act(() => removeRule(c, rule))}>
          {t('rules.remove')}
        </Button>
        <Button onClick={onEdit}>{t('rules.edit')}</Button>
      </div>
    </li>
  )
}

export function RulesDialog({ onClose }: { onClose: () => void }) {
  const brands = useRows((rows) => rows.brands)
  const agents = useRows((rows) => rows.session?.agents ?? [])
  const { rules, readAgain } = useRules()
  /** `new`: one is written; a rule: it is changed. */
  const [editing, setEditing] = useState<RuleView | 'new' | null>(null)
  const known = { brands, agents }
  const back = () => {
    setEditing(null)
    readAgain()
  }
  const placeOf = (at: number, count: number): ItemProps['place'] =>
    count === 1 ? 'only' : at === 0 ? 'first' : at === count - 1 ? 'last' : 'between'
  return (
    <Modal title={t('rules.title')} onClose={onClose} look="broad">
      {editing !== null ? (
        <RuleForm rule={editing === 'new' ? null : editing} known={known} onDone={back} />
      ) : (
        <div className={form['form']}>
          <p>{t('rules.why')}</p>
          {rules?.length === 0 && <Notice title={t('rules.none')} next={t('rules.none.why')} />}
          <ol className={styles['rules']}>
            {rules?.map((rule, at) => (
              <RuleItem
                key={rule.id}
                rule={rule}
                known={known}
                place={placeOf(at, rules.length)}
                onEdit={() => setEditing(rule)}
                onDone={readAgain}
              />
            ))}
          </ol>
          <div className={form['actions']}>
            <Button look="primary" autoFocus onClick={() => setEditing('new')}>
              {t('rules.new')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  )
}
