/** @file A list of clients is pasted, and every line shows what it will make before anything is made. */
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { longestList, type ClientList } from '../../../shared/domain/client-list.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { computerZone } from '../brand-settings/ZoneSelect.tsx'
import { useConsole } from '../console-context.ts'
import { PastePreview } from './PastePreview.tsx'
import form from '../../ui/Form.module.css'
import styles from './Clients.module.css'

/** What core would make of the text; null before its first answer. */
function usePreview(text: string): ClientList | null {
  const c = useConsole()
  const [list, setList] = useState<ClientList | null>(null)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('brand.paste.preview', { text })
      if (!gone) setList(read)
    })
    return () => {
      gone = true
    }
  }, [c, text])
  return list
}

/** As much of a list as is read, up to the end of a line. */
function wholeLines(text: string): string {
  if (text.length <= longestList) return text
  const most = text.slice(0, longestList)
  return most.slice(0, most.lastIndexOf('\n') + 1)
}

export function PasteDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const list = usePreview(text)
  const count = list?.counts.handles ?? 0
  const add = () => {
    // What stands is core's to say: the preview of the last letters may not be here yet.
    if (busy || text.trim() === '') return
    setBusy(true)
    c.attempt(async () => {
      try {
        const { brands, handles } = await c.call('brand.paste', { text, zone: computerZone() })
        if (handles === 0) return
        onClose()
        c.say(t('said.pasted', { brands, handles }), { undoable: true })
      } finally {
        setBusy(false)
      }
    })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add()
  }
  return (
    <Modal title={t('paste.title')} onClose={onClose} look="broad" first={field}>
      <form className={`${form['form']} ${styles['paste']}`} onSubmit={submit}>
        <p>{t('paste.why')}</p>
        <label className={form['label']}>
          {t('paste.field')}
          <textarea
            ref={field}
            className={styles['text']}
            rows={7}
            wrap="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              const typed = event.target.value
              setText(wholeLines(typed))
              // Half a handle would be somebody else's.
              if (typed.length > longestList) c.say(t('paste.cut', { most: longestList }))
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
              event.preventDefault()
              add()
            }}
          />
        </label>
        <div className={styles['preview']} role="region" aria-label={t('paste.preview')} tabIndex={0}>
          {list && list.lines.length > 0 ? (
            <PastePreview lines={list.lines} />
          ) : (
            <p className={styles['nothing']}>{t('paste.nothing')}</p>
          )}
        </div>
        <div className={form['actions']}>
          <span role="status" className={styles['counts']}>
            {list && list.lines.length > 0 && t('paste.counts', list.counts)}
          </span>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" type="submit" disabled={busy || count === 0}>
            {t('paste.do', { count })}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
