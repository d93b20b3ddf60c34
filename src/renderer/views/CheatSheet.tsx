/** @file All keys, from their declarations, grouped and searchable. */
import { useRef, useState } from 'react'
import { commands, type CommandId, type Group } from '../../shared/commands.ts'
import { keyLabels, keysOf } from '../commands/key-label.ts'
import { Button } from '../ui/Button.tsx'
import { FilterField } from '../ui/FilterField.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { keymapOf } from '../state/rows.ts'
import { useCommand, useRows, useSession } from './console-context.ts'
import { narrowed } from './narrowed.ts'
import styles from './CheatSheet.module.css'

const groups: readonly Group[] = ['move', 'answer', 'outbox', 'post', 'ticket', 'view', 'workspace']

/** Nine keys of one meaning are one line. */
const firstJump = 'column.jump-1'
const lastJump = 'column.jump-9'
const inAnotherLine = (id: CommandId): boolean =>
  id.startsWith('column.jump-') && id !== firstJump && id !== 'column.jump-last'

export function CheatSheet({ onClose }: { onClose: () => void }) {
  const mac = useSession((session) => session.info?.platform === 'mac')
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const keymap = useRows(keymapOf)
  const choose = useCommand('keymap.show')
  const all = commands
    .map((command) => ({ ...command, keys: keysOf(keymap, command.id) }))
    .filter((command) => command.keys.length > 0 && !inAnotherLine(command.id))
    .map((command) => ({
      ...command,
      keys: command.id === firstJump ? [...command.keys, ...keysOf(keymap, lastJump)] : command.keys,
      title: t(command.id === firstJump ? 'sheet.jump' : `command.${command.id}`),
      detail: [t(`group.${command.group}`), ...command.keys].join(' '),
    }))
  const found = narrowed(all, query)
  return (
    <Modal title={t('sheet.label')} onClose={onClose} look="wide" first={field}>
      <FilterField ref={field} label={t('sheet.search')} text={query} onText={setQuery} />
      <div className={styles['groups']} role="region" aria-label={t('sheet.label')} tabIndex={0}>
        {groups.map((group) => {
          const mine = found.filter((command) => command.group === group)
          return (
            mine.length > 0 && (
              <section key={group} className={styles['group']}>
                <h3 className={styles['name']}>{t(`group.${group}`)}</h3>
                <dl className={styles['keys']}>
                  {mine.map((command) => (
                    <div key={command.id} className={styles['key']}>
                      <dt>{command.title}</dt>
                      <dd className={styles['labels']}>
                        {command.keys.map((key, n) => (
                          <span key={key} className={styles['label']}>
                            {n > 0 && <small>{t(command.id === firstJump ? 'sheet.to' : 'sheet.or')}</small>}
                            <Kbd keys={keyLabels(key, mac)} />
                          </span>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          )
        })}
        {found.length === 0 && <p>{t('sheet.nothing', { query })}</p>}
      </div>
      <footer className={styles['foot']}>
        <Button onClick={choose.run}>
          {t('command.keymap.show')} <Kbd keys={choose.keys} />
        </Button>
      </footer>
    </Modal>
  )
}
