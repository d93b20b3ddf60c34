/** @file What is said of an incident: its title, the words of its tickets, what is known. */
import { useId } from 'react'
import type { IncidentWords } from '../../../shared/domain/incident-words.ts'
import { Field } from '../../ui/Field.tsx'
import { t } from '../../words.ts'
import form from '../../ui/Form.module.css'
import styles from './Incidents.module.css'

/** As it is typed. */
export type TypedWords = { title: string; terms: string; statusText: string }

export const typedOf = ({ title, terms, statusText }: IncidentWords): TypedWords => ({
  title,
  terms: terms.join(', '),
  statusText,
})

/** Null: it is not whole yet. */
export function wordsOf({ title, terms, statusText }: TypedWords): IncidentWords | null {
  const split = terms
    .split(',')
    .map((term) => term.trim())
    .filter((term) => term.length >= 2)
  return title.trim().length < 2 ? null : { title: title.trim(), terms: split.slice(0, 12), statusText }
}

type Props = { typed: TypedWords; onTyped: (typed: TypedWords) => void; focused?: boolean }

export function WordsFields({ typed, onTyped, focused = false }: Props) {
  const id = useId()
  return (
    <>
      <Field
        label={t('incident.name')}
        value={typed.title}
        maxLength={80}
        placeholder={t('incident.name.example')}
        autoFocus={focused}
        onText={(title) => onTyped({ ...typed, title })}
      />
      <Field
        label={t('incident.terms')}
        value={typed.terms}
        maxLength={400}
        placeholder={t('incident.terms.example')}
        onText={(terms) => onTyped({ ...typed, terms })}
      />
      <div className={form['label']}>
        <label htmlFor={id}>{t('incident.status-text')}</label>
        <textarea
          id={id}
          className={styles['text']}
          dir="auto"
          maxLength={1_000}
          value={typed.statusText}
          onChange={(event) => onTyped({ ...typed, statusText: event.target.value })}
        />
        <span>{t('incident.status-text.why', { variable: '{{incident.status}}' })}</span>
      </div>
    </>
  )
}
