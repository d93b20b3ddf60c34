/** @file Settings of a brand: what it should have before it writes to anybody, and the word that it may. */
import { Check, Circle } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { GoLiveCheck, GoLiveItem } from '../../../shared/domain/go-live-setting.ts'
import type { Overlay } from '../../state/session.ts'
import { settingsSections } from '../../state/settings-sections.ts'
import { Button } from '../../ui/Button.tsx'
import { Hidden } from '../../ui/Hidden.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'
import styles from '../kit/Kit.module.css'

/** Where an item is settled; null: nowhere in one step. */
function placeOf(item: GoLiveItem, brandId: string): Overlay | null {
  if (item === 'macros') return { kind: 'macros', brandId }
  if (item === 'handles') return { kind: 'brands' }
  const section = settingsSections.find((one) => one === item)
  return section ? { kind: 'brand-settings', brandId, section } : null
}

function useChecklist(brandId: string, settings: SectionProps['settings']): readonly GoLiveCheck[] | null {
  const c = useConsole()
  const [list, setList] = useState<readonly GoLiveCheck[] | null>(null)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('brand.checklist', { brandId })
      if (!gone) setList(read)
    })
    return () => {
      gone = true
    }
  }, [c, brandId, settings])
  return list
}

export function GoLiveSection({ brand, settings }: SectionProps) {
  const c = useConsole()
  const keep = useKeepSetting(brand, 'goLive')
  const list = useChecklist(brand.id, settings)
  const { live } = settings.goLive
  const open = list?.filter((check) => !check.done).length ?? 0
  return (
    <>
      <p className={live ? form['good'] : form['warn']}>
        {t(live ? 'go-live.is-live' : 'go-live.is-read-only', { name: brand.name })}
      </p>
      <ul className={styles['check']}>
        {(list ?? []).map(({ item, done }) => {
          const place = placeOf(item, brand.id)
          return (
            <li key={item}>
              {done ? <Check size={14} aria-hidden="true" /> : <Circle size={14} aria-hidden="true" />}
              <Hidden>{t(done ? 'go-live.done' : 'go-live.open')}</Hidden>
              <span>{t(`go-live.${item}`)}</span>
              {!done && place && (
                <Button look="quiet" onClick={() => c.session.setState({ overlay: place })}>
                  {t('go-live.settle')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {!live && open > 0 && <p>{t('go-live.still', { count: open })}</p>}
      <div className={form['actions']}>
        {live ? (
          <Button onClick={() => keep({ live: false })}>{t('go-live.stop')}</Button>
        ) : (
          <Button look="primary" onClick={() => keep({ live: true })}>
            {t('go-live.do', { name: brand.name })}
          </Button>
        )}
      </div>
    </>
  )
}
