/** @file The page that a message of a row links to, in one line: its title and where it is. The row alone can be pressed. */
import { Link2 } from 'lucide-react'
import type { LinkLine as Told } from '../../shared/domain/text.ts'
import { t } from '../words.ts'
import { Plain } from './Runs.tsx'
import styles from './TicketRow.module.css'

export function LinkLine({ link }: { link: Told }) {
  return (
    <div className={styles['link']}>
      <Link2 size={12} aria-hidden="true" />
      <bdi className={styles['title']}>
        <Plain text={link.title} />
      </bdi>
      <span aria-hidden="true">{t('app.separator').trim()}</span>
      <span className={styles['host']}>
        <bdi>{link.host}</bdi>
      </span>
    </div>
  )
}
