/** @file The text of a new post, within its brand's frame: who speaks, how many posts it is, when it leaves. */
import { useEffect, useState, type RefObject } from 'react'
import type { BrandView } from '../../shared/domain/brand.ts'
import type { Override } from '../../shared/domain/guard.ts'
import { Failure } from '../../shared/errors.ts'
import { mostPosts, postsOf, weight } from '../state/weight.ts'
import { fullTime, secondsLeft } from '../time.ts'
import { t } from '../words.ts'
import { attachAll, Attachments, filesOf } from './Attachments.tsx'
import { ComposeActions } from './ComposeActions.tsx'
import { ComposeBand } from './ComposeBand.tsx'
import { speakersOf } from './speakers.ts'
import { useConsole } from './console-context.ts'
import { GuardLines } from './GuardLines.tsx'
import { PriceLine } from './PriceLine.tsx'
import { PartsPreview } from './PartsPreview.tsx'
import { useComposeDraft } from './use-compose-draft.ts'
import { useComposeFiles } from './use-compose-files.ts'
import { useGuards } from './use-guards.ts'
import { useLimitWords } from './use-limit-words.ts'
import { Completions } from './replying/Completions.tsx'
import { EmojiOver } from './replying/EmojiOver.tsx'
import { pickListId, pickOptionId } from './replying/PickList.tsx'
import { useCompleting } from './replying/use-completing.tsx'
import { WhenField } from './WhenField.tsx'
import form from '../ui/Form.module.css'
import styles from './ComposeDialog.module.css'

type Props = {
  field: RefObject<HTMLTextAreaElement | null>
  brand: BrandView
  onOther: () => void
  onClose: () => void
}

export function ComposeText({ field, brand, onOther, onClose }: Props) {
  const c = useConsole()
  const { draft, change, taken } = useComposeDraft(brand.id)
  const files = useComposeFiles(brand.id)
  const [asking, setAsking] = useState(false)
  const [emoji, setEmoji] = useState(false)
  const [busy, setBusy] = useState(false)
  const [isKept, setKept] = useState(false)
  const speakers = speakersOf(brand)
  const handle = speakers.find((one) => one.id === draft?.handleId) ?? speakers[0]
  const sender = handle ? { appId: handle.appId, handleId: handle.id, channel: 'public' as const } : null
  const posts = postsOf(draft?.text ?? '')
  const near = useLimitWords(sender, posts.length)
  const { findings } = useGuards({ kind: 'compose', brandId: brand.id }, draft?.text ?? '', files, isKept)
  const { completing, ...words } = useCompleting(
    { kind: 'compose', brandId: brand.id },
    draft?.text ?? '',
    field,
  )
  const ready = draft !== null
  useEffect(() => field.current?.focus(), [field, ready])
  if (!draft || !handle) return null
  const { text, scheduledAt } = draft
  const length = weight('public', text)
  const blocked = busy || (posts.length === 0 && files.length === 0) || posts.length > mostPosts
  const to = { kind: 'compose', brandId: brand.id } as const
  const take = (event: { preventDefault(): void }, data: DataTransfer | null) => {
    const given = filesOf(data)
    if (given.length > 0) event.preventDefault()
    attachAll(c, to, given)
  }
  const backToText = () => {
    setAsking(false)
    setKept(false)
    field.current?.focus()
  }
  const post = (override?: Override) => {
    setBusy(true)
    c.attempt(async () => {
      try {
        const { id: handleId } = handle
        const attachmentIds = files.map((file) => file.id)
        const message = {
          brandId: brand.id,
          handleId,
          parts: posts.length > 0 ? posts : [''],
          scheduledAt,
          attachmentIds,
          override,
        }
        const job = await c.call('post.compose', message)
        taken()
        onClose()
        if (scheduledAt !== null)
          return c.say(t('said.scheduled', { at: fullTime(scheduledAt) }), { undoable: true })
        const name = t('thread.handle', { username: handle.username })
        const at = job.releaseAt ?? c.now()
        const seconds = secondsLeft(c.now(), at)
        c.say(t('said.leaves', { name, seconds }), {
          leaves: { name, at, jobId: job.id, ticketId: null },
          undoable: true,
        })
      } catch (error) {
        if (!(error instanceof Failure) || !error.is('guard.stopped')) throw error
        setKept(true)
      } finally {
        setBusy(false)
      }
    })
  }
  return (
    <div
      className={form['form']}
      onPaste={(event) => take(event, event.clipboardData)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => take(event, event.dataTransfer)}
    >
      <ComposeBand
        brand={brand}
        handle={handle}
        onHandle={(handleId) => change({ handleId })}
        onOther={onOther}
      />
      <textarea
        ref={field}
        className={styles['text']}
        dir="auto"
        rows={5}
        value={text}
        aria-label={t('compose.text', { username: handle.username })}
        placeholder={t('compose.placeholder')}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...(completing
          ? { 'aria-controls': pickListId, 'aria-activedescendant': pickOptionId(completing.chosen) }
          : {})}
        onSelect={words.caretMoved}
        onBlur={words.left}
        onChange={(event) => {
          words.caretMoved()
          setKept(false)
          change({ text: event.target.value })
        }}
        onKeyDown={(event) => {
          words.keyDown(event)
          const mod = event.ctrlKey || event.metaKey
          if (event.key !== 'Enter' || !mod || event.nativeEvent.isComposing || blocked) return
          event.preventDefault()
          post()
        }}
      />
      {emoji && <EmojiOver field={field} onClose={() => setEmoji(false)} />}
      {completing && <Completions completing={completing} anchor={field} />}
      <div className={styles['beside']}>
        <Attachments to={to} files={files} />
        <PriceLine kind="post" summoned={false} texts={posts} />
        <PartsPreview posts={posts} />
      </div>
      <GuardLines
        findings={findings}
        isKept={isKept}
        ways={{
          toDm: null,
          change({ where }) {
            backToText()
            if (where) field.current?.setSelectionRange(where.start, where.end)
          },
          takeOff(attachmentId) {
            backToText()
            c.attempt(() => c.call('attachment.remove', { attachmentId }))
          },
        }}
        onSend={post}
        onBack={backToText}
      />
      {near !== null && <p className={form['warn']}>{near}</p>}
      {asking ? (
        <WhenField
          verb={t('when.choose')}
          onCancel={backToText}
          onChosen={(at) => {
            change({ scheduledAt: at })
            backToText()
          }}
        />
      ) : (
        <ComposeActions
          brand={brand}
          username={handle.username}
          length={length}
          posts={posts.length}
          scheduledAt={scheduledAt}
          blocked={blocked}
          onAsk={() => setAsking(true)}
          onEmoji={() => setEmoji(true)}
          onNow={() => change({ scheduledAt: null })}
          onPost={() => post()}
        />
      )}
    </div>
  )
}
