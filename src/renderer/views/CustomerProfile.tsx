/** @file What a customer says of themselves on X: their words untouched, where they say they are, their link, since when. */
import { CalendarDays, Link2, MapPin } from 'lucide-react'
import { plainText } from '../../shared/domain/text.ts'
import type { Profile } from '../../shared/domain/customer.ts'
import { fullTime } from '../time.ts'
import { Tag } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { Plain, Runs } from './Runs.tsx'
import { isNewOnX, sinceWords } from './since-words.ts'
import styles from './CustomerProfile.module.css'

/** Longer than anybody's honest description, or higher: it scrolls by itself, so that what is below stays in sight. */
const isHigh = (text: string): boolean => text.length > 600 || text.split('\n').length > 8

function Since({ joinedAt }: { joinedAt: number }) {
  const c = useConsole()
  const words = sinceWords(c.now(), joinedAt)
  return (
    <span className={styles['fact']} title={fullTime(joinedAt)}>
      <CalendarDays size={13} aria-hidden="true" />
      {isNewOnX(c.now(), joinedAt) ? <Tag tone="warn">{words}</Tag> : words}
    </span>
  )
}

export function CustomerProfile({ profile }: { profile: Profile }) {
  const c = useConsole()
  const { description, location, site, joinedAt } = profile
  const high = isHigh(plainText(description))
  if (description.length === 0 && location === '' && site === null && joinedAt === null) return null
  return (
    <section className={styles['profile']} aria-label={t('customer.profile')}>
      {description.length > 0 && (
        <div
          className={styles['words']}
          dir="auto"
          // What scrolls must be reached by key.
          {...(high ? { tabIndex: 0, role: 'group', 'aria-label': t('customer.profile') } : {})}
        >
          <Runs runs={description} />
        </div>
      )}
      <div className={styles['facts']}>
        {location !== '' && (
          <span className={styles['fact']}>
            <MapPin size={13} aria-hidden="true" />
            <bdi className={styles['place']}>
              <Plain text={location} />
            </bdi>
          </span>
        )}
        {site !== null && (
          <span className={styles['fact']}>
            <Link2 size={13} aria-hidden="true" />
            <button
              type="button"
              role="link"
              className={styles['site']}
              onClick={() => c.attempt(() => c.call('link.open', { kind: 'link', href: site.href }))}
            >
              <bdi>
                <Plain text={site.text} />
              </bdi>
            </button>
          </span>
        )}
        {joinedAt !== null && <Since joinedAt={joinedAt} />}
      </div>
    </section>
  )
}
