/** @file The client-safe screen: which brand stays, and word that it is on. */
import { EyeOff } from 'lucide-react'
import { showOnly } from '../commands/client-safe.ts'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { ChooseBrand } from './ChooseBrand.tsx'
import { useCommand, useConsole, useRows, useSession } from './console-context.ts'
import form from '../ui/Form.module.css'
import styles from './StatusBar.module.css'

export function ClientSafeDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  return (
    <Modal title={t('client-safe.title')} onClose={onClose}>
      <div className={form['form']}>
        <p>{t('client-safe.why')}</p>
        <ChooseBrand onChosen={(brandId) => showOnly(c, brandId)} />
      </div>
    </Modal>
  )
}

/** In the status bar for as long as one brand alone is shown. */
export function ClientSafeMark() {
  const only = useSession((session) => session.onlyBrandId)
  const name = useRows((rows) => rows.brands.find(({ id }) => id === only)?.name ?? '')
  const { run, keys, aria } = useCommand('view.client-safe')
  if (only === null) return null
  const words = t('client-safe.on.name', { name })
  return (
    <button
      type="button"
      className={styles['safe']}
      aria-label={words}
      aria-keyshortcuts={aria}
      title={[words, ...keys].join('  ')}
      onClick={run}
    >
      <EyeOff size={13} aria-hidden="true" />
      {t('client-safe.on', { name })}
    </button>
  )
}
