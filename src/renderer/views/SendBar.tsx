/**
 * @file The row under the text: how long it is, and the buttons that send. The send button is a guard rail: it names
 * the handle in full and never clips; when room is short it takes a line of its own and the rest folds into a menu.
 */
import { ChevronDown, ExternalLink, Lock } from 'lucide-react'
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import { limits, mostPosts } from '../state/weight.ts'
import type { DraftChannel } from '../state/session.ts'
import { brandFill } from '../ui/brand-fills.ts'
import { textOn } from '../ui/colour.ts'
import { MenuButton } from '../ui/MenuButton.tsx'
import { t } from '../words.ts'
import { useCommand, useRows, useSession } from './console-context.ts'
import { AttachButton } from './Attachments.tsx'
import { EmojiButton } from './replying/EmojiButton.tsx'
import { MacroButton } from './replying/MacroButton.tsx'
import { useFolding } from './use-folding.ts'
import styles from './SendBar.module.css'

function useInk(brandId: string): string {
  const fill = useRows((rows) => rows.brands.find((brand) => brand.id === brandId)?.fill ?? 10)
  return `var(--${textOn(brandFill(fill))})`
}

/** Where X lets the handle not answer by itself: the way to X's own site. */
export function WebBar({ detail }: { detail: TicketDetail }) {
  const { run, aria } = useCommand('reply.on-x')
  const { username, webIntentUrl } = detail.routes
  const ink = useInk(detail.card.brandId)
  if (webIntentUrl === null) return null
  return (
    <div className={styles['web']}>
      <p className={styles['words']}>{t('composer.web.text', { username })}</p>
      <button
        type="button"
        className={styles['send']}
        style={{ color: ink }}
        aria-keyshortcuts={aria}
        onClick={run}
      >
        <ExternalLink size={13} aria-hidden="true" />
        {t('composer.send.web', { username })}
      </button>
    </div>
  )
}

/** What the other button folds into, and the rarer ways to send. */
function SendMenu({ disabled }: { disabled: boolean }) {
  const schedule = useCommand('reply.schedule')
  const solve = useCommand('reply.send-and-solve')
  return (
    <MenuButton
      label={t('composer.more')}
      className={styles['more'] ?? ''}
      entries={() => [
        [
          { key: 'solve', title: t('composer.solve'), keys: solve.keys, disabled, run: solve.run },
          {
            key: 'schedule',
            title: t('composer.schedule'),
            keys: schedule.keys,
            disabled,
            run: schedule.run,
          },
        ],
      ]}
    >
      <ChevronDown size={14} aria-hidden="true" />
    </MenuButton>
  )
}

export function SendBar({
  detail,
  channel,
  length,
  posts,
}: {
  detail: TicketDetail
  channel: DraftChannel
  length: number
  /** How many posts a public text goes out as. */
  posts: number
}) {
  const send = useCommand('reply.send')
  const solve = useCommand('reply.send-and-solve')
  const sending = useSession((session) => session.sending)
  const { username } = detail.routes
  const limit = limits[channel]
  const over = channel === 'public' ? posts > mostPosts : length > limit
  const hasFiles = detail.attachments.some((file) => file.channel === channel)
  const blocked = sending || (length === 0 && !hasFiles) || over
  const ink = useInk(detail.card.brandId)
  const { row, isFolded } = useFolding([channel, username, posts > 1].join(' '))
  return (
    <div ref={row} className={styles['bar']}>
      <span
        className={`${styles['count']} ${over ? styles['over'] : ''}`}
        aria-label={
          posts > 1 ? t('chain.label', { count: posts }) : t('composer.count.name', { count: length, limit })
        }
      >
        {posts > 1 ? t('chain.posts', { count: posts }) : t('composer.count', { count: length, limit })}
      </span>
      <EmojiButton />
      {channel !== 'note' && (
        <>
          <MacroButton />
          <AttachButton to={{ kind: 'ticket', ticketId: detail.card.ticketId, channel }} />
          {!isFolded && (
            <button
              type="button"
              className={styles['solve']}
              disabled={blocked}
              aria-keyshortcuts={solve.aria}
              title={solve.keys.join(' ')}
              onClick={solve.run}
            >
              {t('composer.solve')}
            </button>
          )}
          <SendMenu disabled={blocked} />
        </>
      )}
      <button
        type="button"
        className={`${styles['send']} ${styles[channel]}`}
        style={blocked || channel !== 'public' ? {} : { color: ink }}
        disabled={blocked}
        aria-keyshortcuts={send.aria}
        title={send.keys.join(' ')}
        onClick={send.run}
      >
        {channel === 'dm' && <Lock size={13} aria-hidden="true" />}
        {t(`composer.send.${channel}`, { username })}
      </button>
    </div>
  )
}
