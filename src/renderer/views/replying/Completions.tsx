/** @file What completes the word that is being typed. */
import type { RefObject } from 'react'
import { PickList } from './PickList.tsx'
import type { Completing } from './use-completing.tsx'

export function Completions({
  completing,
  anchor,
}: {
  completing: Completing
  anchor: RefObject<HTMLElement | null>
}) {
  const { label, entries, chosen, choose, close } = completing
  return (
    <PickList
      anchor={anchor}
      label={label}
      entries={entries}
      chosen={chosen}
      onChoose={choose}
      onClose={close}
    />
  )
}
