/**
 * @file The mirror of X: posts, direct messages, people, and who may see them. Any order of arrival gives the same rows:
 * the newest version wins, within a version the newest look, and what an answer did not hold never erases what another
 * did. Knows no ticket.
 */
import type { Tx } from '../db/database.ts'
import { flag, toJson } from '../db/values.ts'
import { avatarIdFor, mediaRows } from '../media/rows.ts'
import { forgottenPeople } from '../people/forgotten.ts'
import { instantOfId } from '../x/dates.ts'
import { withdrawPost } from './bury.ts'
import type { DmRecord, PersonRecord, PostRecord } from './records.ts'
import { keepVersion } from './versions.ts'
import { dmWords, postWords } from './words.ts'

/** What writing one item did. Null: it is gone for good, or withheld. */
export type Kept = {
  /** The item was not here at all. */
  isNew: boolean
  /** This handle sees it for the first time. */
  isNewToHandle: boolean
  /** X did not show it to this handle for a while, and does again. */
  isBack: boolean
  /** It is another version than the one that was here, or X corrects when it was written. */
  isOther: boolean
  /** When it was first written, as far as is known. */
  createdAt: number
}

export type Mirror = {
  /** @returns false for somebody who was forgotten and has written nothing since */
  person(record: PersonRecord, observedAt: number): boolean
  /** Notes a person of whom only the id is known, so that they are looked up. */
  stranger(xUserId: string): void
  post(record: PostRecord, handleId: string, observedAt: number): Kept | null
  dm(record: DmRecord, handleId: string, observedAt: number): Kept | null
}

/** The mirror's statements on one transaction. */
export function mirror(tx: Tx): Mirror {
  const isForgotten = tx.raw('SELECT 1 FROM tombstones WHERE kind = ? AND item_id = ?')
  const show = tx.raw(
    'INSERT OR IGNORE INTO visible_to (kind, item_id, handle_id, seen_at) VALUES (?, ?, ?, ?)',
  )
  const giveBack = tx.raw('DELETE FROM withdrawn WHERE kind = ? AND item_id = ? AND handle_id = ?')
  const showAgain = tx.raw(
    'UPDATE visible_to SET seen_at = ? WHERE kind = ? AND item_id = ? AND handle_id = ? AND seen_at < ?',
  )
  /** Notes that this handle was shown the item; what was withdrawn from it is back. */
  const seeBy = (kind: 'post' | 'dm', id: string, handleId: string, at: number) => {
    const isNewToHandle = show.run(kind, id, handleId, at).changes === 1
    if (!isNewToHandle) showAgain.run(at, kind, id, handleId, at)
    return { isNewToHandle, isBack: isNewToHandle && giveBack.run(kind, id, handleId).changes === 1 }
  }
  const strangerStatement = tx.raw(
    "INSERT OR IGNORE INTO people (x_user_id, name, username, hydrated_at) VALUES (?, '', '', NULL)",
  )
  const personStatement = tx.raw(upsertPerson)
  const knownPerson = tx.raw('SELECT 1 FROM people WHERE x_user_id = ?')
  const forgotten = forgottenPeople(tx)
  /** The id tells when the first version was written, whatever an edit says. */
  const isOfForgotten = ({ id, authorId, createdAt }: PostRecord): boolean =>
    forgotten.is(authorId) && forgotten.since(authorId, Math.min(createdAt, instantOfId(id)))
  const knownPost = tx.raw<KnownPost>(
    'SELECT n, latest_id, version, text, entities, observed_at, created_at FROM posts WHERE id = ?',
  )
  const newPost = tx.raw(insertPost)
  const newDm = tx.raw(insertDm)
  const knownDm = tx.raw<{ n: number; created_at: number; observed_at: number }>(
    'SELECT n, created_at, observed_at FROM dm_events WHERE id = ?',
  )
  const words = { post: postWords(tx), dm: dmWords(tx) }
  const media = mediaRows(tx)

  return {
    person(record, observedAt) {
      if (forgotten.is(record.xUserId) && !knownPerson.get(record.xUserId)) return false
      personStatement.run(...personColumns(record, observedAt))
      return true
    },
    stranger: (xUserId) => void strangerStatement.run(xUserId),

    post(record, handleId, observedAt) {
      if (isForgotten.get('post', record.id) || isOfForgotten(record)) return null
      // Before it was ever here, its deletion may have been told by the id of an edit.
      if (record.latestId !== record.id && isForgotten.get('post', record.latestId)) return null
      if (record.withheldIn !== undefined) {
        withdrawPost(tx, handleId, record.id, { why: 'withheld', countries: record.withheldIn })
        return null
      }
      const seen = seeBy('post', record.id, handleId, observedAt)
      const known = knownPost.get(record.id)
      if (!known) {
        const { lastInsertRowid } = newPost.run(...postColumns(record, observedAt))
        words.post.add(Number(lastInsertRowid), record.text)
        if (record.media) media.keep('post', record.id, record.media, observedAt)
        return { isNew: true, ...seen, isOther: false, createdAt: record.createdAt }
      }
      const isOtherVersion = record.version !== known.version
      const isNewer = isOtherVersion ? record.version > known.version : observedAt >= known.observed_at
      const createdAt = isOtherVersion
        ? Math.min(record.createdAt, known.created_at)
        : isNewer
          ? record.createdAt
          : known.created_at
      if (isNewer) {
        if (record.text !== known.text) {
          words.post.forget(known.n, known.text)
          words.post.add(known.n, record.text)
        }
        if (isOtherVersion) keepVersion(tx, record.id, olderOf(known))
        tx.raw(renewPost).run(...renewedColumns({ ...record, createdAt }, observedAt), record.id)
        // A version without pictures takes those of the version before it away.
        if (record.media) media.keep('post', record.id, record.media, observedAt)
        else if (isOtherVersion && record.mediaCount === 0) media.keep('post', record.id, [], observedAt)
      } else {
        const entities = isOtherVersion ? null : toJson(record.entities)
        const lang = isOtherVersion ? null : record.lang
        tx.raw(fillPost).run(entities, lang, createdAt, record.id)
        if (record.media && !isOtherVersion) media.fill('post', record.id, record.media, observedAt)
        if (isOtherVersion)
          keepVersion(tx, record.id, { ...record, entities: toJson(record.entities), observedAt })
      }
      return {
        isNew: false,
        ...seen,
        isOther: isOtherVersion || createdAt !== known.created_at,
        createdAt,
      }
    },

    dm(record, handleId, observedAt) {
      if (isForgotten.get('dm', record.id) || forgotten.since(record.senderId, record.createdAt)) return null
      const seen = seeBy('dm', record.id, handleId, observedAt)
      const known = knownDm.get(record.id)
      const { id, conversationId, senderId, text, entities, mediaCount, createdAt } = record
      if (!known) {
        const { lastInsertRowid } = newDm.run(
          id,
          conversationId,
          senderId,
          text,
          toJson(entities),
          mediaCount,
          createdAt,
          observedAt,
        )
        words.dm.add(Number(lastInsertRowid), text)
        if (record.media) media.keep('dm', id, record.media, observedAt)
        return { isNew: true, ...seen, isOther: false, createdAt: record.createdAt }
      }
      if (record.media) media.fill('dm', id, record.media, observedAt)
      if (observedAt < known.observed_at)
        return { isNew: false, ...seen, isOther: false, createdAt: known.created_at }
      tx.raw(renewDm).run(toJson(entities), mediaCount, createdAt, observedAt, known.n)
      return { isNew: false, ...seen, isOther: createdAt !== known.created_at, createdAt }
    },
  }
}

type KnownPost = {
  n: number
  latest_id: string
  version: number
  text: string
  entities: string | null
  observed_at: number
  created_at: number
}

const olderOf = (known: KnownPost) => ({
  latestId: known.latest_id,
  version: known.version,
  text: known.text,
  entities: known.entities,
  observedAt: known.observed_at,
})

const upsertPerson = `
  INSERT INTO people (x_user_id, name, username, avatar_url, avatar_id, followers, verified, about, joined_at,
    hydrated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (x_user_id) DO UPDATE SET
    name = excluded.name, username = excluded.username, verified = excluded.verified,
    avatar_id = iif(excluded.avatar_url IS NULL OR excluded.avatar_url IS avatar_url, avatar_id, excluded.avatar_id),
    avatar_url = coalesce(excluded.avatar_url, avatar_url), followers = coalesce(excluded.followers, followers),
    about = coalesce(excluded.about, about), joined_at = coalesce(excluded.joined_at, joined_at),
    hydrated_at = excluded.hydrated_at
  WHERE hydrated_at IS NULL OR excluded.hydrated_at >= hydrated_at`

const personColumns = (person: PersonRecord, observedAt: number): unknown[] => [
  person.xUserId,
  person.name,
  person.username,
  person.avatarUrl,
  avatarIdFor(person.avatarUrl),
  person.followers,
  flag(person.verified),
  toJson(person.about),
  person.joinedAt ?? null,
  observedAt,
]

const insertPost = `
  INSERT INTO posts (id, latest_id, version, author_id, conversation_id, in_reply_to_post_id, in_reply_to_user_id,
    quoted_post_id, reposted_post_id, text, entities, lang, media_count, likes, reposts, created_at, observed_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const postColumns = (post: PostRecord, observedAt: number): unknown[] => [
  post.id,
  post.latestId,
  post.version,
  post.authorId,
  post.conversationId,
  post.inReplyToPostId,
  post.inReplyToUserId,
  post.quotedPostId,
  post.repostedPostId,
  post.text,
  toJson(post.entities),
  post.lang,
  post.mediaCount,
  post.likes,
  post.reposts,
  post.createdAt,
  observedAt,
]

// Entities and language belong to a text: those of an older version must not stay beside a newer one.
const renewPost = `
  UPDATE posts SET
    entities = coalesce(?, iif(version = ?, entities, NULL)), lang = coalesce(?, iif(version = ?, lang, NULL)),
    latest_id = ?, version = ?, text = ?, media_count = ?, likes = ?, reposts = ?, created_at = ?, observed_at = ?,
    conversation_id = ?, in_reply_to_post_id = coalesce(?, in_reply_to_post_id),
    in_reply_to_user_id = coalesce(?, in_reply_to_user_id), quoted_post_id = coalesce(?, quoted_post_id),
    reposted_post_id = coalesce(?, reposted_post_id)
  WHERE id = ?`

const renewedColumns = (post: PostRecord, observedAt: number): unknown[] => [
  toJson(post.entities),
  post.version,
  post.lang,
  post.version,
  post.latestId,
  post.version,
  post.text,
  post.mediaCount,
  post.likes,
  post.reposts,
  post.createdAt,
  observedAt,
  post.conversationId,
  post.inReplyToPostId,
  post.inReplyToUserId,
  post.quotedPostId,
  post.repostedPostId,
]

const fillPost =
  'UPDATE posts SET entities = coalesce(entities, ?), lang = coalesce(lang, ?), created_at = ? WHERE id = ?'

const insertDm = `
  INSERT INTO dm_events (id, conversation_id, sender_id, text, entities, media_count, created_at, observed_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

// A direct message is never edited: only what was not known before is added.
const renewDm = `
  UPDATE dm_events SET entities = coalesce(?, entities), media_count = max(media_count, ?), created_at = ?, observed_at = ?
  WHERE n = ?`
