/** @file What a brand listens to: its saved searches and lists, with a form for one more or for changing one. */
import { useCallback, useEffect, useState } from 'react'
import type { BrandView } from '../../shared/domain/brand.ts'
import type { ListeningView } from '../../shared/domain/listening.ts'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'
import { ChooseBrand } from './ChooseBrand.tsx'
import { useConsole, useRows } from './console-context.ts'
import { ListeningForm } from './ListeningForm.tsx'
import { ListeningItem } from './ListeningItem.tsx'
import { speakersOf } from './speakers.ts'
import form from '../ui/Form.module.css'
import styles from './Listening.module.css'

/** Read when the brand is known, and again when asked. Null before the first answer. */
function useListening(brandId: string): { all: readonly ListeningView[] | null; readAgain: () => void } {
  const c = useConsole()
  const [all, setAll] = useState<readonly ListeningView[] | null>(null)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('listening.list', { brandId })
      if (!gone) setAll(read)
    })
    return () => {
      gone = true
    }
  }, [c, brandId, asked])
  return { all, readAgain: useCallback(() => setAsked((n) => n + 1), []) }
}

/** What the form is about: nothing, something new, or what is changed. */
type Open = null | 'new' | ListeningView

function OfBrand({ brand, onClose }: { brand: BrandView; onClose: () => void }) {
  const c = useConsole()
  const { all, readAgain } = useListening(brand.id)
  const [open, setOpen] = useState<Open>(null)
  if (speakersOf(brand).length === 0) return <Notice title={t('listening.no-handle', { name: brand.name })} />
  // With nothing there yet, the form is what is wanted.
  const shown = open ?? (all?.length === 0 ? 'new' : null)
  const saved = (name: string) => {
    setOpen(null)
    readAgain()
    c.say(t('said.listening', { name, brand: brand.name }))
  }
  const sources = brand.handles.flatMap((handle) => handle.sources.map((status) => ({ handle, status })))
  return (
    <>
      <p>{t('listening.why', { name: brand.name })}</p>
      {all !== null && all.length > 0 && (
        <ul className={styles['items']}>
          {all.map((one) => {
            const source = sources.find(({ status }) => status.subject === one.id)
            return (
              <ListeningItem
                key={one.id}
                one={one}
                handle={source?.handle}
                status={source?.status}
                onEdit={() => setOpen(one)}
                onRemoved={() => {
                  if (open !== 'new' && open?.id === one.id) setOpen(null)
                  readAgain()
                }}
              />
            )
          })}
        </ul>
      )}
      {shown !== null && (
        <ListeningForm
          key={shown === 'new' ? `new ${all?.length}` : shown.id}
          brand={brand}
          known={shown === 'new' ? null : shown}
          onSaved={saved}
          onCancel={open === null ? null : () => setOpen(null)}
        />
      )}
      {shown === null && all !== null && (
        <div className={form['actions']}>
          <Button onClick={() => setOpen('new')}>{t('listening.add.title')}</Button>
          <Button look="primary" autoFocus onClick={onClose}>
            {t('connect.done.close')}
          </Button>
        </div>
      )}
    </>
  )
}

/** @param brandId null asks for the brand first */
export function ListeningDialog({ brandId, onClose }: { brandId: string | null; onClose: () => void }) {
  const [chosen, choose] = useState(brandId)
  const brand = useRows((rows) => rows.brands.find((one) => one.id === chosen))
  return (
    <Modal
      title={brand ? t('listening.title', { name: brand.name }) : t('listening.brand')}
      onClose={onClose}
      look="wide"
    >
      <div className={form['form']}>
        {brand ? <OfBrand brand={brand} onClose={onClose} /> : <ChooseBrand onChosen={choose} />}
      </div>
    </Modal>
  )
}
