/** @file In place of columns that have nothing to show: the handles of this deck that wait for their sign-in. */
import type { BrandView } from '../../../shared/domain/brand.ts'
import { deckWaitsId } from '../../commands/go.ts'
import { waitingIn } from '../../state/waiting.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import styles from './Clients.module.css'

/** @param brand whose deck it is; null: that of all · @param brands that have no handle, of this deck */
export function Unconnected({ brand, brands }: { brand: BrandView | null; brands: readonly BrandView[] }) {
  const c = useConsole()
  const waiting = waitingIn(brands)
  const offered = brand ? waiting : waiting.slice(0, 1)
  return (
    <div className={styles['unconnected']}>
      <Notice
        title={brand ? t('expected.title', { name: brand.name }) : t('deck.none')}
        next={t('expected.next')}
      >
        {waiting.length > offered.length && (
          <p>{t('expected.left', { count: waiting.length - offered.length })}</p>
        )}
        <div className={styles['offered']}>
          {offered.map(({ expectedId, username }, at) => (
            <Button
              key={expectedId}
              {...(at === 0 ? { id: deckWaitsId, look: 'primary' } : {})}
              onClick={() =>
                c.session.setState({
                  overlay: { kind: 'connect', target: { kind: 'expected', expectedId, appId: null } },
                })
              }
            >
              {t('expected.connect', { username })}
            </Button>
          ))}
        </div>
      </Notice>
    </div>
  )
}
