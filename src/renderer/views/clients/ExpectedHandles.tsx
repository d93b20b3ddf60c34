/** @file The handles that a brand waits for: each is connected, or taken off the list. */
import type { RefObject } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import { isUnconnected } from '../../state/waiting.ts'
import { Button } from '../../ui/Button.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import styles from './Clients.module.css'

/** @param first the button of the first one, where the focus begins */
export function ExpectedHandles({
  brand,
  first,
}: {
  brand: BrandView
  first?: RefObject<HTMLButtonElement | null> | undefined
}) {
  const c = useConsole()
  if (brand.expected.length === 0) return null
  const drop = (expectedId: string, username: string) =>
    c.attempt(async () => {
      await c.call('brand.drop-handle', { expectedId })
      c.say(t('said.dropped', { username }), { undoable: true })
    })
  return (
    <ul className={styles['expected']}>
      {brand.expected.map(({ id: expectedId, username }, at) => (
        <li key={expectedId}>
          <b className={styles['username']}>{t('thread.handle', { username })}</b>
          {/* Of a brand without any handle its own line says so. */}
          {!isUnconnected(brand) && <Tag tone="info">{t('expected.state')}</Tag>}
          <span className={styles['ways']}>
            <Button
              look="quiet"
              aria-label={t('expected.drop.name', { username })}
              onClick={() => drop(expectedId, username)}
            >
              {t('expected.drop')}
            </Button>
            <Button
              {...(at === 0 && first ? { ref: first } : {})}
              onClick={() =>
                c.session.setState({
                  overlay: { kind: 'connect', target: { kind: 'expected', expectedId, appId: null } },
                })
              }
            >
              {t('expected.connect', { username })}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  )
}
