/**
 * @file What agents do with files that shall go out: attach, describe, take off. Bytes come from the window in pieces and
 * are kept in the workspace's folder `outgoing`, so that a crash loses none of them. X learns nothing of it here. How a
 * picture looks is told by windows: core decodes none.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contract } from '../../shared/contract/contract.ts'
import { MediaType, sizeLimits, type AttachedTo, type MediaKind } from '../../shared/domain/media.ts'
import { Failure } from '../../shared/errors.ts'
import type { MediaFile } from '../../shared/host-protocol.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'
import { ticketState } from '../tickets/repo.ts'
import { attachable } from './attach-rules.ts'
import {
  attachedTo,
  attachmentById,
  attachmentView,
  outdated,
  setAttachment,
  touch,
  type AttachmentRow,
} from './attachments.ts'
import { newMediaId } from './rows.ts'
import { newFileKey, sealedWriter } from './sealed-file.ts'
import { kindOfType, sniff } from './sniff.ts'

type Methods =
  | 'attachment.add'
  | 'attachment.append'
  | 'attachment.describe'
  | 'attachment.to-dm'
  | 'attachment.remove'
  | 'attachment.list'
  | 'media.seen'

export const outgoingFolder = 'outgoing'

/** The folder of files that go out. */
export type Outgoing = {
  path(row: Pick<AttachmentRow, 'media_id'>): string
  /** The file behind an opaque name, once all of it is here; null for another name. */
  find(id: string): Promise<MediaFile | null>
  /** Removes what no message and no draft needs any more, and what a crash left behind. */
  sweep(): Promise<void>
}

export function outgoingFiles(workspaceFolder: string, database: Database): Outgoing {
  const folder = join(workspaceFolder, outgoingFolder)
  return {
    path: ({ media_id }) => join(folder, media_id),
    async find(id) {
      const row = await database.read
        .selectFrom('attachments')
        .selectAll()
        .where('media_id', '=', id)
        .where('state', '<>', 'arriving')
        .executeTakeFirst()
      if (!row) return null
      const { bytes, key } = row
      return { folder: 'outgoing', name: id, type: MediaType.parse(row.type), bytes, key }
    },
    async sweep() {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const needed = await database.write(outdated)
      const names = await readdir(folder)
      await Promise.all(
        names.filter((name) => !needed.has(name)).map((name) => rm(join(folder, name), { force: true })),
      )
    },
  }
}

type Parts = {
  database: Database
  files: Outgoing
  /** A file was taken off: whatever is done with it ends. */
  onRemoved: (attachmentId: string) => void
}

export function attachmentService({
  database,
  files,
  onRemoved,
}: Parts): Pick<Handlers<Contract, CallContext>, Methods> {
  async function write(row: AttachmentRow, bytes: Uint8Array, at: number): Promise<AttachmentRow> {
    const file = await sealedWriter(files.path(row), row.key).catch(diskFailure)
    try {
      await file.write(bytes, at).catch(diskFailure)
    } finally {
      await file.close()
    }
    const received = at + bytes.length
    const state = received === row.bytes ? 'ready' : 'arriving'
    await database.write((tx) => setAttachment(tx, row, { received, state }))
    return { ...row, received, state }
  }

  return {
    'attachment.add': async ({ to, name, bytes, head, print }) => {
      const type = sniff(head)
      if (type === null) throw new Failure('attachment.type', { name })
      if (head.length > bytes) throw new Failure('attachment.changed', { name })
      const kind = kindOfType(type)
      const row = await database.write(async (tx) => {
        await mayAttach(tx, to, name, kind, bytes)
        const added = await tx.db
          .insertInto('attachments')
          .values({
            id: newId(tx.at),
            media_id: newMediaId(),
            ticket_id: to.kind === 'ticket' ? to.ticketId : null,
            brand_id: to.kind === 'compose' ? to.brandId : null,
            channel: to.kind === 'ticket' ? to.channel : 'public',
            name,
            kind,
            type,
            bytes,
            received: 0,
            key: newFileKey(),
            state: 'arriving',
            created_at: tx.at,
            print,
          })
          .returningAll()
          .executeTakeFirstOrThrow()
        touch(tx, added)
        return added
      })
      return attachmentView(await write(row, head, 0))
    },

    'attachment.append': async ({ attachmentId, at, bytes }) => {
      const row = await attachmentById(database.read, attachmentId)
      // A piece whose answer was lost comes again.
      if (at + bytes.length <= row.received) return attachmentView(row)
      if (at !== row.received || at + bytes.length > row.bytes)
        throw new Failure('attachment.changed', { name: row.name })
      return attachmentView(await write(row, bytes, at))
    },

    'attachment.describe': ({ attachmentId, alt }) =>
      database.write(async (tx) => {
        const row = await attachmentById(tx.db, attachmentId)
        await setAttachment(tx, row, { alt })
        return attachmentView({ ...row, alt })
      }),

    'attachment.to-dm': ({ ticketId }) =>
      database.write(async (tx) => {
        const rows = await attachedTo(tx.db, { kind: 'ticket', ticketId, channel: 'public' })
        const there = (await attachedTo(tx.db, { kind: 'ticket', ticketId, channel: 'dm' })).map(
          ({ kind }) => kind,
        )
        let left = 0
        for (const row of rows)
          if (attachable(there, row.kind, row.bytes, 'dm') === null) {
            there.push(row.kind)
            await setAttachment(tx, row, { channel: 'dm', ...notAtX(row) })
          } else left += 1
        return { left }
      }),

    'attachment.remove': async ({ attachmentId }) => {
      const row = await database.write(async (tx) => {
        const known = await attachmentById(tx.db, attachmentId)
        await tx.db.deleteFrom('attachments').where('id', '=', attachmentId).execute()
        touch(tx, known)
        return known
      })
      onRemoved(attachmentId)
      await rm(files.path(row), { force: true })
      return {}
    },

    'attachment.list': async ({ to }) => (await attachedTo(database.read, to)).map(attachmentView),

    'media.seen': async ({ mediaId, print }) => {
      await database.write((tx) => {
        tx.raw('UPDATE media SET print = ? WHERE id = ? AND print IS NULL').run(print, mediaId)
      })
      return {}
    },
  }
}

/** X keeps files for posts and for direct messages apart: what it has of one is nothing to the other. */
const notAtX = (row: AttachmentRow): Partial<AttachmentRow> =>
  row.state === 'arriving'
    ? {}
    : { state: 'ready', x_media_id: null, x_expires_at: null, segments: 0, alt_sent: '' }

/** @throws Failure `attachment.too-large`, `attachment.too-many`, `ticket.missing` */
async function mayAttach(
  tx: Tx,
  to: AttachedTo,
  name: string,
  kind: MediaKind,
  bytes: number,
): Promise<void> {
  if (to.kind === 'ticket') await ticketState(tx.db, to.ticketId)
  const there = (await attachedTo(tx.db, to)).map((row) => row.kind)
  const channel = to.kind === 'ticket' ? to.channel : 'public'
  const not = attachable(there, kind, bytes, channel)
  if (not === 'too-large') {
    const megabytes = sizeLimits[kind] / 1_048_576
    throw new Failure('attachment.too-large', { name, kind, megabytes })
  }
  if (not === 'too-many') throw new Failure('attachment.too-many', { name, channel })
}

/** What the disk says no to is told as such; a bug stays a bug. */
function diskFailure(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') throw new Failure('disk.full', {})
  if (code.startsWith('E')) throw new Failure('disk.failed', { what: code })
  throw error
}
