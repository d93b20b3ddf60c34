/** @file A menu of commands behind a button: those that can be done now, each with its key. */
import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import type { CommandId } from '../../shared/commands.ts'
import { contextNow } from '../commands/answer.ts'
import { registry } from '../commands/registry.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { t } from '../words.ts'
import { useCommand, useConsole } from './console-context.ts'
import menu from '../ui/Menu.module.css'

export type MenuGroup = readonly { id: CommandId; on?: boolean }[]

function Item({ id, on }: MenuGroup[number]) {
  const { run, keys } = useCommand(id)
  return (
    <Menu.Item className={menu['item']} onClick={run}>
      <span className={menu['name']}>
        {on !== undefined && <Check size={13} aria-hidden="true" className={on ? menu['on'] : menu['off']} />}
        {t(`command.${id}`)}
      </span>
      <Kbd keys={keys} />
    </Menu.Item>
  )
}

/** What can be done now of what is offered; read when the menu opens. */
function Items({ groups }: { groups: readonly MenuGroup[] }) {
  const c = useConsole()
  const context = contextNow(c)
  const shown = groups
    .map((group) => group.filter(({ id }) => registry[id].when(context)))
    .filter((group) => group.length > 0)
  return shown.map((group, at) => (
    <Fragment key={group[0]?.id}>
      {at > 0 && <Menu.Separator className={menu['line']} />}
      {group.map((item) => (
        <Item key={item.id} {...item} />
      ))}
    </Fragment>
  ))
}

type Props = {
  label: string
  className: string
  groups: readonly MenuGroup[]
  /** Before what is offered is looked at: which column or deck the commands are to work on. */
  onOpen?: () => void
  children: ReactNode
}

export function CommandMenu({ label, className, groups, onOpen, children }: Props) {
  return (
    <Menu.Root onOpenChange={(open) => open && onOpen?.()}>
      <Menu.Trigger className={className} aria-label={label} title={label}>
        {children}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className={menu['positioner']}>
          <Menu.Popup className={menu['popup']}>
            <Items groups={groups} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
