/** @file One row of a column: fixed height, memoised, an option of its list. */
import { Check, ChevronDown, ChevronUp } from 'lucide-react'
import { memo } from 'react'
import type { ColumnRow, RowGroup } from '../../shared/domain/deck.ts'
import type { Card } from '../../shared/domain/ticket.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { Hidden } from '../ui/Hidden.tsx'
import { Tag } from '../ui/Tag.tsx'
import { nameInSentence } from '../overrides.ts'
import { written } from '../time.ts'
import { t } from '../words.ts'
import { cardTags, chipWidth, fitTags, leavesIn, type CardTag } from './card-tags.ts'
import { useRows, useTimed } from './console-context.ts'
import { DueChip } from './DueChip.tsx'
import { LinkLine } from './LinkLine.tsx'
import { RowFrame, type RowProps } from './RowFrame.tsx'
import { Name, Plain, Runs } from './Runs.tsx'
import styles from './TicketRow.module.css'

/** What a row of the narrowest column has for its chips, px: the rest is avatar, time and owner. */
const chipRoom = 150

const groupWords = ({ more, unfolded }: RowGroup): string =>
  t(unfolded ? 'row.more.unfolded' : 'row.more', { count: more })

/** The chips of a card that have room in its row, beside the one of further tickets where it stands for some. */
function fitting(tags: readonly CardTag[], group: RowGroup | null): ReturnType<typeof fitTags> {
  if (group === null) return fitTags(tags, chipRoom)
  // How many of the customer's are open anywhere is another count than how many stand here: one of them is enough.
  const others = tags.filter(({ key }) => key !== 'stack')
  // What went wrong is never hidden behind a number.
  return fitTags(others, chipRoom - chipWidth(groupWords(group)), others[0]?.tone === 'bad' ? 1 : 0)
}

/** How many further tickets the row stands for. The key is Shift+O; this is the same for the mouse. */
function GroupChip({ group, onPress }: { group: RowGroup; onPress: (how?: 'choose') => void }) {
  return (
    <span
      className={styles['group']}
      title={t('command.column.unfold-customer')}
      onClick={(event) => {
        event.stopPropagation()
        onPress(event.shiftKey || event.ctrlKey || event.metaKey ? 'choose' : undefined)
      }}
    >
      <Tag tone="info">
        {groupWords(group)}
        {group.unfolded ? (
          <ChevronUp size={12} aria-hidden="true" />
        ) : (
          <ChevronDown size={12} aria-hidden="true" />
        )}
      </Tag>
    </span>
  )
}

function CardText({ card }: { card: Card }) {
  if (card.gone !== null) return <i>{t(`gone.card.${card.gone}`)}</i>
  return card.runs.length === 0 ? <i>{t('message.no-words')}</i> : <Runs runs={card.runs} inert />
}

export const TicketRow = memo(function TicketRow({
  row,
  card,
  onPress,
  group,
  onGroup,
  ...place
}: RowProps & { row: ColumnRow; card: Card }) {
  const brand = useRows((rows) => rows.brands.find((one) => one.id === card.brandId))
  const at = row.kind === 'job' ? row.job.createdAt : card.messageAt
  const time = useTimed((now) => written(now, at))
  const leaves = useTimed((now) => leavesIn(card.job, now))
  const isFirst = group !== undefined && group.more > 0
  const { shown, more } = fitting(cardTags(card, leaves), isFirst ? group : null)
  const { customer } = card
  // A row is as high with it as without: the text has one line less.
  const line = place.compact || row.kind === 'job' ? null : card.link
  return (
    <RowFrame
      {...place}
      rowId={row.id}
      ticketId={card.ticketId}
      further={group?.more === 0}
      onClick={(event) =>
        onPress(row.id, event.shiftKey ? 'to' : event.ctrlKey || event.metaKey ? 'toggle' : undefined)
      }
    >
      {/* The key is x; this is the same for the mouse. */}
      <span
        className={styles['pick']}
        title={t('command.select.toggle')}
        onClick={(event) => {
          event.stopPropagation()
          onPress(row.id, event.shiftKey ? 'to' : 'toggle')
        }}
      >
        <Avatar
          name={customer.name}
          media={customer.avatar}
          mark={brand && <BrandSquare initials={brand.initials} fill={brand.fill} name={brand.name} />}
        />
        <span className={styles['check']} aria-hidden="true">
          <Check size={16} />
        </span>
      </span>
      <div className={styles['body']}>
        <div className={styles['who']}>
          {group?.more === 0 && (
            <Hidden>{t('row.further', { name: nameInSentence(card.customer.name) })} </Hidden>
          )}
          <b className={styles['name']}>
            <Name name={customer.name} />
          </b>
          <span className={styles['handle']}>{t('thread.handle', { username: customer.username })}</span>
          {card.dueAt !== null && card.needsReply && (
            <span className={styles['due']}>
              <DueChip at={card.dueAt} card={card} />
            </span>
          )}
        </div>
        <div className={`${styles['text']} ${line ? styles['short'] : ''}`} dir="auto">
          {row.kind === 'job' ? <Plain text={row.job.text} /> : <CardText card={card} />}
        </div>
        {line && <LinkLine link={line} />}
        <div className={styles['tags']}>
          {isFirst && <GroupChip group={group} onPress={(how) => onGroup?.(row.id, how)} />}
          {shown.map((tag) => (
            <Tag key={tag.key} tone={tag.tone}>
              {tag.text}
            </Tag>
          ))}
          {more > 0 && <Tag>{t('tag.more', { count: more })}</Tag>}
          <span className={styles['time']}>{time}</span>
          {card.ownerInitials !== null && <span className={styles['owner']}>{card.ownerInitials}</span>}
        </div>
      </div>
    </RowFrame>
  )
})
