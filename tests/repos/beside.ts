/**
 * @file What stands beside posts and tickets in the world of the repo suite, a row or two of each kind: money, what is
 * read and how, what X took back, what is on its way out.
 */
import type { Tx } from '../../src/core/db/database.ts'
import { newId } from '../../src/core/db/uuid.ts'
import { testStart, type TestHandle } from '../database.ts'

const hour = 3_600_000
export const testDay = new Date(testStart).toISOString().slice(0, 10)

export type Beside = {
  appId: string
  listeningId: string
  attachmentId: string
  mediaId: string
  goneId: string
}

type Around = {
  air: TestHandle
  care: TestHandle
  busyTicket: string
  dmTicket: string
  jobId: string
  agentId: string
}
type Post = { id: string; conversationId: string }

const somePage = (at: number) => ({ question: 'How?', answer: 'So.', created_at: at, updated_at: at })

/** @param post one that a ticket of `air` holds */
export async function leaveBeside(tx: Tx, around: Around, post: Post): Promise<Beside> {
  const { air, care } = around
  const { app_id: appId } = await tx.db
    .selectFrom('handles')
    .select('app_id')
    .where('id', '=', air.id)
    .executeTakeFirstOrThrow()
  await money(tx, around, appId)
  await delivery(tx, around)
  const listeningId = await reading(tx, around, post)
  await stream(tx, around, appId)
  await takenBack(tx, around, post)
  const attachmentId = await onItsWay(tx, around, appId)
  const mediaId = await pictures(tx, post)
  await tx.db
    .insertInto('expected_handles')
    .values({
      id: newId(tx.at),
      brand_id: care.brandId,
      username: 'AirCare_FR',
      action_id: newId(tx.at),
      created_at: tx.at,
    })
    .execute()
  await tx.db
    .insertInto('answer_pages')
    .values([
      {
        id: newId(tx.at),
        brand_id: air.brandId,
        title: 'Zürich',
        shared: 1,
        ...somePage(tx.at),
        agent_id: around.agentId,
      },
      {
        id: newId(tx.at),
        brand_id: air.brandId,
        title: 'Bags',
        shared: 0,
        ...somePage(tx.at),
        agent_id: null,
      },
      {
        id: newId(tx.at),
        brand_id: air.brandId,
        title: 'Gone',
        shared: 0,
        ...somePage(tx.at),
        agent_id: null,
        removed_at: tx.at,
      },
    ])
    .execute()
  const goneId = '77'
  const gone = { kind: 'post', item_id: goneId, why: 'deleted', at: tx.at }
  await tx.db
    .insertInto('tombstones')
    .values([
      { ...gone, conversation_id: post.conversationId, written_at: testStart - hour },
      { ...gone, item_id: '78', conversation_id: null, written_at: null },
    ])
    .execute()
  await tx.db
    .insertInto('audit')
    .values({
      id: newId(tx.at),
      at: tx.at,
      actor: around.agentId,
      event: 'ticket.solved',
      action_id: newId(tx.at),
      ticket_id: around.busyTicket,
      brand_id: care.brandId,
      job_id: null,
      before: null,
      after: '{"status":"solved"}',
      undoable: 1,
      undone_by: null,
    })
    .execute()
  return { appId, listeningId, attachmentId, mediaId, goneId }
}

async function money(tx: Tx, { air, busyTicket }: Around, appId: string): Promise<void> {
  const none = { day_micros: null, month_micros: null, day_cap_micros: null, month_cap_micros: null }
  await tx.db
    .insertInto('budgets')
    .values([
      { ...none, scope: 'brand', scope_id: air.brandId, day_micros: 3_000_000 },
      { ...none, scope: 'app', scope_id: appId, month_cap_micros: 90_000_000 },
    ])
    .execute()
  const row = { app_id: appId, brand_id: air.brandId, handle_id: air.id, day: testDay, ticket_id: '' }
  const sum = { requests: 2, delivered: 5, charged: 4, micros: 20_000 }
  await tx.db
    .insertInto('spend')
    .values([
      { ...row, ...sum, stream: 'mentions', kind: 'post' },
      { ...row, ...sum, stream: 'posts', kind: 'owned-post', day: `${testDay.slice(0, 7)}-01` },
      { ...row, ...sum, stream: 'backfill', kind: 'post', day: '2026-09-30' },
      { ...row, ...sum, stream: 'send', kind: 'post.create.summoned-link', ticket_id: busyTicket },
    ])
    .execute()
  await tx.db
    .insertInto('app_usage')
    .values([
      { app_id: appId, day: testDay, posts: 7, asked_at: tx.at },
      { app_id: appId, day: '2026-11-09', posts: 3, asked_at: tx.at },
    ])
    .execute()
}

async function reading(tx: Tx, { air, care }: Around, post: Post): Promise<string> {
  const listeningId = newId(tx.at)
  const listening = { brand_id: air.brandId, handle_id: air.id, created_at: tx.at }
  await tx.db
    .insertInto('listening')
    .values([
      { ...listening, id: listeningId, kind: 'search', name: 'bags', query: 'bag lang:en' },
      { ...listening, id: newId(tx.at), kind: 'list', name: 'press', query: '84839422' },
    ])
    .execute()
  await tx.db
    .insertInto('listening_posts')
    .values({ listening_id: listeningId, at: testStart, post_id: post.id })
    .execute()
  const at = testStart - 2 * hour
  await tx.db
    .insertInto('sources')
    .values({
      handle_id: air.id,
      source: 'search',
      subject: listeningId,
      since_id: '9',
      complete_to_at: at,
      silent_since: at,
    })
    .execute()
  const gap = { handle_id: air.id, source: 'mentions', from_at: at, opened_at: tx.at } as const
  await tx.db
    .insertInto('gaps')
    .values([
      { ...gap, id: newId(tx.at), to_at: at + hour, why: 'horizon', closed_at: null },
      { ...gap, id: newId(tx.at), to_at: at + 2 * hour, why: 'circle', closed_at: null },
      { ...gap, id: newId(tx.at), to_at: at + 3 * hour, why: 'circle', closed_at: tx.at },
    ])
    .execute()
  const counted = { handle_id: air.id, source: 'mentions', items: 4 } as const
  const thisHour = Math.floor(testStart / hour)
  await tx.db
    .insertInto('arrivals')
    .values([
      { ...counted, hour: thisHour - 1 },
      { ...counted, hour: thisHour - 30 },
    ])
    .execute()
  await tx.db
    .insertInto('watched')
    .values([
      { handle_id: air.id, source: 'quotes', subject: post.id, complete_to_at: at },
      { handle_id: air.id, source: 'thread', subject: post.conversationId, complete_to_at: at },
    ])
    .execute()
  const chain = { handle_id: care.id, from_at: at, until_id: '900', started_at: tx.at, next_try_at: null }
  await tx.db
    .insertInto('backfills')
    .values([
      { ...chain, source: 'mentions', state: 'running', reached_id: '800' },
      { ...chain, source: 'dms', state: 'done', horizon_at: at, finished_at: tx.at },
    ])
    .execute()
  return listeningId
}

async function stream(tx: Tx, { air }: Around, appId: string): Promise<void> {
  await tx.db.updateTable('apps').set({ has_bearer: 1 }).where('id', '=', appId).execute()
  await tx.db.insertInto('stream_apps').values({ app_id: appId, heard_at: testStart }).execute()
  await tx.db.insertInto('stream_subscriptions').values({ id: '31', app_id: appId }).execute()
  await tx.db
    .insertInto('dm_signals')
    .values({ handle_id: air.id, chat_event_at: testStart, refused_at: null })
    .execute()
  await tx.db
    .insertInto('dm_conversations')
    .values({ handle_id: air.id, participant_id: '701', transport: 'xchat', since: testStart })
    .execute()
}

async function takenBack(tx: Tx, { care }: Around, post: Post): Promise<void> {
  await tx.db
    .insertInto('withdrawn')
    .values({
      kind: 'post',
      item_id: '79',
      handle_id: care.id,
      why: 'withheld',
      countries: 'DE FR',
      conversation_id: post.conversationId,
      written_at: testStart - hour,
      at: testStart,
      looked_at: testStart - 2 * hour,
    })
    .execute()
  const version = { post_id: post.id, entities: null, observed_at: testStart }
  await tx.db
    .insertInto('post_versions')
    .values([
      { ...version, version: 1, x_id: '70', text: 'frist' },
      { ...version, version: 2, x_id: '71', text: 'first' },
    ])
    .execute()
}

/** An incident whose notice is out, with an update that waits, in the conversation of a ticket. */
async function notices(tx: Tx, { care, agentId, busyTicket }: Around): Promise<void> {
  const [incidentId, noticeId] = [newId(tx.at), newId(tx.at)]
  const { conversation_id: conversationId } = await tx.db
    .selectFrom('tickets')
    .select('conversation_id')
    .where('id', '=', busyTicket)
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('incidents')
    .values({
      id: incidentId,
      brand_id: care.brandId,
      title: 'Nothing works',
      terms: '["nothing works"]',
      status_text: '',
      opened_at: tx.at,
    })
    .execute()
  await tx.db
    .insertInto('notices')
    .values({
      id: noticeId,
      brand_id: care.brandId,
      handle_id: care.id,
      incident_id: incidentId,
      act_id: noticeId,
      title: 'Nothing works',
      starts_at: null,
      ends_at: null,
      pinned_text: 'We are on it',
      created_at: tx.at,
    })
    .execute()
  const job = {
    lane: `${care.brandId}/posts`,
    brand_id: care.brandId,
    handle_id: care.id,
    agent_id: agentId,
    solves: 0,
    created_at: tx.at,
    scheduled_at: null,
  }
  const [first, update] = [newId(tx.at), newId(tx.at)]
  await tx.db
    .insertInto('jobs')
    .values([
      {
        ...job,
        id: first,
        kind: 'post',
        payload: '{"text":"We are on it","attachmentIds":[]}',
        state: 'sent',
        release_at: tx.at,
        sent_item_id: conversationId,
        settled_at: tx.at,
      },
      {
        ...job,
        id: update,
        kind: 'reply',
        payload: '{"text":"Nearly","targetPostId":null,"attachmentIds":[]}',
        state: 'held',
        release_at: tx.at + hour,
      },
    ])
    .execute()
  await tx.db
    .insertInto('notice_posts')
    .values([
      { job_id: first, notice_id: noticeId, kind: 'outage', act_id: 'act', pins: 1 },
      { job_id: update, notice_id: noticeId, kind: 'update', act_id: 'act', pins: 0 },
    ])
    .execute()
  await tx.db
    .insertInto('notice_nudges')
    .values({ brand_id: care.brandId, about: incidentId, at: tx.at })
    .execute()
}

async function onItsWay(tx: Tx, around: Around, appId: string): Promise<string> {
  const { air, care, agentId, jobId, busyTicket } = around
  await tx.db
    .insertInto('outbox_stops')
    .values({ brand_id: air.brandId, at: tx.at, agent_id: agentId })
    .execute()
  const attempt = { handle_id: air.id, app_id: appId, family: 'posts' } as const
  await tx.db
    .insertInto('send_attempts')
    .values([
      { ...attempt, at: testStart - hour },
      { ...attempt, at: testStart - 30 * hour },
    ])
    .execute()
  await tx.db
    .insertInto('compose_drafts')
    .values({
      brand_id: care.brandId,
      handle_id: care.id,
      text: 'We are back',
      attachment_ids: '[]',
      scheduled_at: null,
      revision: 3,
      updated_at: tx.at,
    })
    .execute()
  await tx.db
    .insertInto('marks')
    .values({ mark: 'hidden', handle_id: air.id, item_id: '80', at: tx.at })
    .execute()
  await tx.db.insertInto('job_parts').values({ item_id: '81', job_id: jobId }).execute()
  await notices(tx, around)
  const ids = [newId(tx.at), newId(tx.at)] as const
  await tx.db
    .insertInto('attachments')
    .values(
      ids.map((id, n) => ({
        id,
        media_id: `a${n}`.padEnd(32, '0'),
        ticket_id: busyTicket,
        brand_id: null,
        channel: 'public' as const,
        name: 'map.png',
        kind: 'photo' as const,
        type: 'image/png',
        bytes: 100,
        received: 100,
        key: 'ab'.repeat(32),
        state: 'ready' as const,
        created_at: tx.at,
      })),
    )
    .execute()
  // One of the two goes with a message already.
  await tx.db
    .updateTable('jobs')
    .set({ payload: JSON.stringify({ text: 'We look into it', targetPostId: '1', attachmentIds: [ids[1]] }) })
    .where('id', '=', jobId)
    .execute()
  return ids[0]
}

async function pictures(tx: Tx, post: Post): Promise<string> {
  const mediaId = 'b'.repeat(32)
  await tx.db
    .insertInto('media')
    .values({
      id: mediaId,
      preview_id: null,
      x_key: '3_1',
      kind: 'photo',
      url: 'https://pbs.twimg.com/media/a.jpg',
      preview_url: null,
      width: 10,
      height: 20,
      alt: 'a bag',
      duration_ms: null,
      observed_at: tx.at,
    })
    .execute()
  await tx.db
    .insertInto('media_of')
    .values({ kind: 'post', item_id: post.id, position: 0, media_id: mediaId })
    .execute()
  return mediaId
}

/** A client's look, and a month that could not be written. */
async function delivery(tx: Tx, { air }: Around): Promise<void> {
  const { client_id } = await tx.db
    .selectFrom('brands')
    .select('client_id')
    .where('id', '=', air.brandId)
    .executeTakeFirstOrThrow()
  const logo = { logo: 'iVBORw0KGgo=', logo_width: 3, logo_height: 1 }
  await tx.db
    .insertInto('client_looks')
    .values({ client_id, accent: '#c01c28', ...logo })
    .execute()
  const schedule = { day: 1, folder: '/reports', words: '', is_on: 1, next_month: '2026-10' }
  await tx.db
    .insertInto('report_schedules')
    .values({ client_id, ...schedule })
    .execute()
  const reportId = newId(tx.at)
  const report = { at: tx.at, agent_id: null, asked: '{}', report: '{}', words: '', lines: '[]' }
  await tx.db
    .insertInto('delivered_reports')
    .values({ id: reportId, is_scheduled: 1, ...report })
    .execute()
  const failure = '{"code":"disk.full","data":{}}'
  await tx.db
    .insertInto('report_runs')
    .values({ client_id, month: '2026-10', report_id: reportId, failure, failed_at: tx.at, tries: 2 })
    .execute()
  await tx.db.insertInto('content_exports').values({ day: testDay, objects: 7 }).execute()
}
