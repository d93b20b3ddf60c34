/** @file Status notices: what brands tell everybody, as a list or by day, and the forms that write them. */
import { useState } from 'react'
import { FirstKind, type FollowKind, type NoticeView } from '../../../shared/domain/notice.ts'
import type { NoticeAsk } from '../../state/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { useRows } from '../console-context.ts'
import { FollowForm } from './FollowForm.tsx'
import { NoticeCalendar } from './NoticeCalendar.tsx'
import { NoticeList } from './NoticeList.tsx'
import { useNotices } from './use-notices.ts'
import { WriteForm } from './WriteForm.tsx'
import form from '../../ui/Form.module.css'
import styles from './Notices.module.css'

type Shown =
  | { kind: 'list' | 'calendar' }
  | { kind: 'write'; ask: NoticeAsk }
  | { kind: 'follow'; notice: NoticeView; as: FollowKind }

const plainAsk: NoticeAsk = { brandId: null, incidentId: null, title: '' }

/** Notices that were written with this one and may go on with it. */
const besideOf = (notices: readonly NoticeView[], { id, actId }: NoticeView): NoticeView[] =>
  notices.filter(
    (one) => one.actId === actId && one.id !== id && one.standing !== 'gone' && one.standing !== 'over',
  )

/** What nobody saw is written again with the words that it had. */
function againOf({ brandId, incident, title, startsAt, endsAt, posts }: NoticeView): NoticeAsk {
  const ask = { brandId, incidentId: incident?.id ?? null, title }
  const first = posts.find(({ kind }) => FirstKind.safeParse(kind).success)
  if (!first) return ask
  return { ...ask, words: { kind: FirstKind.parse(first.kind), text: first.job.text, startsAt, endsAt } }
}

/** @param ask null shows what there is */
export function NoticesDialog({ ask, onClose }: { ask: NoticeAsk | null; onClose: () => void }) {
  const [shown, show] = useState<Shown>(ask === null ? { kind: 'list' } : { kind: 'write', ask })
  const [only, setOnly] = useState('')
  const brands = useRows((rows) => rows.brands)
  const { notices, incidents, readAgain } = useNotices()
  const listed = (notices ?? []).filter(({ brandId }) => only === '' || brandId === only)
  const back = () => {
    show({ kind: 'list' })
    readAgain()
  }
  return (
    <Modal title={t('notice.title')} onClose={onClose} look="broad">
      <div className={form['form']}>
        {(shown.kind === 'list' || shown.kind === 'calendar') && (
          <div className={styles['head']}>
            {(['list', 'calendar'] as const).map((kind) => (
              <Button key={kind} aria-pressed={shown.kind === kind} onClick={() => show({ kind })}>
                {t(`notice.view.${kind}`)}
              </Button>
            ))}
            {brands.length > 1 && (
              <select
                className={form['select']}
                aria-label={t('notice.only')}
                value={only}
                onChange={(event) => setOnly(event.target.value)}
              >
                <option value="">{t('notice.only.all')}</option>
                {brands.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
            <Button
              look="primary"
              className={styles['write']}
              onClick={() =>
                show({ kind: 'write', ask: { ...plainAsk, brandId: only === '' ? null : only } })
              }
            >
              {t('command.notice.write')}
            </Button>
          </div>
        )}
        {notices !== null && shown.kind === 'list' && (
          <NoticeList
            notices={listed}
            incidents={incidents}
            onFollow={(notice, as) => show({ kind: 'follow', notice, as })}
            onAgain={(notice) => show({ kind: 'write', ask: againOf(notice) })}
            readAgain={readAgain}
          />
        )}
        {shown.kind === 'calendar' && <NoticeCalendar notices={listed} />}
        {notices !== null && shown.kind === 'write' && (
          <WriteForm ask={shown.ask} incidents={incidents} onCancel={back} onDone={back} />
        )}
        {notices !== null && shown.kind === 'follow' && (
          <FollowForm
            kind={shown.as}
            notice={shown.notice}
            others={besideOf(notices, shown.notice)}
            onCancel={back}
            onDone={back}
          />
        )}
      </div>
    </Modal>
  )
}
