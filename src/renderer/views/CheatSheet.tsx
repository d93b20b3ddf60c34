/** @file All keys, from their declarations, grouped and searchable. */
import { useRef, useState } from 'react'
import { commands, type CommandId, type Group } from '../../shared/commands.ts'
import { keyLabels } from '../commands/key-label.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { useSession } from './console-context.ts'
import { narrowed } from './narrowed.ts'
import styles from './CheatSheet.module.css'

const groups: readonly Group[] = ['move', 'answer', 'outbox', 'post', 'ticket', 'view', 'workspace']

/** Nine keys of one meaning are one line. */
const jumps: Partial<Record<CommandId, readonly string[]>> = { 'column.jump-1': ['1', '9'] }
const inAnotherLine = (id: CommandId): boolean =>
  id.startsWith('column.jump-') && !(id in jumps) && id !== 'column.jump-last'

export function CheatSheet({ onClose }: { onClose: () => void }) {
  const mac = useSession((session) => session.info?.platform === 'mac')
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const all = commands
    .filter((command) => command.keys.length > 0 && !inAnotherLine(command.id))
    .map((command) => ({
      ...command,
      keys: jumps[command.id] ?? command.keys,
      title: t(command.id in jumps ? 'sheet.jump' : `command.${command.id}`),
      detail: [t(`group.${command.group}`), ...command.keys].join(' '),
    }))
  const found = narrowed(all, query)
  return (
    <Modal title={t('sheet.label')} onClose={onClose} look="wide" first={field}>
      <input
        ref={field}
        className={styles['search']}
        aria-label={t('sheet.search')}
        placeholder={t('sheet.search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <div className={styles['groups']}>
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
                            {n > 0 && <small>{t(command.id in jumps ? 'sheet.to' : 'sheet.or')}</small>}
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
    </Modal>
  )
}
