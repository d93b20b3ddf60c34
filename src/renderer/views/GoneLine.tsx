/** @file The place of a message that X no longer shows: one quiet line that says why. */
import type { GoneItem, GoneReason } from '../../shared/domain/ticket.ts'
import { fullTime, writtenAt } from '../time.ts'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import styles from './Thread.module.css'
import { locale } from '../language.ts'

const everywhere = 'XX'
const byCopyright = 'XY'
const regions = new Intl.DisplayNames(locale, { type: 'region' })

/** Where X withholds it, in words. */
function where(countries: readonly string[]): string {
  if (countries.includes(everywhere) || countries.length === 0) return t('gone.withheld.everywhere')
  if (countries.includes(byCopyright)) return t('gone.withheld.copyright')
  return t('gone.withheld.in', { countries: countries.map((code) => regions.of(code) ?? code).join(', ') })
}

/** Why a message is gone, as a card and a line say it. */
export const goneWords = (why: GoneReason, countries: readonly string[]): string =>
  why === 'withheld' ? t('gone.withheld', { where: where(countries) }) : t(`gone.${why}`)

export function GoneLine({ item }: { item: GoneItem }) {
  const c = useConsole()
  return (
    <p
      className={styles['gone']}
      title={`${fullTime(item.at)}${t('app.separator')}${t('gone.since', { time: writtenAt(c.now(), item.goneAt) })}`}
    >
      {t(`gone.by.${item.by}`, {
        what: goneWords(item.why, item.countries),
        time: writtenAt(c.now(), item.at),
      })}
    </p>
  )
}
