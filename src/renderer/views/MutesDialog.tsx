/** @file What columns leave out: all of it, with where and until when, a way to end each, and a form for one more. */
import { useEffect, useRef, useState } from 'react'
import type { MuteView } from '../../shared/domain/mute.ts'
import type { MuteAbout } from '../state/session.ts'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Tag } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { useConsole, useRows } from './console-context.ts'
import { MuteForm } from './MuteForm.tsx'
import { muteName, untilWords, whereWords } from './mute-words.ts'
import form from '../ui/Form.module.css'
import styles from './MutesDialog.module.css'

/** Read anew whenever something of the workspace changed. Null before the first answer. */
function useMutes(): readonly MuteView[] | null {
  const c = useConsole()
  const changes = useRows((rows) => rows.reads.session)
  const [all, setAll] = useState<readonly MuteView[] | null>(null)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('mute.list', {})
      if (!gone) setAll(read)
    })
    return () => {
      gone = true
    }
  }, [c, changes])
  return all
}

function Item({ mute }: { mute: MuteView }) {
  const c = useConsole()
  const decks = useRows((rows) => rows.decks)
  const brands = useRows((rows) => rows.brands)
  const name = muteName(mute)
  const remove = () =>
    c.attempt(async () => {
      await c.call('mute.remove', { id: mute.id })
      c.say(t('said.mute.removed', { name }), { undoable: true })
    })
  const facts = [
    whereWords(mute.columnId, decks, brands),
    untilWords(mute.until),
    ...(mute.by === null ? [] : [t('mute.by', { name: mute.by })]),
  ]
  return (
    <li className={styles['item']}>
      <bdi className={styles['name']}>{name}</bdi>
      <Tag>{t(`mute.kind.${mute.kind}`)}</Tag>
      <span className={styles['facts']}>{facts.join(t('app.separator'))}</span>
      <Button look="quiet" aria-label={t('mute.remove.name', { name })} onClick={remove}>
        {t('mute.remove')}
      </Button>
    </li>
  )
}

/** @param about what is to be muted, as far as that is known; null: nothing yet */
export function MutesDialog({ about, onClose }: { about: MuteAbout | null; onClose: () => void }) {
  const all = useMutes()
  const first = useRef<HTMLInputElement>(null)
  return (
    <Modal title={t('mute.title')} onClose={onClose} look="wide" first={first}>
      <div className={form['form']}>
        <p>{t('mute.why')}</p>
        <MuteForm about={about} first={first} onAdded={about === null ? null : onClose} />
        {all?.length === 0 && <Notice title={t('mute.none')} />}
        {all !== null && all.length > 0 && (
          <ul className={styles['list']} aria-label={t('mute.title')}>
            {all.map((mute) => (
              <Item key={mute.id} mute={mute} />
            ))}
          </ul>
        )}
      </div>
    </Modal>
  )
}
