/** @file A menu that begins open, with the button that it hangs from. */
import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { Fragment, useState } from 'react'
import { Kbd } from './Kbd.tsx'
import type { MenuEntry, MenuProps } from './MenuButton.tsx'
import styles from './Menu.module.css'

function Item({ title, keys = [], on, disabled, run }: Omit<MenuEntry, 'key'>) {
  const words = (
    <>
      <span className={styles['name']}>
        {title}
        {on === true && <Check size={13} aria-hidden="true" className={styles['on']} />}
      </span>
      <Kbd keys={keys} />
    </>
  )
  return on === undefined ? (
    <Menu.Item className={styles['item']} disabled={disabled === true} onClick={run}>
      {words}
    </Menu.Item>
  ) : (
    <Menu.CheckboxItem
      className={styles['item']}
      checked={on}
      closeOnClick
      disabled={disabled === true}
      onCheckedChange={run}
    >
      {words}
    </Menu.CheckboxItem>
  )
}

export function OpenMenu({ label, className, entries, align = 'end', children }: MenuProps) {
  const [shown, setShown] = useState(entries)
  return (
    <Menu.Root defaultOpen onOpenChange={(open) => open && setShown(entries())}>
      <Menu.Trigger className={className} aria-label={label} title={label}>
        {children}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align={align} className={styles['positioner']}>
          <Menu.Popup className={styles['popup']}>
            {shown.map((group, at) => (
              <Fragment key={group[0]?.key}>
                {at > 0 && <Menu.Separator className={styles['line']} />}
                {group.map(({ key, ...item }) => (
                  <Item key={key} {...item} />
                ))}
              </Fragment>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
