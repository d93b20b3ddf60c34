/** @file The page for whoever comes or leaves: what waits, what to leave, what a file from another computer brings. */
import { useEffect, useRef, useState } from 'react'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { useConsole, useSession } from '../console-context.ts'
import { LeaveForm } from './LeaveForm.tsx'
import { TakeIn } from './TakeIn.tsx'
import { Told } from './Told.tsx'
import { useHandover } from './use-handover.ts'
import styles from './Handover.module.css'

export type Mode = 'told' | 'leave' | 'take-in'

/** What was said since the page is open: the status bar is out of sight behind it. */
function Said() {
  const said = useSession((session) => session.said)
  const [before] = useState(said)
  return (
    <p role="status" className={styles['said']}>
      {said === before ? '' : (said?.text ?? '')}
    </p>
  )
}

export function HandoverDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const { view, readAgain } = useHandover()
  const [mode, setMode] = useState<Mode>('told')
  /** Where keys are heard when what had the focus is gone. */
  const first = useRef<HTMLDivElement>(null)
  const isRead = view !== null
  useEffect(() => {
    if (isRead) c.attempt(() => c.call('handover.seen', {}))
  }, [c, isRead])
  const back = () => {
    readAgain()
    setMode('told')
  }
  return (
    <Modal title={t('handover.title')} onClose={onClose} look="full" first={first}>
      {view && mode === 'told' && <Told view={view} first={first} readAgain={readAgain} onMode={setMode} />}
      {view && mode === 'leave' && <LeaveForm view={view} onBack={back} />}
      {mode === 'take-in' && <TakeIn onBack={back} />}
      <Said />
    </Modal>
  )
}
