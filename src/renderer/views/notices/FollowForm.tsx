/** @file What is known since, or that it is over: under the notice of each brand that was told. */
import { useState } from 'react'
import type { FollowKind, NoticeView } from '../../../shared/domain/notice.ts'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { BrandChecks } from './BrandChecks.tsx'
import { NoticeTexts } from './NoticeTexts.tsx'
import styles from './Notices.module.css'

type Props = {
  kind: FollowKind
  notice: NoticeView
  /** Notices that were written with it, and may go on too. */
  others: readonly NoticeView[]
  onCancel: () => void
  onDone: () => void
}

export function FollowForm({ kind, notice, others, onCancel, onDone }: Props) {
  const c = useConsole()
  const all = [notice, ...others]
  const [ids, setIds] = useState<readonly string[]>(all.map(({ id }) => id))
  const chosen = all.filter(({ id }) => ids.includes(id))
  const { title, startsAt, endsAt } = notice
  return (
    <>
      <h3 className={styles['heading']}>{t(`notice.follow.${kind}`, { title })}</h3>
      <p>{t('notice.follow.why')}</p>
      {all.length > 1 && (
        <BrandChecks
          all={all.map(({ id, brandId }) => ({ key: id, brandId }))}
          chosen={ids}
          onChosen={setIds}
        />
      )}
      <NoticeTexts
        about={{ kind, title, startsAt, endsAt }}
        targets={chosen.map(({ id, brandId, handleId, username, incident }) => ({
          key: id,
          brandId,
          handleId,
          username,
          incidentId: incident?.id ?? null,
        }))}
        isReady
        none={t('notice.brands.none')}
        send={(items, actId) =>
          c.call('notice.follow', {
            actId,
            kind,
            items: items.map(({ target, ...words }) => ({
              ...words,
              noticeId: target.key,
              username: target.username,
            })),
          })
        }
        onCancel={onCancel}
        onSent={(left) => {
          if (left.length === 0) onDone()
          else setIds(left)
        }}
      />
    </>
  )
}
