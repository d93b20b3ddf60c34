/** @file The past of a handle: the choice of how far back, then how far it is. In the sign-in and as a dialog of its own. */
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { useRows } from './console-context.ts'
import { PastChoice } from './PastChoice.tsx'
import { PastActions, PastProgress } from './PastProgress.tsx'
import form from '../ui/Form.module.css'

/** @param handleId a handle that is signed in */
export function PastPosts({ handleId, onClose }: { handleId: string; onClose: () => void }) {
  const view = useRows((rows) => rows.backfills.find((one) => one.handleId === handleId))
  const [chooses, setChooses] = useState(false)
  const isOver = view?.state === 'done' || view?.state === 'cancelled'
  if (!view || (chooses && isOver)) return <PastChoice handleId={handleId} onClose={onClose} />
  return (
    <div className={form['stack']}>
      <PastProgress view={view} />
      <div className={form['actions']}>
        <PastActions view={view} />
        {isOver && <Button onClick={() => setChooses(true)}>{t('backfill.further')}</Button>}
        <Button look="primary" autoFocus onClick={onClose}>
          {t('connect.done.close')}
        </Button>
      </div>
    </div>
  )
}

export function PastDialog({ handleId, onClose }: { handleId: string; onClose: () => void }) {
  const username = useRows(
    (rows) =>
      rows.brands.flatMap((brand) => brand.handles).find((handle) => handle.id === handleId)?.username ?? '',
  )
  return (
    <Modal title={t('backfill.title', { username })} onClose={onClose} look="wide">
      <div className={form['form']}>
        <PastPosts handleId={handleId} onClose={onClose} />
      </div>
    </Modal>
  )
}
