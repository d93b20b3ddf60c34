/** @file In the composer: a limit of X's that is near, before it bites. */
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import { useRows } from './console-context.ts'
import { useLimitWords } from './use-limit-words.ts'
import styles from './Composer.module.css'

type Props = { detail: TicketDetail; channel: 'public' | 'dm'; posts: number }

export function LimitLine({ detail, channel, posts }: Props) {
  const handle = useRows((rows) => {
    const brand = rows.brands.find((one) => one.id === detail.card.brandId)
    return brand?.handles.find((one) => one.username === detail.routes.username)
  })
  const words = useLimitWords(handle ? { appId: handle.appId, handleId: handle.id, channel } : null, posts)
  return words === null ? null : <p className={styles['limit']}>{words}</p>
}
