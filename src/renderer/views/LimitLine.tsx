/** @file In the composer: a limit of X's that is near, before it bites. */
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import { useRows } from './console-context.ts'
import { limitWords } from './limit-words.ts'
import styles from './Composer.module.css'

type Props = { detail: TicketDetail; channel: 'public' | 'dm'; posts: number }

export function LimitLine({ detail, channel, posts }: Props) {
  const words = useRows((rows) => {
    const brand = rows.brands.find((one) => one.id === detail.card.brandId)
    const handle = brand?.handles.find((one) => one.username === detail.routes.username)
    if (!handle) return null
    return limitWords(rows.limits, { appId: handle.appId, handleId: handle.id, channel }, Math.max(posts, 1))
  })
  return words === null ? null : <p className={styles['limit']}>{words}</p>
}
