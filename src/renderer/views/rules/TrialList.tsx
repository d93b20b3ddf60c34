/** @file What a rule would have done, ticket by ticket. */
import type { ListedAgent } from '../../../shared/domain/agent.ts'
import type { RuleTrials } from '../../../shared/domain/rule.ts'
import { fullTime } from '../../time.ts'
import { t } from '../../words.ts'
import { effectWords } from './rule-words.ts'
import styles from './Rules.module.css'

type Props = { trial: RuleTrials; agents: readonly ListedAgent[] }

export function TrialList({ trial: { since, looked, ran, trials }, agents }: Props) {
  return (
    <section className={styles['part']} aria-label={t('rule.try')}>
      <p role="status">{t('rule.tried', { ran, looked, since: fullTime(since) })}</p>
      {ran > trials.length && <p>{t('rule.tried.shown', { count: trials.length })}</p>}
      <ul className={styles['trials']} tabIndex={0} aria-label={t('rule.try')}>
        {trials.map(({ ticketId, number, customer, at, effects }) => (
          <li key={`${ticketId} ${at}`} className={styles['trial']}>
            <b dir="auto">{t('rule.trial', { number, customer })}</b>
            <span>{fullTime(at)}</span>
            <span dir="auto">
              {effects.map((effect) => effectWords(effect, agents)).join(t('app.separator'))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
