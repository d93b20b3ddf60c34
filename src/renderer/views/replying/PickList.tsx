/** @file What fits what is being typed, in a list over the text; the keyboard stays in the text. */
import { Popover } from '@base-ui/react/popover'
import { useEffect, type ReactNode, type RefObject } from 'react'
import styles from './PickList.module.css'

export const pickListId = 'pick-list'
export const pickOptionId = (id: string): string => `pick-${id}`

/** One thing that can be taken; `body` is what stands in its line. */
export type PickEntry = { id: string; body: ReactNode }

type Props = {
  label: string
  entries: readonly PickEntry[]
  chosen: string | null
  onChoose: (id: string) => void
  onClose: () => void
  /** Said in place of a list without entries. */
  nothing?: string
}

function Entries({ label, entries, chosen, onChoose, nothing }: Omit<Props, 'onClose'>) {
  useEffect(() => {
    if (chosen !== null) document.getElementById(pickOptionId(chosen))?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  if (entries.length === 0)
    return nothing === undefined ? null : <p className={styles['nothing']}>{nothing}</p>
  return (
    <div id={pickListId} role="listbox" aria-label={label} className={styles['list']}>
      {entries.map(({ id, body }) => (
        <div
          key={id}
          id={pickOptionId(id)}
          role="option"
          aria-selected={id === chosen}
          className={styles['entry']}
          // The text must keep the keyboard.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(id)}
        >
          {body}
        </div>
      ))}
    </div>
  )
}

export function PickList({ anchor, onClose, ...list }: Props & { anchor: RefObject<HTMLElement | null> }) {
  return (
    <Popover.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
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
            // Not within the dialog or region of its text: a region of its own, where whatever reads the screen finds it.
            role="region"
            initialFocus={false}
            finalFocus={false}
            aria-label={list.label}
          >
            <Entries {...list} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
