/** @file The saved answers of a brand: found by typing, with a form for one more or for changing one. */
import { useState } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import type { MacroView } from '../../../shared/domain/macro.ts'
import { foundBy } from '../../../shared/domain/macro-text.ts'
import { writtenAt } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import { ChooseBrand } from '../ChooseBrand.tsx'
import { useConsole, useRows } from '../console-context.ts'
import { MacroFiles } from './MacroFiles.tsx'
import { MacroForm } from './MacroForm.tsx'
import { actionWords } from './macro-words.ts'
import { useMacros } from './use-macros.ts'
import form from '../../ui/Form.module.css'
import list from '../../ui/Items.module.css'
import styles from './MacrosDialog.module.css'

/** What the form is about: nothing, something new with these words, or what is changed. */
type Open = null | { begun: string } | MacroView

function Item({ macro, brand, onEdit }: { macro: MacroView; brand: BrandView; onEdit: () => void }) {
  const c = useConsole()
  const remove = () =>
    c.attempt(async () => {
      await c.call('macro.remove', { macroId: macro.id })
      c.say(t('said.macro.removed', { name: macro.name, brand: brand.name }), { undoable: true })
    })
  const used = [
    t('macros.used', { used: macro.used }),
    ...(macro.lastUsedAt === null
      ? []
      : [t('macros.last-used', { at: writtenAt(c.now(), macro.lastUsedAt) })]),
  ]
  return (
    <li className={list['item']}>
      <div className={list['head']}>
        <div className={list['what']}>
          <b className={list['name']}>{macro.name}</b>
          {macro.shortcut !== null && <span className={styles['shortcut']}>/{macro.shortcut}</span>}
          {macro.lang !== null && <Tag>{macro.lang.toUpperCase()}</Tag>}
          {actionWords(macro.actions).map((words) => (
            <Tag key={words} tone="info">
              {words}
            </Tag>
          ))}
        </div>
        <Button look="quiet" aria-label={t('macros.edit.name', { name: macro.name })} onClick={onEdit}>
          {t('macros.edit')}
        </Button>
        <Button look="quiet" aria-label={t('macros.remove.name', { name: macro.name })} onClick={remove}>
          {t('macros.remove')}
        </Button>
      </div>
      <p className={list['words']} dir="auto">
        {macro.text}
      </p>
      <p className={list['fact']}>{used.join(t('app.separator'))}</p>
    </li>
  )
}

function OfBrand({ brand, text }: { brand: BrandView; text: string | null }) {
  const c = useConsole()
  const macros = useMacros(brand.id)
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<Open>(text === null ? null : { begun: text })
  const shown = open ?? (macros?.length === 0 ? { begun: '' } : null)
  if (shown !== null) {
    const known = 'begun' in shown ? null : shown
    return (
      <MacroForm
        key={known?.id ?? 'new'}
        brand={brand}
        known={known}
        begun={'begun' in shown ? shown.begun : ''}
        onSaved={(name) => {
          setOpen(null)
          c.say(t('said.macro.saved', { name, brand: brand.name }), { undoable: true })
        }}
        onCancel={macros?.length === 0 && open === null ? null : () => setOpen(null)}
      />
    )
  }
  const found = macros ? foundBy(macros, query, null) : []
  return (
    <>
      <p>{t('macros.why', { name: brand.name })}</p>
      <Field label={t('macros.search')} value={query} onText={setQuery} autoFocus type="search" />
      <ul className={list['items']}>
        {found.map((macro) => (
          <Item key={macro.id} macro={macro} brand={brand} onEdit={() => setOpen(macro)} />
        ))}
      </ul>
      {macros !== null && found.length === 0 && <p>{t('macros.none', { query })}</p>}
      <div className={form['actions']}>
        <MacroFiles brand={brand} />
        <Button look="primary" onClick={() => setOpen({ begun: '' })}>
          {t('macros.new')}
        </Button>
      </div>
    </>
  )
}

type Props = { brandId: string | null; text: string | null; onClose: () => void }

/** @param brandId null asks for the brand first · @param text the words of a new one; null: nothing is new */
export function MacrosDialog({ brandId, text, onClose }: Props) {
  const [chosen, choose] = useState(brandId)
  const brand = useRows((rows) => rows.brands.find((one) => one.id === chosen))
  return (
    <Modal
      title={brand ? t('macros.title', { name: brand.name }) : t('macros.brand')}
      onClose={onClose}
      look={brand ? 'broad' : 'wide'}
    >
      <div className={form['form']}>
        {brand ? <OfBrand brand={brand} text={text} /> : <ChooseBrand onChosen={choose} />}
      </div>
    </Modal>
  )
}
