/** @file The row under a new post: how long it is, what hangs on it, when it leaves, and the button that names the handle. */
import { CalendarClock } from 'lucide-react'
import type { BrandView } from '../../shared/domain/brand.ts'
import { limits } from '../state/weight.ts'
import { fullTime } from '../time.ts'
import { brandFill } from '../ui/brand-fills.ts'
import { Button } from '../ui/Button.tsx'
import { textOn } from '../ui/colour.ts'
import { t } from '../words.ts'
import { AttachButton } from './Attachments.tsx'
import { EmojiButton } from './replying/EmojiButton.tsx'
import form from '../ui/Form.module.css'
import styles from './ComposeDialog.module.css'
import send from './SendBar.module.css'

type Props = {
  brand: BrandView
  /** The handle that speaks, without the @. */
  username: string
  /** As X counts, of all of the text. */
  length: number
  /** How many posts it goes out as. */
  posts: number
  scheduledAt: number | null
  blocked: boolean
  onAsk: () => void
  onEmoji: () => void
  onNow: () => void
  onPost: () => void
}

export function ComposeActions({ brand, username, length, posts, scheduledAt, blocked, ...on }: Props) {
  return (
    <div className={form['actions']}>
      <span className={styles['count']}>
        {posts > 1
          ? t('chain.posts', { count: posts })
          : t('composer.count', { count: length, limit: limits.public })}
      </span>
      <EmojiButton onOpen={on.onEmoji} />
      <AttachButton to={{ kind: 'compose', brandId: brand.id }} />
      <Button look="quiet" onClick={on.onAsk}>
        <CalendarClock size={14} aria-hidden="true" />
        {scheduledAt === null ? t('compose.when') : fullTime(scheduledAt)}
      </Button>
      {scheduledAt !== null && (
        <Button look="quiet" onClick={on.onNow}>
          {t('compose.now')}
        </Button>
      )}
      <button
        type="button"
        className={`${send['send']} ${styles['send']}`}
        style={blocked ? {} : { color: `var(--${textOn(brandFill(brand.fill))})` }}
        disabled={blocked}
        aria-keyshortcuts="Control+Enter"
        onClick={on.onPost}
      >
        {t(scheduledAt === null ? 'composer.send.public' : 'compose.schedule', { username })}
      </button>
    </div>
  )
}
