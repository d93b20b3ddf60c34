/** @file The conversation pane: the open ticket's head, its customer, its thread and its composer. */
import { Check, RotateCcw, SquareArrowOutUpRight, X } from 'lucide-react'
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import { closeTicket, paneElementId } from '../commands/go.ts'
import { isElsewhere } from '../state/holding.ts'
import type { Rows } from '../state/rows.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { brandFill } from '../ui/brand-fills.ts'
import { Button } from '../ui/Button.tsx'
import { css } from '../ui/colour.ts'
import { Notice } from '../ui/Notice.tsx'
import { Tag } from '../ui/Tag.tsx'
import { failureWords, t } from '../words.ts'
import { cardTags, compactCount } from './card-tags.ts'
import { Composer } from './Composer.tsx'
import { useCommand, useConsole, useKeyName, useRows, useSession } from './console-context.ts'
import { DueChip } from './DueChip.tsx'
import { JobPane } from './JobPane.tsx'
import { PostPane } from './PostPane.tsx'
import { Name } from './Runs.tsx'
import { AnsweredBefore } from './answers/AnsweredBefore.tsx'
import { History } from './desk/History.tsx'
import { isInFrame } from './desk/frame-lines.ts'
import { TicketFrame } from './desk/TicketFrame.tsx'
import { Thread } from './Thread.tsx'
import { TriageLine } from './TriageLine.tsx'
import { WrittenElsewhere } from './windows/WrittenElsewhere.tsx'
import { XChatNotice } from './XChatNotice.tsx'
import styles from './Pane.module.css'

function Head({ detail }: { detail: TicketDetail }) {
  const c = useConsole()
  const { card } = detail
  const brand = useRows((rows) => rows.brands.find((one) => one.id === card.brandId))
  const solve = useCommand('ticket.solve')
  const reopen = useCommand('ticket.reopen')
  const apart = useCommand('window.open-ticket')
  const isAlone = useSession((session) => session.view.kind === 'ticket')
  const solved = card.status === 'solved' || card.status === 'closed'
  const act = solved ? reopen : solve
  return (
    <header className={styles['head']}>
      <div className={styles['line']}>
        <h2 className={styles['title']} dir="auto" tabIndex={-1}>
          {detail.title || <i>{t(card.gone === null ? 'message.no-words' : `gone.card.${card.gone}`)}</i>}
        </h2>
        <span className={styles['number']}>{t('pane.number', { number: card.number })}</span>
        <Button look="quiet" aria-keyshortcuts={act.aria} onClick={act.run}>
          {solved ? <RotateCcw size={14} aria-hidden="true" /> : <Check size={14} aria-hidden="true" />}
          {t(solved ? 'pane.reopen' : 'pane.solve')}
        </Button>
        {!isAlone && (
          <Button
            look="quiet"
            icon
            aria-label={t('command.window.open-ticket')}
            aria-keyshortcuts={apart.aria}
            title={[t('command.window.open-ticket'), ...apart.keys].join('  ')}
            onClick={apart.run}
          >
            <SquareArrowOutUpRight size={14} aria-hidden="true" />
          </Button>
        )}
        <Button look="quiet" icon aria-label={t('pane.close')} onClick={() => closeTicket(c)}>
          <X size={14} aria-hidden="true" />
        </Button>
      </div>
      <div className={styles['tags']}>
        {brand && (
          <span className={styles['brand']}>
            <BrandSquare initials={brand.initials} fill={brand.fill} />
            {brand.name}
          </span>
        )}
        {card.status === 'open' && <Tag tone="info">{t('status.open')}</Tag>}
        {cardTags(card)
          // Followers and category stand below.
          .filter(({ key }) => key !== 'followers' && key !== 'category' && !isInFrame(key))
          .map((tag) => (
            <Tag key={tag.key} tone={tag.tone}>
              {tag.text}
            </Tag>
          ))}
        {card.dueAt !== null && card.needsReply && (
          <span className={styles['due']}>
            <DueChip at={card.dueAt} card={card} />
          </span>
        )}
      </div>
    </header>
  )
}

function Customer({ detail }: { detail: TicketDetail }) {
  const c = useConsole()
  const { customer } = detail.card
  const show = useCommand('customer.show')
  const open = () => c.attempt(() => c.call('link.open', { kind: 'profile', username: customer.username }))
  return (
    <section className={styles['customer']} aria-label={t('customer.label')}>
      <Avatar name={customer.name} media={customer.avatar} />
      <div className={styles['person']}>
        <div className={styles['who']}>
          <b className={styles['name']}>
            <Name name={customer.name} />
          </b>
          <button
            type="button"
            role="link"
            className={styles['handle']}
            aria-label={t('customer.open', { username: customer.username })}
            onClick={open}
          >
            {t('thread.handle', { username: customer.username })}
          </button>
          {customer.verified && <Tag tone="info">{t('tag.verified')}</Tag>}
        </div>
        <div>
          {t('customer.facts', {
            followers: customer.followers ?? -1,
            compact: compactCount(customer.followers ?? 0),
            tickets: detail.customerTicketCount,
          })}
        </div>
      </div>
      <span className={styles['card']}>
        <Button look="quiet" aria-keyshortcuts={show.aria} onClick={show.run}>
          {t('customer.card')}
        </Button>
      </span>
    </section>
  )
}

/** The brand whose colour the pane has. */
function brandOf(rows: Rows, rowId: string | null): string | undefined {
  const row = rowId === null ? undefined : rows.rows.get(rowId)
  if (row?.kind === 'post') return row.post.brandId
  return row?.kind === 'job' ? row.job.brandId : rows.detail?.card.brandId
}

export function Pane() {
  const ticketId = useSession((session) => session.openTicketId)
  const rowId = useSession((session) => session.openRowId)
  const showsHistory = useSession((session) => session.showsHistory)
  const isPost = useRows((rows) => rows.rows.get(rowId ?? '')?.kind === 'post')
  const detail = useRows((rows) => rows.detail)
  const failure = useRows((rows) => rows.detailFailure)
  const fill = useRows((rows) => rows.brands.find((brand) => brand.id === brandOf(rows, rowId))?.fill ?? 10)
  const brandId = useRows((rows) => brandOf(rows, rowId))
  const shown = detail !== null && detail.card.ticketId === ticketId ? detail : null
  const keyOf = useKeyName()
  const held = useSession((session) => session.held)
  const isWrittenElsewhere = useSession((session) => isElsewhere(session, ticketId))
  // A window of one ticket is about nothing else.
  const Landmark = useSession((session) => session.view.kind === 'ticket') ? 'main' : 'aside'
  return (
    <Landmark
      id={paneElementId}
      className={styles['pane']}
      style={{ '--b': css(brandFill(fill)) }}
      data-area="pane"
      data-brand={brandId}
      tabIndex={-1}
      aria-label={t('pane.label')}
    >
      {shown ? (
        <>
          <Head detail={shown} />
          <TicketFrame detail={shown} />
          <Customer detail={shown} />
          <TriageLine detail={shown} />
          {shown.card.channel === 'dm' && <XChatNotice brandId={shown.card.brandId} />}
          {showsHistory ? (
            <History key={shown.card.ticketId} detail={shown} />
          ) : (
            <Thread key={shown.card.ticketId} detail={shown} />
          )}
          {held === shown.card.ticketId && (
            <AnsweredBefore key={`answers ${shown.card.ticketId}`} detail={shown} />
          )}
          {held === shown.card.ticketId && (
            <Composer key={`composer ${shown.card.ticketId}`} detail={shown} />
          )}
          {isWrittenElsewhere && <WrittenElsewhere ticketId={shown.card.ticketId} />}
        </>
      ) : rowId !== null && isPost ? (
        <PostPane key={rowId} postId={rowId} />
      ) : rowId !== null ? (
        <JobPane key={rowId} jobId={rowId} />
      ) : failure ? (
        <Notice tone="bad" title={failureWords(failure)} />
      ) : ticketId !== null ? (
        <Notice title={t('pane.loading')} />
      ) : (
        <Notice
          title={t('pane.empty')}
          next={t('pane.empty.next', {
            down: keyOf('row.next'),
            up: keyOf('row.previous'),
            open: keyOf('row.open'),
          })}
        />
      )}
    </Landmark>
  )
}
