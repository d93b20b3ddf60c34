/** @file The text of the composer, with the macros that a slash looks for, and what still stands between braces. */
import { X } from 'lucide-react'
import { useEffect, useState, type RefObject } from 'react'
import type { AttachedTo } from '../../../shared/domain/media.ts'
import type { MacroInDraft } from '../../../shared/domain/macro.ts'
import { unfilledIn } from '../../../shared/domain/macro-text.ts'
import { signed, type SignOff } from '../../../shared/domain/sign-off.ts'
import type { TicketDetail } from '../../../shared/domain/ticket.ts'
import type { DraftChannel } from '../../state/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import { useCommand, useConsole, useDraft, useRows, useSession } from '../console-context.ts'
import { EmojiOver } from './EmojiOver.tsx'
import { MacroList } from './MacroList.tsx'
import { actionWords } from './macro-words.ts'
import { Completions } from './Completions.tsx'
import { pickListId, pickOptionId } from './PickList.tsx'
import { useCompleting } from './use-completing.tsx'
import { usePicking } from './use-picking.ts'
import composer from '../Composer.module.css'
import styles from './ComposerText.module.css'

/** Macros of this draft that do something; read when the ticket is, while there is a draft. */
function useWaiting(detail: TicketDetail, channel: DraftChannel, hasText: boolean): readonly MacroInDraft[] {
  const c = useConsole()
  const { ticketId } = detail.card
  const [all, setAll] = useState<readonly MacroInDraft[]>([])
  const isWanted = hasText && channel !== 'note'
  useEffect(() => {
    if (!isWanted) return
    let gone = false
    c.attempt(async () => {
      const read = await c.call('macro.waiting', { ticketId })
      if (!gone) setAll(read)
    })
    return () => {
      gone = true
    }
  }, [c, ticketId, isWanted, detail])
  return isWanted ? all.filter((one) => one.channel === channel) : []
}

/** What the macros of this draft will do, each with a way to leave it. */
function Waiting({
  detail,
  channel,
  hasText,
}: {
  detail: TicketDetail
  channel: DraftChannel
  hasText: boolean
}) {
  const c = useConsole()
  const waiting = useWaiting(detail, channel, hasText)
  if (waiting.length === 0) return null
  return (
    <p className={styles['waiting']}>
      <span>{t('macro.with')}</span>
      {waiting.map(({ useId, actions }) => {
        const what = actionWords(actions).join(t('app.separator'))
        return (
          <span key={useId} className={styles['does']}>
            <Tag tone="info">{what}</Tag>
            <Button
              look="quiet"
              icon
              aria-label={t('macro.with.off', { what })}
              title={t('macro.with.off', { what })}
              onClick={() => c.attempt(() => c.call('macro.drop', { useId }))}
            >
              <X size={12} aria-hidden="true" />
            </Button>
          </span>
        )
      })}
    </p>
  )
}

/** The sign-off that goes under the text, where it does not stand there already; or why it cannot. */
function SignedLine({ draft, signOff }: { draft: string; signOff: SignOff | null }) {
  const { keys } = useCommand('agent.sit')
  if (!signOff) return null
  const unfilled = unfilledIn(signOff.words)
  if (unfilled.length > 0)
    return (
      <p className={composer['limit']}>
        {t('sign-off.nobody', { form: signOff.form, keys: keys.join(' ') })}
      </p>
    )
  if (draft.trim() !== '' && signed(draft, signOff) === draft.trimEnd()) return null
  return <p className={styles['signed']}>{t('sign-off.follows', { words: signOff.words })}</p>
}

type Props = {
  detail: TicketDetail
  channel: DraftChannel
  field: RefObject<HTMLTextAreaElement | null>
  signOff: SignOff | null
  /** It is too long to go out. */
  invalid: boolean
}

export function ComposerText({ detail, channel, field, signOff, invalid }: Props) {
  const c = useConsole()
  const { ticketId, brandId } = detail.card
  const draft = useDraft(ticketId, channel)
  const brand = useRows((rows) => rows.brands.find((one) => one.id === brandId))
  const { picking, ...macros } = usePicking(detail, channel, draft, field)
  const to: AttachedTo | null = channel === 'note' ? null : { kind: 'ticket', ticketId, channel }
  const { completing, ...words } = useCompleting(to, draft, field)
  const emojiWanted = useSession((session) => session.emojiWanted)
  useEffect(() => () => c.session.setState({ emojiWanted: false }), [c, ticketId])
  const chosen = (picking ?? completing)?.chosen ?? null
  const caretMoved = () => {
    macros.caretMoved()
    words.caretMoved()
  }
  const unfilled = channel === 'note' ? [] : unfilledIn(draft)
  return (
    <>
      <textarea
        ref={field}
        className={composer['text']}
        dir="auto"
        rows={3}
        value={draft}
        aria-label={t(`composer.text.${channel}`, { username: detail.routes.username })}
        placeholder={t(`composer.placeholder.${channel}`)}
        aria-invalid={invalid || unfilled.length > 0}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...(chosen === null
          ? {}
          : { 'aria-controls': pickListId, 'aria-activedescendant': pickOptionId(chosen) })}
        onKeyDown={(event) => {
          macros.keyDown(event)
          words.keyDown(event)
        }}
        onBlur={words.left}
        onSelect={caretMoved}
        onChange={(event) => {
          caretMoved()
          c.drafts.type(ticketId, channel, event.target.value)
        }}
      />
      <SignedLine draft={draft} signOff={signOff} />
      {picking && <MacroList picking={picking} brand={brand} anchor={field} />}
      {emojiWanted && <EmojiOver field={field} onClose={() => c.session.setState({ emojiWanted: false })} />}
      {completing && !picking && <Completions completing={completing} anchor={field} />}
      {unfilled.length > 0 && (
        <p className={composer['over']} role="alert">
          {t('macro.unfilled', { names: unfilled.join(', ') })}
        </p>
      )}
      <Waiting detail={detail} channel={channel} hasText={draft.trim() !== ''} />
    </>
  )
}
