/** @file Asks for the name of a deck: of a new one, of a copy, or of the one on screen. */
import { useRef, useState, type FormEvent } from 'react'
import { createDeck, renameDeck } from '../commands/deck.ts'
import { deckOf } from '../state/rows.ts'
import type { DeckQuestion } from '../state/session.ts'
import { deckName } from '../titles.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { useConsole, useRows, useSession } from './console-context.ts'
import form from '../ui/Form.module.css'

const longestName = 40

export function DeckDialog({ ask, onClose }: { ask: DeckQuestion; onClose: () => void }) {
  const c = useConsole()
  const field = useRef<HTMLInputElement>(null)
  const deckId = useSession((session) => session.deckId)
  const deck = useRows((rows) => deckOf(rows, deckId))
  const brands = useRows((rows) => rows.brands)
  const known = deck === null ? '' : deckName(deck, brands)
  const [name, setName] = useState(() => {
    if (ask === 'create') return ''
    return ask === 'rename' ? known : t('deck.copy', { name: known }).slice(0, longestName)
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    const wanted = name.trim()
    if (wanted === '') return
    onClose()
    if (ask === 'rename') {
      if (deck) renameDeck(c, deck.id, wanted)
    } else createDeck(c, wanted, ask === 'duplicate' ? (deck?.id ?? null) : null)
  }
  return (
    <Modal title={t(`deck.${ask}.title`, { name: known })} onClose={onClose} first={field}>
      <form className={form['form']} onSubmit={save}>
        <Field label={t('deck.name')} value={name} maxLength={longestName} ref={field} onText={setName} />
        <p>{t('deck.name.hint')}</p>
        <div className={form['actions']}>
          <Button look="quiet" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={name.trim() === ''}>
            {t(ask === 'rename' ? 'deck.rename.do' : 'deck.create.do')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
