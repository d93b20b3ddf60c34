/** @file Somebody else seems to answer for a handle: two people who do not know of each other answer twice. */
import { t } from '../words.ts'
import { useRows } from './console-context.ts'
import styles from './Banners.module.css'

export function OtherSeatNotice() {
  const brands = useRows((rows) => rows.brands)
  return brands
    .flatMap(({ handles }) => handles)
    .filter(({ otherSeat }) => otherSeat)
    .map(({ id, username }) => (
      <p key={id} className={styles['notice']} role="status">
        {t('other-seat.notice', { username })}
      </p>
    ))
}
