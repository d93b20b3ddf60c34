/** @file One saved search or list: what to listen to, tried out for its price, then kept. */
import { useId, useState, type FormEvent } from 'react'
import type { BrandView } from '../../shared/domain/brand.ts'
import { longestQuery, type ListeningView } from '../../shared/domain/listening.ts'
import { Failure } from '../../shared/errors.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { ListeningLook, type Look } from './ListeningLook.tsx'
import { textTrouble, typedListening } from './listening-rules.ts'
import form from '../ui/Form.module.css'
import styles from './Listening.module.css'

const kinds = ['search', 'list'] as const

type Props = {
  brand: BrandView
  /** What is changed; null for something new. */
  known: ListeningView | null
  onSaved: (name: string) => void
  onCancel: (() => void) | null
}

export function ListeningForm({ brand, known, onSaved, onCancel }: Props) {
  const c = useConsole()
  const id = useId()
  const [kind, setKind] = useState<(typeof kinds)[number]>(known?.kind ?? 'search')
  const [name, setName] = useState(known?.name ?? '')
  const [text, setText] = useState(known?.query ?? '')
  const [look, setLook] = useState<Look>(null)
  const listenTo = typedListening(kind, brand.id, text)
  const trouble = textTrouble(kind, text)
  const ready = listenTo !== null && name.trim() !== ''
  const write = (typed: string) => {
    setText(typed)
    setLook(null)
  }
  const preview = () => {
    if (listenTo === null) return
    setLook('asking')
    c.attempt(async () => {
      try {
        setLook(await c.call('listening.preview', listenTo))
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        setLook(error)
      }
    })
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    c.attempt(async () => {
      const kept = await c.call('listening.save', { ...(known ? { id: known.id } : {}), name, listenTo })
      onSaved(kept.name)
    })
  }
  const title = known ? t('listening.edit.title', { name: known.name }) : t('listening.add.title')
  return (
    <form className={styles['form']} aria-label={title} onSubmit={save}>
      <h3 className={styles['title']}>{title}</h3>
      {!known && (
        <fieldset className={`${form['choices']} ${styles['kinds']}`}>
          <legend className={styles['hidden']}>{t('listening.kind')}</legend>
          {kinds.map((one) => (
            <label key={one} className={form['radio']}>
              <input
                type="radio"
                name={`${id}-kind`}
                checked={kind === one}
                onChange={() => {
                  setKind(one)
                  setLook(null)
                }}
              />
              {t(`listening.kind.${one}`)}
            </label>
          ))}
        </fieldset>
      )}
      <Field label={t('listening.name')} value={name} maxLength={60} onText={setName} autoFocus />
      {kind === 'search' ? (
        <div className={form['label']}>
          <span className={styles['labels']}>
            <label htmlFor={`${id}-query`}>{t('listening.query')}</label>
            <span className={trouble ? form['bad'] : undefined}>
              {t('listening.query.count', { length: text.trim().length, most: longestQuery })}
            </span>
          </span>
          <textarea
            id={`${id}-query`}
            className={styles['query']}
            rows={2}
            spellCheck={false}
            aria-describedby={`${id}-help`}
            value={text}
            onChange={(event) => write(event.target.value)}
          />
        </div>
      ) : (
        <Field label={t('listening.list')} value={text} aria-describedby={`${id}-help`} onText={write} />
      )}
      <p id={`${id}-help`} className={styles['help']}>
        {t(kind === 'search' ? 'listening.query.help' : 'listening.list.help')}
      </p>
      {trouble !== null && <p className={form['bad']}>{trouble}</p>}
      {known && <p className={styles['help']}>{t('listening.again')}</p>}
      <div className={styles['look']}>
        <Button disabled={listenTo === null || look === 'asking'} onClick={preview}>
          {t('listening.preview')}
        </Button>
        <ListeningLook look={look} />
      </div>
      <div className={form['actions']}>
        {onCancel && <Button onClick={onCancel}>{t('app.cancel')}</Button>}
        <Button look="primary" type="submit" disabled={!ready}>
          {t(known ? 'listening.save' : 'listening.add')}
        </Button>
      </div>
    </form>
  )
}
