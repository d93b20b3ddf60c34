/** @file Warns whoever writes an answer that there is one already: given elsewhere, or by the other brand that was asked. */
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import { t } from '../words.ts'
import { useRows } from './console-context.ts'
import styles from './Composer.module.css'

export function AnsweredLine({ detail, writing }: { detail: TicketDetail; writing: boolean }) {
  const brands = useRows((rows) => rows.brands)
  const { answeredElsewhere, answeredByBrandIds } = detail.card
  const names = brands.filter(({ id }) => answeredByBrandIds.includes(id)).map(({ name }) => name)
  if (!writing || (!answeredElsewhere && names.length === 0)) return null
  return (
    <p className={`${styles['route']} ${styles['doubtful']}`} role="status">
      {answeredElsewhere
        ? t('composer.answered-elsewhere')
        : t('composer.answered-by', { names: names.join(', ') })}
    </p>
  )
}
