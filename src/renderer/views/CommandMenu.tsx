/** @file A menu of commands behind a button: those that can be done now, each with its key. */
import type { ReactNode } from 'react'
import type { CommandId } from '../../shared/commands.ts'
import { contextNow } from '../commands/answer.ts'
import { keyLabels, keysOf } from '../commands/key-label.ts'
import { registry, run } from '../commands/registry.ts'
import { keymapOf } from '../state/rows.ts'
import { MenuButton } from '../ui/MenuButton.tsx'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'

/** `on`: the command is a switch. */
export type MenuGroup = readonly { id: CommandId; on?: boolean }[]

type Props = {
  label: string
  className: string
  groups: readonly MenuGroup[]
  /** Before what is offered is looked at: which column the commands are to work on. */
  onOpen?: () => void
  children: ReactNode
}

export function CommandMenu({ label, className, groups, onOpen, children }: Props) {
  const c = useConsole()
  const entries = () => {
    onOpen?.()
    const context = contextNow(c)
    const keymap = keymapOf(c.rows.getState())
    const mac = c.session.getState().info?.platform === 'mac'
    return groups
      .map((group) =>
        group
          .filter(({ id }) => registry[id].when(context))
          .map(({ id, ...item }) => ({
            ...item,
            key: id,
            title: t(`command.${id}`),
            keys: keysOf(keymap, id)
              .slice(0, 1)
              .flatMap((key) => keyLabels(key, mac)),
            run: () => void run(c, id),
          })),
      )
      .filter((group) => group.length > 0)
  }
  return (
    <MenuButton label={label} className={className} entries={entries}>
      {children}
    </MenuButton>
  )
}
