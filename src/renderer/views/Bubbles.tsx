/** @file Direct messages and internal notes: bubbles, told apart by frame and words before colour. */
import { Lock, StickyNote } from 'lucide-react'
import type { z } from 'zod'
import type { DmItem, NoteItem } from '../../shared/domain/ticket.ts'
import { fullTime, writtenAt } from '../time.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { hasHandle, OurMark } from './OurMark.tsx'
import { nameInSentence } from '../overrides.ts'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { LinkPreviews } from './LinkPreviews.tsx'
import { MediaGrid } from './MediaGrid.tsx'
import { Name, Plain, Runs } from './Runs.tsx'
import styles from './Thread.module.css'

export function DmEntry({ item }: { item: z.infer<typeof DmItem> }) {
  const c = useConsole()
  const facts = [
    writtenAt(c.now(), item.at),
    item.agentName !== null && t('thread.by', { name: item.agentName }),
    item.mediaCount > item.media.length && t('thread.media', { count: item.mediaCount - item.media.length }),
  ].filter((fact) => fact !== false)
  return (
    <article
      className={styles['message']}
      aria-label={t('thread.dm.name', { name: nameInSentence(item.author.name) })}
    >
      {item.ours ? (
        <OurMark of={hasHandle(item.author.xUserId)} name={item.author.name} />
      ) : (
        <Avatar name={item.author.name} media={item.author.avatar} size="post" />
      )}
      <div className={styles['content']}>
        <div className={`${styles['bubble']} ${styles['dm']} ${item.ours ? styles['ours'] : ''}`}>
          <div className={styles['text']} dir="auto">
            <Runs runs={item.runs} />
          </div>
          <MediaGrid media={item.media} />
          <LinkPreviews previews={item.previews} />
        </div>
        <div className={styles['meta']} title={fullTime(item.at)}>
          <Lock size={11} aria-hidden="true" />
          {t('thread.dm')}
          <span>
            <Name name={item.author.name} />
          </span>
          <span>{facts.join(t('app.separator'))}</span>
        </div>
      </div>
    </article>
  )
}

export function NoteEntry({ item }: { item: z.infer<typeof NoteItem> }) {
  const c = useConsole()
  const to = item.mentions.length > 0 ? t('thread.note.to', { names: item.mentions.join(', ') }) : null
  const facts = [t('thread.note'), writtenAt(c.now(), item.at), item.agentName, to].filter(
    (fact) => fact !== null,
  )
  return (
    <article className={styles['message']} aria-label={t('thread.note.name')}>
      <span className={styles['who']} aria-hidden="true">
        {item.agentInitials ?? <StickyNote size={13} />}
      </span>
      <div className={styles['content']}>
        <div className={`${styles['bubble']} ${styles['note']}`}>
          <div className={styles['text']} dir="auto">
            <Plain text={item.text} />
          </div>
        </div>
        <div className={styles['meta']} title={fullTime(item.at)}>
          {facts.join(t('app.separator'))}
        </div>
      </div>
    </article>
  )
}
