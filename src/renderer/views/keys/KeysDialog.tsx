/** @file Which keys do what: a preset, whether letters alone count, and the keys of each command, out to a file and in. */
import { useRef, useState } from 'react'
import { commands, type CommandId, type Group } from '../../../shared/commands.ts'
import { Failure } from '../../../shared/errors.ts'
import { jsonFile, readJsonFile } from '../../../shared/json-file.ts'
import { KeyPreset } from '../../../shared/key-presets.ts'
import {
  CharacterKeys,
  KeymapFile,
  keysIn,
  leader,
  plainKeymap,
  type Keymap,
} from '../../../shared/keymap.ts'
import { keyLabels } from '../../commands/key-label.ts'
import { chooseFile } from '../../state/choose-file.ts'
import type { Console } from '../../state/console.ts'
import { keymapOf } from '../../state/rows.ts'
import { saveFile } from '../../state/save-file.ts'
import { Button } from '../../ui/Button.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows, useSession } from '../console-context.ts'
import { narrowed } from '../narrowed.ts'
import { KeyRow } from './KeyRow.tsx'
import form from '../../ui/Form.module.css'
import styles from './Keys.module.css'

const groups: readonly Group[] = ['move', 'answer', 'outbox', 'post', 'ticket', 'view', 'workspace']

function keep(c: Console, keymap: Keymap): void {
  c.attempt(() => c.apply.keysChosen(keymap))
}

const exportKeys = (c: Console, keymap: Keymap): void =>
  c.attempt(() =>
    saveFile(c, {
      name: 'switchboard.keys.json',
      content: jsonFile({ format: 'switchboard.keys', version: 1, keymap }),
    }),
  )

const importKeys = (c: Console): void =>
  c.attempt(async () => {
    const file = await chooseFile('.json,application/json')
    if (file === null) return
    const read = readJsonFile(KeymapFile, await file.text())
    if ('issues' in read) throw new Failure('keymap.invalid', { issues: read.issues })
    await c.apply.keysChosen(read.value.keymap)
    c.say(t('said.keys.imported', { name: file.name }))
  })

function Choices({ keymap }: { keymap: Keymap }) {
  const c = useConsole()
  const mac = useSession((session) => session.info?.platform === 'mac')
  const isPlain = JSON.stringify(keymap) === JSON.stringify(plainKeymap)
  return (
    <div className={styles['choices']}>
      <label className={form['label']}>
        {t('keys.preset')}
        <select
          className={form['select']}
          value={keymap.preset}
          onChange={(event) => keep(c, { ...keymap, preset: KeyPreset.parse(event.target.value) })}
        >
          {KeyPreset.options.map((preset) => (
            <option key={preset} value={preset}>
              {t(`keys.preset.${preset}`)}
            </option>
          ))}
        </select>
      </label>
      <fieldset className={form['choices']}>
        <legend>{t('keys.characters')}</legend>
        {CharacterKeys.options.map((one) => (
          <label key={one} className={form['radio']}>
            <input
              type="radio"
              name="character-keys"
              checked={keymap.characters === one}
              onChange={() => keep(c, { ...keymap, characters: one })}
            />
            {t(`keys.characters.${one}`, { leader: keyLabels(leader, mac).join(' ') })}
          </label>
        ))}
      </fieldset>
      <div className={styles['files']}>
        <Button onClick={() => exportKeys(c, keymap)}>{t('keys.export')}</Button>
        <Button onClick={() => importKeys(c)}>{t('keys.import')}</Button>
        <Button look="quiet" disabled={isPlain} onClick={() => keep(c, plainKeymap)}>
          {t('keys.reset')}
        </Button>
      </div>
    </div>
  )
}

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const keymap = useRows(keymapOf)
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [recording, setRecording] = useState<CommandId | null>(null)
  const keys = keysIn({ ...keymap, characters: 'plain' })
  const all = commands
    .filter(({ id }) => id !== 'layer.close')
    .map(({ id, group }) => ({
      id,
      group,
      title: t(`command.${id}`),
      detail: [t(`group.${group}`), ...(keys.get(id) ?? [])].join(' '),
    }))
  const found = narrowed(all, query)
  return (
    <Modal title={t('command.keymap.show')} onClose={onClose} look="broad" first={field}>
      <Choices keymap={keymap} />
      <FilterField ref={field} label={t('keys.search')} text={query} onText={setQuery} />
      <div className={styles['commands']}>
        {groups.map((group) => {
          const mine = found.filter((command) => command.group === group)
          return (
            mine.length > 0 && (
              <section key={group} aria-label={t(`group.${group}`)}>
                <h3 className={styles['group']}>{t(`group.${group}`)}</h3>
                <ul className={styles['rows']}>
                  {mine.map(({ id, title }) => (
                    <KeyRow
                      key={id}
                      id={id}
                      title={title}
                      keymap={keymap}
                      recording={recording === id}
                      onRecord={(on) => setRecording(on ? id : null)}
                      onKeep={(next) => keep(c, next)}
                    />
                  ))}
                </ul>
              </section>
            )
          )
        })}
        {found.length === 0 && <p>{t('sheet.nothing', { query })}</p>}
      </div>
    </Modal>
  )
}
