/** @file Notices by where they stand: what waits for a word first, what is over last. */
import type { IncidentView } from '../../../shared/domain/incident.ts'
import { NoticeStanding, type FollowKind, type NoticeView } from '../../../shared/domain/notice.ts'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useKeyName } from '../console-context.ts'
import { NoticeItem } from './NoticeItem.tsx'
import styles from './Notices.module.css'

type Props = {
  notices: readonly NoticeView[]
  incidents: readonly IncidentView[]
  onFollow: (notice: NoticeView, kind: FollowKind) => void
  onAgain: (notice: NoticeView) => void
  readAgain: () => void
}

export function NoticeList({ notices, incidents, onFollow, onAgain, readAgain }: Props) {
  const keyOf = useKeyName()
  if (notices.length === 0)
    return <Notice title={t('notice.none')} next={t('notice.none.why', { stop: keyOf('outbox.stop') })} />
  return NoticeStanding.options.map((standing) => {
    const shown = notices.filter((notice) => notice.standing === standing)
    return (
      shown.length > 0 && (
        <section key={standing} className={styles['section']}>
          <h3 className={styles['heading']}>{t(`notice.standing.${standing}`)}</h3>
          <ul className={styles['notices']}>
            {shown.map((notice) => (
              <NoticeItem
                key={notice.id}
                notice={notice}
                incidents={incidents.filter(({ brandId }) => brandId === notice.brandId)}
                onFollow={(kind) => onFollow(notice, kind)}
                onAgain={() => onAgain(notice)}
                readAgain={readAgain}
              />
            ))}
          </ul>
        </section>
      )
    )
  })
}
