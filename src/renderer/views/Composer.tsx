/** @file The composer: locked to the ticket's brand, one text per channel, and a send button that says who will speak. */
import { Lock } from 'lucide-react'
import { useEffect, useRef, type RefObject } from 'react'
import { signed } from '../../shared/domain/sign-off.ts'
import type { AttachedTo } from '../../shared/domain/media.ts'
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import { asksForDm, routeWords } from '../commands/answer.ts'
import { channelOf } from '../commands/context.ts'
import { focusPane } from '../commands/go.ts'
import { moveToDm } from '../commands/ways-over.ts'
import { answerPostsOf, limits, mostPosts, weight } from '../state/weight.ts'
import type { DraftChannel } from '../state/session.ts'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { clockTime } from '../time.ts'
import { t } from '../words.ts'
import { useConsole, useDraft, useRows, useSession } from './console-context.ts'
import { AnsweredLine } from './AnsweredLine.tsx'
import { attachAll, Attachments, filesOf } from './Attachments.tsx'
import { ComposerGuards } from './ComposerGuards.tsx'
import { PriceLine } from './PriceLine.tsx'
import { LimitLine } from './LimitLine.tsx'
import { PartsPreview } from './PartsPreview.tsx'
import { useInserting } from './answers/use-inserting.ts'
import { useBrandSettings } from './brand-settings/use-brand-settings.ts'
import { ReadOnlyLine } from './replying/ReadOnlyLine.tsx'
import { PlaybookLine } from './replying/PlaybookLine.tsx'
import { useSignOff } from './replying/use-sign-off.ts'
import { ComposerText } from './replying/ComposerText.tsx'
import { SendBar, WebBar } from './SendBar.tsx'
import styles from './Composer.module.css'

const channels: readonly DraftChannel[] = ['public', 'dm', 'note']

function Channels({ detail, channel }: { detail: TicketDetail; channel: DraftChannel }) {
  const c = useConsole()
  const { ticketId } = detail.card
  const choose = (chosen: DraftChannel) =>
    c.session.setState({ channel: chosen, composerWanted: { ticketId, typed: '' } })
  return (
    <div className={styles['channels']} role="radiogroup" aria-label={t('composer.channel')}>
      {channels.map((one) => {
        const closed = one === 'dm' && !detail.routes.dm.open
        return (
          <button
            key={one}
            type="button"
            role="radio"
            aria-checked={one === channel}
            aria-disabled={closed}
            title={closed ? routeWords(detail, 'dm') : undefined}
            className={styles['channel']}
            onClick={() => (closed ? c.say(routeWords(detail, 'dm')) : choose(one))}
          >
            {one === 'dm' && <Lock size={11} aria-hidden="true" />}
            {t(`composer.${one}`)}
          </button>
        )
      })}
    </div>
  )
}

/** The resolver's line: where the text will appear, or why it cannot. */
function RouteLine({ detail, channel }: { detail: TicketDetail; channel: DraftChannel }) {
  if (channel === 'note') return null
  const waiting = detail.card.waitingOnXUntil
  const doubtful = channel === 'public' && detail.routes.public.open !== 'yes'
  return (
    <p className={`${styles['route']} ${doubtful ? styles['doubtful'] : ''}`}>
      {waiting === null
        ? routeWords(detail, channel)
        : t('composer.waiting-on-x', { time: clockTime(waiting) })}
    </p>
  )
}

/** Gives the keyboard to the composer once it is there, with what was typed on the way. */
function useWanted(detail: TicketDetail, channel: DraftChannel, text: RefObject<HTMLTextAreaElement | null>) {
  const c = useConsole()
  const { ticketId } = detail.card
  const wanted = useSession((session) => session.composerWanted)
  const isWanted = wanted?.ticketId === ticketId
  const dmClosed = channel === 'dm' && !detail.routes.dm.open
  useEffect(() => {
    const now = c.session.getState().composerWanted
    if (!isWanted || now === null) return
    c.session.setState({ composerWanted: null })
    if (dmClosed) {
      c.session.setState({ channel: null })
      if (asksForDm(detail)) return moveToDm(c, ticketId)
      c.say(routeWords(detail, 'dm'))
      focusPane(c)
      return
    }
    if (now.typed !== '') c.drafts.type(ticketId, channel, c.drafts.text(ticketId, channel) + now.typed)
    const field = text.current
    if (!field) return focusPane(c)
    field.focus()
    field.setSelectionRange(field.value.length, field.value.length)
  }, [c, isWanted, dmClosed, detail, channel, ticketId, text])
}

export function Composer({ detail }: { detail: TicketDetail }) {
  const c = useConsole()
  const { ticketId, brandId } = detail.card
  const chosen = useSession((session) => session.channel)
  const channel = channelOf(detail.routes, chosen)
  const brand = useRows((rows) => rows.brands.find((one) => one.id === brandId))
  const draft = useDraft(ticketId, channel)
  const text = useRef<HTMLTextAreaElement>(null)
  useWanted(detail, channel, text)
  useEffect(
    () => () => {
      c.attempt(() => c.drafts.flush())
    },
    [c],
  )
  useInserting(detail, channel, text)
  const { username } = detail.routes
  const web = channel === 'public' && detail.routes.public.open === 'no'
  const settings = useBrandSettings(brandId)
  const signOff = useSignOff(detail, channel, settings)
  const answer = signOff && draft.trim() !== '' ? signed(draft, signOff) : draft
  const length = weight(channel, answer)
  const posts = channel === 'public' ? answerPostsOf(draft, signOff) : []
  const over = channel === 'public' ? 0 : length - limits[channel]
  const to: AttachedTo | null = channel === 'note' ? null : { kind: 'ticket', ticketId, channel }
  const take = (event: { preventDefault(): void }, data: DataTransfer | null) => {
    const files = filesOf(data)
    if (files.length === 0 || to === null) return
    event.preventDefault()
    attachAll(c, to, files)
  }
  return (
    <section
      className={`${styles['composer']} ${styles[channel]}`}
      data-area="composer"
      aria-label={t('composer.label')}
      onBlur={() => c.attempt(() => c.drafts.flush())}
      onPaste={(event) => take(event, event.clipboardData)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => take(event, event.dataTransfer)}
    >
      <div className={styles['band']}>
        {brand && <BrandSquare initials={brand.initials} fill={brand.fill} />}
        <span className={styles['as']}>
          {channel === 'note' ? (
            t('composer.as.note')
          ) : (
            <>
              {t('composer.as')} <b>{t('thread.handle', { username })}</b>
            </>
          )}
        </span>
        <Channels detail={detail} channel={channel} />
      </div>
      {settings && !settings.goLive.live && channel !== 'note' && brand && <ReadOnlyLine brand={brand} />}
      {settings && channel !== 'note' && <PlaybookLine detail={detail} playbooks={settings.playbooks} />}
      <RouteLine detail={detail} channel={channel} />
      {channel !== 'note' && <AnsweredLine detail={detail} writing={draft.trim() !== ''} />}
      {web ? (
        <WebBar detail={detail} />
      ) : (
        <>
          <ComposerText
            detail={detail}
            channel={channel}
            field={text}
            signOff={signOff}
            invalid={over > 0 || posts.length > mostPosts}
          />
          {over > 0 && (
            <p className={styles['over']} role="alert">
              {t('composer.over', { over, limit: limits[channel] })}
            </p>
          )}
          {to !== null && (
            <Attachments to={to} files={detail.attachments.filter((file) => file.channel === channel)} />
          )}
          {channel !== 'note' && (
            <PriceLine
              kind={channel === 'dm' ? 'dm' : 'reply'}
              summoned={detail.routes.public.reason !== 'our-post'}
              texts={channel === 'dm' ? [answer] : posts}
            />
          )}
          <PartsPreview posts={posts} />
          {channel !== 'note' && <LimitLine detail={detail} channel={channel} posts={posts.length} />}
          <ComposerGuards detail={detail} channel={channel} text={text} />
          <SendBar detail={detail} channel={channel} length={length} posts={posts.length} />
        </>
      )}
    </section>
  )
}
