/** @file One answers page: its title, what is asked, what is answered, and what of it would keep it out of an export. */
import { useEffect, useState, type FormEvent } from 'react'
import { AnswerPageDraft, type AnswerPage, type PageFinding } from '../../../shared/domain/answers.ts'
import type { BrandView } from '../../../shared/domain/brand.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { Findings } from './Findings.tsx'
import form from '../../ui/Form.module.css'

type Props = {
  brand: BrandView
  /** What is changed; null for something new. */
  known: AnswerPage | null
  /** The answer of something new. */
  begun: string
  onSaved: (title: string) => void
  onCancel: (() => void) | null
}

/** How long typing pauses before the guards look, ms. */
const pauseMs = 300

/** What the guards see in what is typed. */
function useFindings(brandId: string, page: AnswerPageDraft | undefined): readonly PageFinding[] {
  const c = useConsole()
  const [findings, setFindings] = useState<readonly PageFinding[]>([])
  const typed = JSON.stringify(page ?? null)
  useEffect(() => {
    const { data } = AnswerPageDraft.safeParse(JSON.parse(typed))
    if (!data) return
    let gone = false
    const cancel = c.clock.after(pauseMs, () =>
      c.attempt(async () => {
        const found = await c.call('answer.check', { brandId, page: data })
        if (!gone) setFindings(found)
      }),
    )
    return () => {
      gone = true
      cancel()
    }
  }, [c, brandId, typed])
  return page ? findings : []
}

export function PageForm({ brand, known, begun, onSaved, onCancel }: Props) {
  const c = useConsole()
  const [title, setTitle] = useState(known?.title ?? '')
  const [question, setQuestion] = useState(known?.question ?? '')
  const [answer, setAnswer] = useState(known?.answer ?? begun)
  const [shared, setShared] = useState(known?.shared ?? false)
  const { data: page } = AnswerPageDraft.safeParse({ title, question, answer, shared })
  const findings = useFindings(brand.id, page)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!page) return
    c.attempt(async () => {
      const kept = await c.call('answer.save', {
        ...(known ? { id: known.id } : {}),
        brandId: brand.id,
        page,
      })
      onSaved(kept.title)
    })
  }
  return (
    <form
      className={form['stack']}
      aria-label={known ? t('answers.form.edit', { title: known.title }) : t('answers.form.new')}
      onSubmit={save}
    >
      <Field label={t('answers.form.title')} value={title} maxLength={120} onText={setTitle} autoFocus />
      <TextField
        label={t('answers.form.question')}
        rows={2}
        maxLength={1_000}
        value={question}
        onText={setQuestion}
      />
      <TextField
        label={t('answers.form.answer')}
        rows={6}
        maxLength={10_000}
        value={answer}
        onText={setAnswer}
      />
      <label className={form['radio']}>
        <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
        {t('answers.form.shared', { client: brand.clientName })}
      </label>
      <Findings findings={findings} />
      <div className={form['actions']}>
        {onCancel && <Button onClick={onCancel}>{t('app.cancel')}</Button>}
        <Button look="primary" type="submit" disabled={!page}>
          {t('answers.form.save')}
        </Button>
      </div>
    </form>
  )
}
