/** @file One ticket that was found: whose it is, its state, and the words in the message that says most. */
import { StickyNote } from 'lucide-react'
import type { SearchMatch, SearchPage } from '../../../shared/domain/search.ts'
import { written } from '../../time.ts'
import { BrandSquare } from '../../ui/BrandSquare.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import { useRows, useTimed } from '../console-context.ts'
import { Name, Plain, Runs } from '../Runs.tsx'
import styles from './Search.module.css'

function Marked({ text, marks }: Pick<SearchMatch, 'text' | 'marks'>) {
  return (
    <>
      {marks.map(({ start, end }, n) => (
        <span key={start}>
          <Plain text={text.slice(marks[n - 1]?.end ?? 0, start)} />
          <mark className={styles['mark']}>
            <Plain text={text.slice(start, end)} />
          </mark>
        </span>
      ))}
      <Plain text={text.slice(marks.at(-1)?.end ?? 0)} />
    </>
  )
}

/** Where it was said, and by whom when it was not the customer. */
function Where({ match: { kind, isOurs, author } }: { match: SearchMatch }) {
  return (
    <>
      {kind === 'note' && (
        <span className={styles['where']}>
          <StickyNote size={12} aria-hidden="true" /> {t('search.note')}
        </span>
      )}
      {kind === 'dm' && <span className={styles['where']}>{t('search.dm')}</span>}
      {isOurs && author !== null && (
        <span className={styles['where']}>{t('search.by-us', { name: author })}</span>
      )}
    </>
  )
}

type Props = { row: SearchPage['rows'][number]; id: string; chosen: boolean; onPress: () => void }

export function SearchRow({ row: { card, match }, id, chosen, onPress }: Props) {
  const brand = useRows((rows) => rows.brands.find((one) => one.id === card.brandId))
  const time = useTimed((now) => written(now, match?.at ?? card.messageAt))
  const { customer } = card
  return (
    <div id={id} role="option" aria-selected={chosen} className={styles['row']} onClick={onPress}>
      {brand && <BrandSquare initials={brand.initials} fill={brand.fill} name={brand.name} />}
      <div className={styles['body']}>
        <div className={styles['who']}>
          <b className={styles['name']}>
            <Name name={customer.name} />
          </b>
          <span className={styles['handle']}>{t('thread.handle', { username: customer.username })}</span>
          <Tag>{t(`status.${card.status}`)}</Tag>
          <span className={styles['number']}>{t('pane.number', { number: card.number })}</span>
          <span className={styles['time']}>{time}</span>
        </div>
        <div className={styles['text']} dir="auto">
          {match ? (
            <>
              <Where match={match} />
              <Marked text={match.text} marks={match.marks} />
            </>
          ) : (
            <Runs runs={card.runs} inert />
          )}
        </div>
      </div>
    </div>
  )
}
