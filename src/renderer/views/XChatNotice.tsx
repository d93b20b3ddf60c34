/** @file The standing notice that direct messages of some handles may be in X Chat, where nobody here can read them. */
import { Lock } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { t } from '../words.ts'
import { useConsole, useRows } from './console-context.ts'
import styles from './XChatNotice.module.css'

/** @param brandId null: over all brands */
export function XChatNotice({ brandId }: { brandId: string | null }) {
  const c = useConsole()
  const brands = useRows((rows) => rows.brands)
  const moved = brands
    .filter((brand) => brandId === null || brand.id === brandId)
    .flatMap((brand) => brand.handles)
    .flatMap(({ id, username, dmsMoved }) => (dmsMoved === null ? [] : [{ id, username, dmsMoved }]))
  if (moved.length === 0) return null
  const open = () => c.attempt(() => c.call('link.open', { kind: 'x-chat' }))
  return (
    <section className={styles['notice']} aria-label={t('xchat.label')}>
      <Lock size={13} aria-hidden="true" />
      <div>
        {moved.map(({ id, username, dmsMoved }) => (
          <p key={id}>{t(`xchat.${dmsMoved}`, { username })}</p>
        ))}
      </div>
      <Button onClick={open}>{t('xchat.open')}</Button>
    </section>
  )
}
