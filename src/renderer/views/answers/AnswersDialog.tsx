/** @file The answers pages of a brand: found by typing, changed, removed, and out to a file. */
import { useState } from 'react'
import type { AnswerPage } from '../../../shared/domain/answers.ts'
import type { BrandView } from '../../../shared/domain/brand.ts'
import { fullTime } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import { ChooseBrand } from '../ChooseBrand.tsx'
import { useConsole, useRows } from '../console-context.ts'
import { ExportPages } from './ExportPages.tsx'
import { Findings } from './Findings.tsx'
import { PageForm } from './PageForm.tsx'
import { pagesWith, usePages } from './use-pages.ts'
import form from '../../ui/Form.module.css'
import list from '../../ui/Items.module.css'
import styles from './AnswersDialog.module.css'

/** What the form is about: nothing, something new with these words, or what is changed. */
type Open = null | { begun: string } | AnswerPage

function Item({ page, brand, onEdit }: { page: AnswerPage; brand: BrandView; onEdit: () => void }) {
  const c = useConsole()
  const owner = useRows((rows) => rows.brands.find((one) => one.id === page.brandId))
  const isOwn = page.brandId === brand.id
  const remove = () =>
    c.attempt(async () => {
      await c.call('answer.remove', { pageId: page.id })
      c.say(t('said.answer.removed', { title: page.title }), { undoable: true })
    })
  const written = { at: fullTime(page.updatedAt), by: page.by ?? '' }
  return (
    <li className={list['item']}>
      <div className={list['head']}>
        <div className={list['what']}>
          <b className={list['name']}>{page.title}</b>
          {page.shared && <Tag>{t('answers.shared', { client: brand.clientName })}</Tag>}
        </div>
        {isOwn && (
          <>
            <Button look="quiet" aria-label={t('answers.edit.name', { title: page.title })} onClick={onEdit}>
              {t('answers.edit')}
            </Button>
            <Button
              look="quiet"
              aria-label={t('answers.remove.name', { title: page.title })}
              onClick={remove}
            >
              {t('answers.remove')}
            </Button>
          </>
        )}
      </div>
      {page.question !== '' && (
        <p className={styles['asked']} dir="auto">
          {page.question}
        </p>
      )}
      <p className={list['words']} dir="auto">
        {page.answer}
      </p>
      <p className={list['fact']}>
        {[
          ...(isOwn || !owner ? [] : [owner.name]),
          t(page.by === null ? 'answers.written' : 'answers.written.by', written),
        ].join(t('app.separator'))}
      </p>
      <Findings findings={page.findings} />
    </li>
  )
}

function OfBrand({ brand, answer }: { brand: BrandView; answer: string | null }) {
  const c = useConsole()
  const pages = usePages(brand.id)
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<Open>(answer === null ? null : { begun: answer })
  const shown = open ?? (pages?.length === 0 ? { begun: '' } : null)
  if (shown !== null) {
    const known = 'begun' in shown ? null : shown
    return (
      <>
        {known === null && <p>{t('answers.why', { name: brand.name })}</p>}
        <PageForm
          key={known?.id ?? 'new'}
          brand={brand}
          known={known}
          begun={'begun' in shown ? shown.begun : ''}
          onSaved={(title) => {
            setOpen(null)
            c.say(t('said.answer.saved', { title, brand: brand.name }), { undoable: true })
          }}
          onCancel={pages?.length === 0 && open === null ? null : () => setOpen(null)}
        />
      </>
    )
  }
  const found = pagesWith(pages ?? [], query)
  return (
    <>
      <p>{t('answers.why', { name: brand.name })}</p>
      <Field label={t('answers.search')} value={query} onText={setQuery} autoFocus type="search" />
      <ul className={list['items']}>
        {found.map((page) => (
          <Item key={page.id} page={page} brand={brand} onEdit={() => setOpen(page)} />
        ))}
      </ul>
      {pages !== null && found.length === 0 && <p>{t('answers.none', { query })}</p>}
      <div className={form['actions']}>
        {pages !== null && <ExportPages brand={brand} pages={pages} />}
        <Button look="primary" onClick={() => setOpen({ begun: '' })}>
          {t('answers.new')}
        </Button>
      </div>
    </>
  )
}

type Props = { brandId: string | null; answer: string | null; onClose: () => void }

/** @param brandId null asks for the brand first · @param answer the words of a new page; null: nothing is new */
export function AnswersDialog({ brandId, answer, onClose }: Props) {
  const [chosen, choose] = useState(brandId)
  const brand = useRows((rows) => rows.brands.find((one) => one.id === chosen))
  return (
    <Modal
      title={brand ? t('answers.pages', { name: brand.name }) : t('answers.brand')}
      onClose={onClose}
      look={brand ? 'broad' : 'wide'}
    >
      <div className={form['form']}>
        {brand ? <OfBrand brand={brand} answer={answer} /> : <ChooseBrand onChosen={choose} />}
      </div>
    </Modal>
  )
}
