/** @file Reads from the database what the guards hold a draft against. Nothing of another client leaves this file as text. */
import { brandSettings } from '../../shared/domain/brand-settings.ts'
import type { Channel } from '../../shared/domain/outbox.ts'
import { Failure } from '../../shared/errors.ts'
import { brandSetting } from '../brands/settings.ts'
import type { Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { kinds } from '../outbox/kinds/kinds.ts'
import { isSettledInPrivate } from '../tickets/settled-in-private.ts'
import { copiesNow } from './copies.ts'
import { sentencesOf, type BrandLexicon, type Term } from './lexicon.ts'
import { linksIn } from './links.ts'
import type { DraftFacts, EarlierSend } from './rules.ts'
import { seenLinks } from './seen-links.ts'
import { seenPictures } from './seen-pictures.ts'
import { hasWish } from './wishes.ts'

/** A message that is being written. `text` is the whole of it, a chain's parts in a row. */
export type GuardedDraft = {
  brandId: string
  /** Null while nobody has chosen who of the brand speaks. */
  handleId: string | null
  ticketId: string | null
  channel: Channel
  text: string
  attachmentIds: readonly string[]
}

const sentencesKept = new Map<string, readonly string[]>()
const macrosKeptAtMost = 4_000

/** A macro's sentences are found once: a draft is looked at while it is typed. */
function sentencesOfMacro(text: string): readonly string[] {
  const kept = sentencesKept.get(text)
  if (kept) return kept
  if (sentencesKept.size >= macrosKeptAtMost) sentencesKept.clear()
  const sentences = sentencesOf(text)
  sentencesKept.set(text, sentences)
  return sentences
}

/** The words of every brand that is here. */
async function lexicons(db: Reads): Promise<BrandLexicon[]> {
  const brands = await db
    .selectFrom('brands')
    .select(['id', 'name'])
    .where('removed_at', 'is', null)
    .execute()
  const handles = await db
    .selectFrom('handles')
    .select(['brand_id', 'username'])
    .where('state', '<>', 'removed')
    .execute()
  const settled = await db
    .selectFrom('brand_settings')
    .select(['brand_id', 'value'])
    .where('name', '=', 'lexicon')
    .execute()
  const macros = await db
    .selectFrom('macros')
    .select(['brand_id', 'text'])
    .where('removed_at', 'is', null)
    .execute()
  return brands.map(({ id, name }) => {
    const setting = settled.find((one) => one.brand_id === id)
    const { products, domains, signOffs } =
      fromJson(brandSettings.lexicon, setting?.value ?? null) ?? brandSettings.lexicon.parse({})
    const of = (kind: Term['kind'], texts: readonly string[]): Term[] => texts.map((text) => ({ kind, text }))
    return {
      brandId: id,
      brandName: name,
      terms: [
        ...of('name', [name]),
        ...of(
          'handle',
          handles.filter((handle) => handle.brand_id === id).map(({ username }) => username),
        ),
        ...of('product', products),
        ...of('domain', domains),
        ...of('sign-off', signOffs),
      ],
      sentences: macros
        .filter((macro) => macro.brand_id === id)
        .flatMap((macro) => sentencesOfMacro(macro.text)),
    }
  })
}

const dayMs = 86_400_000
/** So many of the newest messages are compared; a busy agency sends that many in a shift. */
const sendsAtMost = 300

async function earlierSends(db: Reads, at: number): Promise<EarlierSend[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(['kind', 'payload', 'brand_id', 'ticket_id', 'handle_id', 'created_at'])
    .where('kind', 'in', ['reply', 'chain', 'dm', 'post'])
    .where('state', 'not in', ['recalled', 'dropped', 'refused'])
    .orderBy('id', 'desc')
    .limit(sendsAtMost)
    .execute()
  return rows
    .filter((row) => row.created_at > at - dayMs)
    .map((row) => ({
      text: kinds[row.kind].show(row).text,
      brandId: row.brand_id,
      ticketId: row.ticket_id,
      handleId: row.handle_id,
      at: row.created_at,
    }))
}

async function answeredAt(db: Reads, ticketId: string | null): Promise<number | null> {
  if (ticketId === null) return null
  const ticket = await db
    .selectFrom('tickets')
    .select(['newest_customer_at as customerAt', 'newest_outbound_at as oursAt'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  return ticket && ticket.oursAt !== null && ticket.oursAt >= ticket.customerAt ? ticket.oursAt : null
}

async function clientOf(db: Reads, brandId: string): Promise<string> {
  const brand = await db
    .selectFrom('brands')
    .select('client_id as clientId')
    .where('id', '=', brandId)
    .executeTakeFirstOrThrow()
  return brand.clientId
}

async function askedToBeLeft(db: Reads, { brandId, ticketId }: GuardedDraft): Promise<boolean> {
  if (ticketId === null) return false
  const ticket = await db
    .selectFrom('tickets')
    .select('customer_id as xUserId')
    .where('id', '=', ticketId)
    .executeTakeFirst()
  return ticket !== undefined && hasWish(db, { brandId, xUserId: ticket.xUserId }, 'leave-alone')
}

async function alts(db: Reads, ids: readonly string[]): Promise<DraftFacts['alts']> {
  if (ids.length === 0) return []
  return db.selectFrom('attachments').select(['id as attachmentId', 'alt']).where('id', 'in', ids).execute()
}

/** What was told in private is near at hand when the last word is said in public: there that guard is never loose. */
async function guardsFor(db: Reads, { brandId, ticketId, channel }: GuardedDraft) {
  const guards = await brandSetting(db, brandId, 'guards')
  const isLastWord = channel === 'public' && ticketId !== null && (await isSettledInPrivate(db, ticketId))
  return isLastWord ? { ...guards, 'private-data': 'stop' as const } : guards
}

/** @param at the instant, epoch ms. @throws Failure `brand.missing` */
export async function factsOf(db: Reads, draft: GuardedDraft, at: number): Promise<DraftFacts> {
  const all = await lexicons(db)
  const own = all.find(({ brandId }) => brandId === draft.brandId)
  if (!own) throw new Failure('brand.missing', { brandId: draft.brandId })
  const domains = own.terms.filter(({ kind }) => kind === 'domain').map(({ text }) => text)
  return {
    ...draft,
    alts: await alts(db, draft.attachmentIds),
    guards: await guardsFor(db, draft),
    privateData: await brandSetting(db, draft.brandId, 'privateData'),
    own,
    others: all.filter((one) => one !== own),
    allowed: (await brandSetting(db, draft.brandId, 'allowList')).words,
    clientId: await clientOf(db, draft.brandId),
    copies: await copiesNow(db, at),
    seenLinks: await seenLinks(db, draft.brandId, linksIn(draft.text, domains), at),
    seenPictures: await seenPictures(db, draft.brandId, draft.attachmentIds, at),
    leaveAlone: await askedToBeLeft(db, draft),
    neverSay: (await brandSetting(db, draft.brandId, 'voice')).neverSay,
    sends: await earlierSends(db, at),
    answeredAt: await answeredAt(db, draft.ticketId),
  }
}
