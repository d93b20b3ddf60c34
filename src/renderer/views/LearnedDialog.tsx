/** @file What corrections taught triage in this workspace: each word, and for which category it counts more or less. */
import { useEffect, useState } from 'react'
import type { LearnedWeight } from '../../shared/domain/triage.ts'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { learnedWords, termWords } from './why-words.ts'
import form from '../ui/Form.module.css'
import styles from './ReleaseList.module.css'

export function LearnedDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const [learned, setLearned] = useState<readonly LearnedWeight[] | null>(null)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('triage.learned', {})
      if (!gone) setLearned(read)
    })
    return () => {
      gone = true
    }
  }, [c])
  return (
    <Modal title={t('learned.title')} onClose={onClose} look="wide">
      <div className={form['form']} tabIndex={0}>
        <p>{t('learned.why')}</p>
        {learned?.length === 0 && <Notice title={t('learned.nothing')} next={t('learned.nothing.next')} />}
        <ul className={styles['items']}>
          {learned?.map((one) => (
            <li key={`${one.language} ${one.category} ${one.kind} ${one.term}`} className={styles['facts']}>
              <b>{termWords(one)}</b>
              <span>{learnedWords(one)}</span>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  )
}
