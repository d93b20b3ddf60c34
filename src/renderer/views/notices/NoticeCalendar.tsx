/** @file Notices by day, a week or a month at a time. Arrow keys go from day to day, Page keys further; below stands the day. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { NoticeKind, NoticeView } from '../../../shared/domain/notice.ts'
import { locale } from '../../language.ts'
import { clockTime } from '../../time.ts'
import { BrandSquare } from '../../ui/BrandSquare.tsx'
import { Button } from '../../ui/Button.tsx'
import { Hidden } from '../../ui/Hidden.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { firstWeekday, midnight, movedBy, weeksOf, type Span } from './calendar-rules.ts'
import styles from './Notices.module.css'

/** One thing of a day: a post that leaves or left, or work that begins. */
type Happening = {
  key: string
  at: number
  brandId: string
  what: NoticeKind | 'work'
  title: string
  isOut: boolean
}

const first = firstWeekday(locale)
const weekdayName = new Intl.DateTimeFormat(locale, { weekday: 'short' })
const longDay = new Intl.DateTimeFormat(locale, { dateStyle: 'full' })
const monthName = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' })

/** So many stand in a day before the rest is a number. */
const shownAtMost = 3

function happeningsOf(notices: readonly NoticeView[]): Map<number, Happening[]> {
  const all = notices.flatMap(({ id, brandId, title, startsAt, posts }): Happening[] => {
    const alive = posts.filter(({ job }) => job.state !== 'recalled' && job.state !== 'dropped')
    const work = { key: `${id} work`, brandId, what: 'work' as const, title, isOut: false }
    return [
      ...alive.map(({ kind, at, job }) => ({
        key: job.id,
        at,
        brandId,
        what: kind,
        title,
        isOut: job.state === 'sent',
      })),
      ...(startsAt === null || alive.length === 0 ? [] : [{ ...work, at: startsAt }]),
    ]
  })
  return Map.groupBy(
    all.toSorted((a, b) => a.at - b.at),
    ({ at }) => midnight(at),
  )
}

function Line({ happening }: { happening: Happening }) {
  const brand = useRows((rows) => rows.brands.find(({ id }) => id === happening.brandId))
  return (
    <span className={styles['happening']} data-out={happening.isOut}>
      {brand && <BrandSquare initials={brand.initials} fill={brand.fill} name={brand.name} />}
      <span>{clockTime(happening.at)}</span>
      <span className={styles['what']}>{t(`notice.kind.${happening.what}`)}</span>
    </span>
  )
}

export function NoticeCalendar({ notices }: { notices: readonly NoticeView[] }) {
  const c = useConsole()
  const [span, setSpan] = useState<Span>('month')
  const [day, setDay] = useState(() => midnight(c.now()))
  const moved = useRef(false)
  const grid = useRef<HTMLTableElement>(null)
  const weeks = weeksOf(span, day, first)
  const days = happeningsOf(notices)
  const today = midnight(c.now())
  const onDay = days.get(day) ?? []
  useEffect(() => {
    // Only a key takes the focus along; a press on a button leaves it there.
    if (moved.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    moved.current = false
  }, [day])
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = movedBy(event.key, span, day, first)
    if (to === null) return
    event.preventDefault()
    event.stopPropagation()
    moved.current = true
    setDay(to)
  }
  const turn = (by: 'PageUp' | 'PageDown') => setDay(movedBy(by, span, day, first) ?? day)
  return (
    <>
      <div className={styles['turn']}>
        <Button icon aria-label={t(`notice.calendar.before.${span}`)} onClick={() => turn('PageUp')}>
          <ChevronLeft size={14} aria-hidden="true" />
        </Button>
        <b aria-live="polite">{monthName.format(day)}</b>
        <Button icon aria-label={t(`notice.calendar.after.${span}`)} onClick={() => turn('PageDown')}>
          <ChevronRight size={14} aria-hidden="true" />
        </Button>
        <Button look="quiet" onClick={() => setDay(today)}>
          {t('notice.calendar.today')}
        </Button>
        <span className={styles['spans']} role="group" aria-label={t('notice.calendar.span')}>
          {(['week', 'month'] as const).map((one) => (
            <Button key={one} aria-pressed={span === one} onClick={() => setSpan(one)}>
              {t(`notice.calendar.${one}`)}
            </Button>
          ))}
        </span>
      </div>
      <table
        ref={grid}
        role="grid"
        className={styles['calendar']}
        data-span={span}
        aria-label={t('notice.calendar')}
        onKeyDown={key}
      >
        <thead>
          <tr>
            {weeks[0]?.map((one) => (
              <th key={one} scope="col">
                {weekdayName.format(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((one) => {
                const happenings = days.get(one) ?? []
                return (
                  <td
                    key={one}
                    role="gridcell"
                    tabIndex={one === day ? 0 : -1}
                    aria-selected={one === day}
                    aria-current={one === today ? 'date' : undefined}
                    data-beside={new Date(one).getMonth() !== new Date(day).getMonth()}
                    onClick={() => setDay(one)}
                  >
                    <Hidden>
                      {t('notice.calendar.day', { day: longDay.format(one), count: happenings.length })}
                    </Hidden>
                    <span className={styles['date']} aria-hidden="true">
                      {new Date(one).getDate()}
                    </span>
                    {happenings.slice(0, shownAtMost).map((happening) => (
                      <Line key={happening.key} happening={happening} />
                    ))}
                    {happenings.length > shownAtMost && (
                      <span className={styles['more']}>
                        {t('notice.calendar.more', { count: happenings.length - shownAtMost })}
                      </span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <section className={styles['section']} aria-label={longDay.format(day)}>
        <h3 className={styles['heading']}>{longDay.format(day)}</h3>
        {onDay.length === 0 && <p>{t('notice.calendar.none')}</p>}
        <ul className={styles['day']}>
          {onDay.map((happening) => (
            <li key={happening.key}>
              <Line happening={happening} /> <span dir="auto">{happening.title}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
