/** @file One more mute: what, where, and until when in typed words. */
import { useEffect, useId, useState, type FormEvent, type RefObject } from 'react'
import type { ListeningView } from '../../shared/domain/listening.ts'
import { MuteKind, MuteWords, TypedUsername, type NewMute } from '../../shared/domain/mute.ts'
import type { MuteAbout } from '../state/session.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { t } from '../words.ts'
import { useConsole, useRows } from './console-context.ts'
import { endOf, muteName, placesOf } from './mute-words.ts'
import form from '../ui/Form.module.css'
import styles from './MutesDialog.module.css'

/** Saved searches and lists of all brands. */
function useSources(): readonly ListeningView[] {
  const c = useConsole()
  const [all, setAll] = useState<readonly ListeningView[]>([])
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('listening.list', { brandId: null })
      if (!gone) setAll(read)
    })
    return () => {
      gone = true
    }
  }, [c])
  return all
}

type Typed = { kind: MuteKind; text: string; source: ListeningView | undefined; about: MuteAbout | null }

/** What is typed or chosen, as core wants it; null: that is nothing yet. */
function newMute({ kind, text, source, about }: Typed): NewMute | null {
  if (kind === 'source') return source ? { kind, listeningId: source.id } : null
  if (kind === 'word') {
    const words = MuteWords.safeParse(text)
    return words.success ? { kind, words: words.data } : null
  }
  const username = TypedUsername.safeParse(text)
  if (!username.success) return null
  // The very person of the row, whatever they are called by now.
  const person = about?.person
  return person?.username === username.data
    ? { kind, xUserId: person.xUserId }
    : { kind, username: username.data }
}

const nameOf = ({ kind, text, source }: Typed): string =>
  muteName({
    kind,
    name: kind === 'source' ? (source?.name ?? '') : text.trim(),
    username: kind === 'person' ? text.trim().replace(/^@/u, '') : null,
  })

type Props = {
  about: MuteAbout | null
  /** Where typing begins. */
  first: RefObject<HTMLInputElement | null>
  /** Null: there may be more to mute. */
  onAdded: (() => void) | null
}

export function MuteForm({ about, first, onAdded }: Props) {
  const c = useConsole()
  const decks = useRows((rows) => rows.decks)
  const brands = useRows((rows) => rows.brands)
  const sources = useSources()
  const [kind, setKind] = useState<MuteKind>(about?.person ? 'person' : 'word')
  const [text, setText] = useState(about?.person?.username ?? '')
  const [sourceId, setSourceId] = useState('')
  const [columnId, setColumnId] = useState(about?.columnId ?? '')
  const [words, setWords] = useState('')
  const [busy, setBusy] = useState(false)
  const line = useId()
  const typed: Typed = {
    kind,
    text,
    source: sources.find(({ id }) => id === sourceId) ?? sources[0],
    about,
  }
  const mute = newMute(typed)
  const { until, understood } = endOf(words, c.now())
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (busy || mute === null || until === undefined) return
    setBusy(true)
    c.attempt(async () => {
      try {
        await c.call('mute.add', { mute, columnId: columnId === '' ? null : columnId, until })
        c.say(t('said.mute.added', { name: nameOf(typed) }), { undoable: true })
        // What is typed for the next one meanwhile stays.
        setText((now) => (now === text ? '' : now))
        setWords((now) => (now === words ? '' : now))
        onAdded?.()
      } finally {
        setBusy(false)
      }
    })
  }
  return (
    <form className={styles['form']} onSubmit={add}>
      <label className={form['label']}>
        {t('mute.what')}
        <select
          className={form['select']}
          value={kind}
          onChange={(event) => setKind(MuteKind.parse(event.target.value))}
        >
          {MuteKind.options.map((one) => (
            <option key={one} value={one} disabled={one === 'source' && sources.length === 0}>
              {t(`mute.kind.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {kind === 'source' ? (
        <label className={form['label']}>
          {t('mute.field.source')}
          <select
            className={form['select']}
            value={typed.source?.id ?? ''}
            onChange={(event) => setSourceId(event.target.value)}
          >
            {sources.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <Field
          label={t(`mute.field.${kind}`)}
          {...(about?.person ? {} : { ref: first })}
          value={text}
          maxLength={80}
          onText={setText}
        />
      )}
      <label className={form['label']}>
        {t('mute.where')}
        <select
          className={form['select']}
          value={columnId}
          onChange={(event) => setColumnId(event.target.value)}
        >
          <option value="">{t('mute.everywhere')}</option>
          {placesOf(decks, brands).map((place) => (
            <option key={place.columnId} value={place.columnId}>
              {place.words}
            </option>
          ))}
        </select>
      </label>
      <Field
        label={t('mute.until.label')}
        {...(about?.person ? { ref: first } : {})}
        value={words}
        aria-describedby={line}
        placeholder={t('mute.for-good')}
        onText={setWords}
      />
      <div className={styles['whole']}>
        <p id={line} className={styles['line']} aria-live="polite">
          {understood}
        </p>
        <Button look="primary" type="submit" disabled={mute === null || until === undefined}>
          {t('mute.add')}
        </Button>
      </div>
    </form>
  )
}
