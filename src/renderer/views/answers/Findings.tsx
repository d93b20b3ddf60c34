/** @file What keeps a page out of an export, and what to do about it. */
import type { PageFinding } from '../../../shared/domain/answers.ts'
import { t } from '../../words.ts'
import form from '../../ui/Form.module.css'
import styles from './AnswersDialog.module.css'

export function Findings({ findings }: { findings: readonly PageFinding[] }) {
  if (findings.length === 0) return null
  return (
    <div className={form['warn']} role="status">
      <p>{t('answers.findings')}</p>
      <ul className={styles['findings']}>
        {findings.map(({ part, what, saw }, n) => (
          <li key={`${n} ${part} ${saw}`}>
            {t('answers.finding', {
              what: t(`answers.finding.${what}`),
              saw,
              part: t(`answers.part.${part}`),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
