/** @file The macros that fit what is typed, over the text; the keyboard stays in the text. */
import { Popover } from '@base-ui/react/popover'
import { useEffect, type RefObject } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import { Tag } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import { useCommand } from '../console-context.ts'
import { actionWords } from './macro-words.ts'
import type { Picking } from './use-picking.ts'
import styles from './MacroList.module.css'

export const macroListId = 'macro-list'
export const macroOptionId = (id: string): string => `macro-${id}`

type Props = { picking: Picking; brand: BrandView | undefined; anchor: RefObject<HTMLElement | null> }

function Found({ picking, brand }: Omit<Props, 'anchor'>) {
  const { found, chosen, query, any } = picking
  const { keys } = useCommand('macro.manage')
  const name = brand?.name ?? ''
  useEffect(() => {
    if (chosen !== null) document.getElementById(macroOptionId(chosen))?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  if (any === null) return null
  if (found.length === 0)
    return (
      <p className={styles['nothing']}>
        {any
          ? t('macro.pick.none', { brand: name, query })
          : t('macro.pick.empty', { brand: name, keys: keys.join(' ') })}
      </p>
    )
  return (
    <div id={macroListId} role="listbox" aria-label={t('macro.pick')} className={styles['list']}>
      {found.map((macro) => (
        <div
          key={macro.id}
          id={macroOptionId(macro.id)}
          role="option"
          aria-selected={macro.id === chosen}
          className={styles['entry']}
          // The text must keep the keyboard.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => picking.choose(macro)}
        >
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
        </div>
      ))}
    </div>
  )
}

export function MacroList({ picking, brand, anchor }: Props) {
  return (
    <Popover.Root open modal={false} onOpenChange={(open) => !open && picking.close()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="top"
          align="start"
          sideOffset={4}
          className={styles['positioner']}
        >
          <Popover.Popup
            className={styles['popup']}
            role="presentation"
            initialFocus={false}
            finalFocus={false}
            aria-label={t('macro.pick')}
          >
            <Found picking={picking} brand={brand} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
