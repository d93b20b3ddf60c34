/**
 * @file The answers that fit a question best: given in solved tickets of the same client, macros and answers pages of
 * the brand. What the guard rails would keep back, or what still holds something of another customer, is not offered.
 */
import type { SimilarAnswer } from '../../shared/domain/answers.ts'
import { fillIn, firstNameOf } from '../../shared/domain/macro-text.ts'
import { brandSetting } from '../brands/settings.ts'
import type { Reads } from '../db/database.ts'
import { factsOf } from '../guards/facts.ts'
import { findingsOf } from '../guards/rules.ts'
import { privateDataIn } from '../guards/private-data.ts'
import { macrosOf } from '../macros/repo.ts'
import { givenNear, type Given } from './given.ts'
import { areOther, areSame } from './languages.ts'
import { pagesFor } from './pages.ts'
import { ranked, type Candidate, type Ranked } from './rank.ts'
import { addressed, retold, type RetoldFor } from './retold.ts'
import { askedTerms, questionWords } from './terms.ts'
import { othersFirst } from '../turns.ts'

/** What somebody is asked, and for which brand. */
export type Asked = {
  text: string
  lang: string | null
  brandId: string
  handleId: string
  /** The ticket that asks: its own answers are in sight already. */
  ticketId: string | null
  /** As X shows the customer's name. */
  name: string | null
  valueOf: (name: string) => string | null
  /** One brand alone is shown: nothing of its sisters. */
  onlyBrand: boolean
}

/** So many are shown. */
export const shownAtMost = 3

type Origin =
  | { kind: 'ticket'; given: Given }
  | { kind: 'macro'; brandId: string; macroId: string; name: string; text: string }
  | { kind: 'page'; brandId: string; pageId: string; title: string; text: string }

/** `lang` null: nobody knows, as of every page. */
type Source = { lang: string | null; of: Origin }

/** Another brand of the client says it in its own way; a kept answer was thought about. */
const ofSister = 0.7
const kept = 1.2

/** The brand itself first. */
async function brandsOf(read: Reads, { brandId, onlyBrand }: Asked): Promise<[string, ...string[]]> {
  if (onlyBrand) return [brandId]
  const rows = await read
    .selectFrom('brands as own')
    .innerJoin('brands as all', 'all.client_id', 'own.client_id')
    .select('all.id')
    .where('own.id', '=', brandId)
    .where('all.id', '<>', brandId)
    .where('all.removed_at', 'is', null)
    .execute()
  return [brandId, ...rows.map(({ id }) => id)]
}

async function candidatesFor(read: Reads, asked: Asked): Promise<Candidate<Source>[]> {
  const { brandId, ticketId, text } = asked
  const given = await givenNear(read, askedTerms(text), await brandsOf(read, asked), ticketId)
  const macros = await macrosOf(read, brandId)
  const pages = (await pagesFor(read, brandId)).filter((page) => !asked.onlyBrand || page.brandId === brandId)
  return [
    ...given.map((one) => ({
      source: { lang: one.lang, of: { kind: 'ticket' as const, given: one } },
      question: one.question,
      answer: one.posts.map((post) => post.text),
      confirmed: one.confirmed,
      byWords: one.brandId !== brandId,
      weight: one.brandId === brandId ? 1 : ofSister,
      isKept: false,
    })),
    ...macros.map((macro) => ({
      source: {
        lang: macro.lang,
        of: { kind: 'macro' as const, brandId, macroId: macro.id, name: macro.name, text: macro.text },
      },
      question: macro.name,
      answer: [macro.text],
      confirmed: null,
      byWords: true,
      weight: kept,
      isKept: true,
    })),
    ...pages.map((page) => ({
      source: {
        lang: null,
        of: {
          kind: 'page' as const,
          brandId: page.brandId,
          pageId: page.id,
          title: page.title,
          text: page.answer,
        },
      },
      question: `${page.title}\n${page.question}`,
      answer: [page.answer],
      confirmed: null,
      byWords: true,
      weight: kept,
      isKept: true,
    })),
  ]
}

/** What a brand knows of itself when words for one customer become words for another one. */
export async function ownOf(read: Reads, brandId: string): Promise<Omit<RetoldFor, 'name' | 'username'>> {
  const handles = await read
    .selectFrom('handles')
    .select('username')
    .where('brand_id', '=', brandId)
    .where('state', '<>', 'removed')
    .execute()
  return {
    ownHandles: handles.map(({ username }) => username),
    ownDomains: (await brandSetting(read, brandId, 'lexicon')).domains,
    ours: (await brandSetting(read, brandId, 'privateData')).ours,
    signOffForm: (await brandSetting(read, brandId, 'signOff')).text,
  }
}

/**
 * The guards that are about the words themselves; the others ask when and to whom. Whose a link is they look up as the
 * draft is typed: no given answer brings one along that is not the brand's own.
 */
const aboutWords: ReadonlySet<string> = new Set([
  'private-data',
  'other-brand',
  'copied',
  'never-say',
  'x-refuses',
])

/** Whether a text may stand in an answer of this brand. */
async function mayBeSaid(
  read: Reads,
  { brandId, handleId }: Asked,
  at: number,
): Promise<(text: string) => boolean> {
  const draft = { brandId, handleId, ticketId: null, channel: 'public' as const, text: '', attachmentIds: [] }
  const facts = await factsOf(read, draft, at)
  return (text) =>
    privateDataIn(text, facts.privateData).length === 0 &&
    !findingsOf({ ...facts, text }).some(
      ({ guard, severity }) => severity !== 'warn' && aboutWords.has(guard),
    )
}

/** How much of a question and an answer a strip has room for. */
const shortly = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 159).trimEnd()}…` : line
}

/**
 * At most three, the likeliest first, no two of which say the same. In another language than the customer's only where
 * nothing in theirs, or in none that is known, answers them; and marked then.
 * @param read the thread for what may take long · @param at the instant, epoch ms
 */
export async function similarTo(read: Reads, asked: Asked, at: number): Promise<SimilarAnswer[]> {
  const candidates = await candidatesFor(read, asked)
  if (candidates.length === 0) return []
  // What else core has to do comes in between.
  await othersFirst()
  const own = await ownOf(read, asked.brandId)
  const isSaid = await mayBeSaid(read, asked, at)
  const firstName = firstNameOf(asked.name ?? '')
  await othersFirst()
  const words = new Map<Candidate<Source>, string>()

  /** The words of a candidate for this customer; null: they are not to be offered. */
  function wordsFor({ source: { of } }: Candidate<Source>): string | null {
    if (of.kind === 'macro') return fillIn(of.text, asked.valueOf)
    if (of.kind === 'page') return addressed(of.text, firstName)
    const bare = retold(
      of.given.posts.map(({ runs }) => runs),
      { ...own, ...of.given.customer },
    )
    return bare.isOfNobody ? addressed(bare.text, firstName) : null
  }

  const bestOf = (some: readonly Candidate<Source>[]): Promise<Ranked<Source>[]> =>
    ranked(asked.text, some, shownAtMost, (candidate) => {
      const text = wordsFor(candidate)
      if (text === null || !isSaid(text)) return false
      words.set(candidate, text)
      return true
    })

  const isForeign = ({ source }: Candidate<Source>): boolean => areOther(source.lang, asked.lang)
  const theirs = await bestOf(candidates.filter((one) => !isForeign(one)))
  // "DM sent" in no language answers nobody: it keeps nothing back that fits.
  const answersThem = theirs.some(
    ({ candidate, isNear }) => isNear || areSame(candidate.source.lang, asked.lang),
  )
  const best = answersThem || !candidates.some(isForeign) ? theirs : await bestOf(candidates)
  return Promise.all(
    best.map(({ candidate, alike }) =>
      shown(read, candidate, {
        text: words.get(candidate) ?? '',
        alike,
        foreign: isForeign(candidate) ? candidate.source.lang : null,
      }),
    ),
  )
}

/** Who wrote it here; null: somebody elsewhere, or nobody was named. */
async function writerOf(read: Reads, postId: string | undefined): Promise<string | null> {
  if (postId === undefined) return null
  const row = await read
    .selectFrom('jobs')
    .innerJoin('agents', 'agents.id', 'jobs.agent_id')
    .select('agents.name')
    .where('jobs.sent_item_id', '=', postId)
    .executeTakeFirst()
  return row?.name ?? null
}

async function shown(
  read: Reads,
  { source: { of }, confirmed }: Candidate<Source>,
  { text, alike, foreign }: { text: string; alike: number; foreign: string | null },
): Promise<SimilarAnswer> {
  if (of.kind !== 'ticket') return { ...of, text, foreign }
  const { ticketId, number, brandId, at, question, posts } = of.given
  return {
    kind: 'ticket',
    ticketId,
    number,
    brandId,
    question: shortly(questionWords(question)),
    text,
    foreign,
    at,
    by: await writerOf(read, posts[0]?.id),
    confirmed,
    alike,
  }
}
