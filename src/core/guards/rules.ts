/**
 * @file What the guard rails say about one draft. Pure: everything that they hold it against is read in `facts.ts`. One
 * function per guard; its level, where a brand may choose one, decides whether it stops, warns or keeps quiet.
 */
import { createHash } from 'node:crypto'
import twitter from 'twitter-text'
import type { Better, Finding, Guard, Severity } from '../../shared/domain/guard.ts'
import type { GuardsSetting, PrivateDataSetting } from '../../shared/domain/guard-settings.ts'
import type { Channel } from '../../shared/domain/outbox.ts'
import { priceOf } from '../../shared/domain/prices.ts'
import { neverSaid } from '../../shared/domain/voice.ts'
import { copiedFromOthers, type Copy } from './copies.ts'
import { foreignWords, type BrandLexicon } from './lexicon.ts'
import { privateDataIn } from './private-data.ts'
import type { SeenLink } from './seen-links.ts'
import type { SeenPicture } from './seen-pictures.ts'
import { isSameText } from './similar.ts'

/** A message of this console that is on its way or at X. */
export type EarlierSend = {
  text: string
  brandId: string
  ticketId: string | null
  handleId: string
  at: number
}

/** A draft, and what stands around it. */
export type DraftFacts = {
  brandId: string
  handleId: string | null
  ticketId: string | null
  channel: Channel
  text: string
  /** The words under its pictures. */
  alts: readonly { attachmentId: string; alt: string }[]
  guards: GuardsSetting
  privateData: PrivateDataSetting
  own: BrandLexicon
  others: readonly BrandLexicon[]
  allowed: readonly string[]
  /** What this console sent within a day, newest first. */
  sends: readonly EarlierSend[]
  clientId: string
  copies: readonly Copy[]
  /** Links that somebody else posted, or wrote in private. */
  seenLinks: readonly SeenLink[]
  /** Pictures of the draft that somebody else posted, or sent in private. */
  seenPictures: readonly SeenPicture[]
  /** The customer asked this brand not to write. */
  leaveAlone: boolean
  /** Words of the brand's voice card. */
  neverSay: readonly string[]
  /** Our newest answer, when nothing came from the customer since. */
  answeredAt: number | null
}

/** What a guard saw, before its level and its key. */
type Sight = Pick<Finding, 'guard' | 'what' | 'where' | 'saw' | 'better'> & {
  values?: Finding['values']
  /** What tells it from another one, where what it saw does not. */
  id?: string
}

const whole = { where: null, saw: '' } as const

/** The texts of a draft that somebody will read, with where they stand. */
const textsOf = ({ text, alts }: DraftFacts): { text: string; attachmentId: string | null }[] => [
  { text, attachmentId: null },
  ...alts.map(({ alt, attachmentId }) => ({ text: alt, attachmentId })),
]

function privateData(facts: DraftFacts): Sight[] {
  if (facts.channel !== 'public') return []
  const better: Better = facts.ticketId === null ? 'change' : 'to-dm'
  return textsOf(facts).flatMap(({ text, attachmentId }) =>
    privateDataIn(text, facts.privateData).map(({ kind, start, end, saw }) => ({
      guard: 'private-data' as const,
      what: kind,
      where: { start, end, attachmentId },
      saw,
      better,
    })),
  )
}

function otherBrand(facts: DraftFacts): Sight[] {
  return textsOf(facts).flatMap(({ text, attachmentId }) =>
    foreignWords(text, facts).map(({ kind, brandName, start, end, saw }) => ({
      guard: 'other-brand' as const,
      what: kind,
      where: { start, end, attachmentId },
      saw,
      values: { brand: brandName },
      better: 'change' as const,
    })),
  )
}

function copied({ text, copies, clientId }: DraftFacts): Sight[] {
  const span = copiedFromOthers(text, copies, clientId)
  if (span === null) return []
  const saw = text.slice(span.start, span.end)
  return [{ guard: 'copied', what: 'text', where: { ...span, attachmentId: null }, saw, better: 'change' }]
}

const foreignLink = ({ seenLinks }: DraftFacts): Sight[] =>
  seenLinks.map(({ link, host, start, end, by }) => ({
    guard: 'foreign-link',
    what: by === null ? 'elsewhere' : 'seen',
    where: { start, end, attachmentId: null },
    saw: link,
    values: { host, by: by ?? '' },
    better: 'change',
  }))

const foreignPicture = ({ seenPictures }: DraftFacts): Sight[] =>
  seenPictures.map(({ attachmentId, name, media, by }) => ({
    guard: 'foreign-picture',
    what: by === null ? 'elsewhere' : 'seen',
    where: null,
    saw: name,
    id: attachmentId,
    values: { by: by ?? '', media, attachmentId },
    better: 'take-off',
  }))

const leaveAlone = (facts: DraftFacts): Sight[] =>
  facts.leaveAlone ? [{ guard: 'leave-alone', what: 'asked', ...whole, better: null }] : []

/** How many other conversations may get one text within a day before somebody is told. */
const sameAtMost = 2

function repeated({ text, sends, brandId, ticketId }: DraftFacts): Sight[] {
  const alike = sends.filter((send) => isSameText(send.text, text))
  const elsewhere = alike.find((send) => send.brandId !== brandId)
  const others = new Set(
    alike
      .filter((send) => send.brandId === brandId && send.ticketId !== ticketId)
      .map((send) => send.ticketId ?? send.at),
  )
  return [
    ...(elsewhere
      ? [{ guard: 'two-brands' as const, what: 'sent', ...whole, values: { at: elsewhere.at }, better: null }]
      : []),
    ...(others.size > sameAtMost
      ? [
          {
            guard: 'same-text' as const,
            what: 'many',
            ...whole,
            values: { count: others.size },
            better: null,
          },
        ]
      : []),
  ]
}

const answered = ({ answeredAt }: DraftFacts): Sight[] =>
  answeredAt === null
    ? []
    : [{ guard: 'answered', what: 'already', ...whole, values: { at: answeredAt }, better: null }]

function dearLink({ channel, text }: DraftFacts): Sight[] {
  if (channel !== 'public') return []
  const [link] = twitter.extractUrlsWithIndices(text)
  if (!link) return []
  const [start, end] = link.indices
  return [
    {
      guard: 'dear-link',
      what: 'link',
      where: { start, end, attachmentId: null },
      saw: link.url,
      values: { micros: priceOf['post.create.link'], plainMicros: priceOf['post.create'] },
      better: null,
    },
  ]
}

/** The signs with which an app that pays per use may name stocks in one post. Source: X's documentation, "Manage posts". */
const cashtagsAtMost = 1

function neverSay({ text, neverSay: words }: DraftFacts): Sight[] {
  return neverSaid(text, { neverSay: words }).map(({ start, end }) => ({
    guard: 'never-say' as const,
    what: 'said',
    where: { start, end, attachmentId: null },
    saw: text.slice(start, end),
    better: 'change' as const,
  }))
}

function refusedByX({ channel, text }: DraftFacts): Sight[] {
  if (channel !== 'public') return []
  const tags = twitter.extractCashtagsWithIndices(text)
  const extra = tags[cashtagsAtMost]
  if (!extra) return []
  const [start, end] = extra.indices
  const saw = text.slice(start, end)
  return [
    {
      guard: 'x-refuses',
      what: 'cashtags',
      where: { start, end, attachmentId: null },
      saw,
      better: 'change',
    },
  ]
}

const guards = [
  privateData,
  otherBrand,
  copied,
  refusedByX,
  foreignLink,
  foreignPicture,
  leaveAlone,
  neverSay,
  repeated,
  answered,
  dearLink,
] as const

/** These stop whatever a brand has settled. */
const alwaysStops: ReadonlySet<Guard> = new Set(['other-brand', 'copied', 'x-refuses'])

function severityOf(guard: Guard, levels: GuardsSetting): Severity | null {
  if (alwaysStops.has(guard)) return 'stop'
  const chosen: Partial<Record<Guard, GuardsSetting[keyof GuardsSetting]>> = levels
  const level = chosen[guard] ?? 'stop'
  return level === 'off' ? null : level === 'stop' ? 'ask' : 'warn'
}

/** Tells one thing from another without holding it: what was seen may be private. */
const keyOf = ({ guard, what, saw, id = saw.toLowerCase() }: Sight): string =>
  `${guard}:${what}:${createHash('sha256').update(id).digest('base64url').slice(0, 12)}`

const order: readonly Severity[] = ['stop', 'ask', 'warn']

/** All that the guards say about a draft, the hardest first; one finding per thing seen. */
export function findingsOf(facts: DraftFacts): Finding[] {
  const found = new Map<string, Finding>()
  for (const sight of guards.flatMap((guard) => guard(facts))) {
    const severity = severityOf(sight.guard, facts.guards)
    const key = keyOf(sight)
    const { id: _, values = {}, ...seen } = sight
    if (severity !== null && !found.has(key)) found.set(key, { ...seen, values, severity, key })
  }
  return [...found.values()].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

/** What keeps a message back: all that stops it, and all that asks and that no reason was given for. */
export const keepsBack = (findings: readonly Finding[], overridden: readonly string[]): Finding[] =>
  findings.filter(
    ({ severity, key }) => severity === 'stop' || (severity === 'ask' && !overridden.includes(key)),
  )
