/** @file One command with its keys: each with a way out, one more is pressed, and those of the preset come back. */
import { Plus, RotateCcw, X } from 'lucide-react'
import type { CommandId } from '../../../shared/commands.ts'
import { keysIn, withPresetKeys, withoutKey, type Keymap } from '../../../shared/keymap.ts'
import { keyLabels } from '../../commands/key-label.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { t } from '../../words.ts'
import { useSession } from '../console-context.ts'
import { KeyCapture } from './KeyCapture.tsx'
import styles from './Keys.module.css'

type Props = {
  id: CommandId
  title: string
  keymap: Keymap
  recording: boolean
  onRecord: (on: boolean) => void
  onKeep: (keymap: Keymap) => void
}

export function KeyRow({ id, title, keymap, recording, onRecord, onKeep }: Props) {
  const mac = useSession((session) => session.info?.platform === 'mac')
  const keys = keysIn({ ...keymap, characters: 'plain' }).get(id) ?? []
  return (
    <li className={styles['row']}>
      <span className={styles['title']}>{title}</span>
      <span className={styles['keys']}>
        {keys.map((key) => {
          const label = keyLabels(key, mac)
          return (
            <button
              key={key}
              type="button"
              className={styles['key']}
              aria-label={t('keys.out', { key: label.join(' '), title })}
              title={t('keys.out', { key: label.join(' '), title })}
              onClick={() => onKeep(withoutKey(keymap, id, key))}
            >
              <Kbd keys={label} />
              <X size={11} aria-hidden="true" />
            </button>
          )
        })}
        <Button
          look="quiet"
          icon
          aria-label={t('keys.add', { title })}
          title={t('keys.add', { title })}
          onClick={() => onRecord(true)}
        >
          <Plus size={13} aria-hidden="true" />
        </Button>
        {keymap.own[id] !== undefined && (
          <Button
            look="quiet"
            icon
            aria-label={t('keys.back', { title })}
            title={t('keys.back', { title })}
            onClick={() => onKeep(withPresetKeys(keymap, id))}
          >
            <RotateCcw size={13} aria-hidden="true" />
          </Button>
        )}
      </span>
      {recording && <KeyCapture id={id} keymap={keymap} onKeep={onKeep} onDone={() => onRecord(false)} />}
    </li>
  )
}
