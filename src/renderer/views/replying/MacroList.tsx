/** @file The macros that fit what is typed. */
import type { RefObject } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import type { MacroView } from '../../../shared/domain/macro.ts'
import { Tag } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import { useCommand } from '../console-context.ts'
import { actionWords } from './macro-words.ts'
import { PickList } from './PickList.tsx'
import type { Picking } from './use-picking.ts'
import styles from './PickList.module.css'

type Props = { picking: Picking; brand: BrandView | undefined; anchor: RefObject<HTMLElement | null> }

function Found({ macro }: { macro: MacroView }) {
  return (
    <>
      <span className={styles['line']}>
        <bdi className={styles['name']}>{macro.name}</bdi>
        {macro.shortcut !== null && <span className={styles['shortcut']}>/{macro.shortcut}</span>}
        {macro.lang !== null && <Tag>{macro.lang.toUpperCase()}</Tag>}
        {actionWords(macro.actions).map((words) => (
          <Tag key={words} tone="info">
            {words}
          </Tag>
        ))}
      </span>
      <span className={styles['words']} dir="auto">
        {macro.text}
      </span>
    </>
  )
}

export function MacroList({ picking, brand, anchor }: Props) {
  const { found, chosen, query, any } = picking
  const { keys } = useCommand('macro.manage')
  const name = brand?.name ?? ''
  const nothing = any
    ? t('macro.pick.none', { brand: name, query })
    : t('macro.pick.empty', { brand: name, keys: keys.join(' ') })
  return (
    <PickList
      anchor={anchor}
      label={t('macro.pick')}
      entries={found.map((macro) => ({ id: macro.id, body: <Found macro={macro} /> }))}
      chosen={chosen}
      {...(any === null ? {} : { nothing })}
      onChoose={(id) => {
        const macro = found.find((one) => one.id === id)
        if (macro) picking.choose(macro)
      }}
      onClose={picking.close}
    />
  )
}
