/**
 * @file How complete a column is: up to when everything is here, which spans are not, what has gone strangely quiet.
 * Pure; from the states of the sources that fill the column.
 */
import type { BrandView, Gap, SourceKind, SourceStatus } from '../../shared/domain/brand.ts'
import type {
  ColumnView,
  OwnColumnKind,
  SubjectColumnKind,
  TicketColumnKind,
} from '../../shared/domain/deck.ts'

/** Something about a column that an agent should know before trusting it. */
export type Doubt = {
  handleId: string
  source: SourceKind
  /** As in `SourceStatus`. */
  subject: string
  /** As in `SourceStatus`. */
  title: string | null
  username: string
  what: { kind: 'gap'; gap: Gap } | { kind: 'quiet'; since: number; rhythmMs: number }
}

export type Coverage = {
  /** Everything that X had up to this instant is here but for the gaps; null while something was never read. */
  completeToAt: number | null
  doubts: Doubt[]
}

/** What fills each kind of column that no listening fills. A column of our own doing has no coverage. */
const sourcesOf: Record<TicketColumnKind | SubjectColumnKind | OwnColumnKind, readonly SourceKind[]> = {
  'needs-reply': ['mentions', 'dms', 'thread', 'quotes'],
  mentions: ['mentions', 'thread', 'quotes'],
  dms: ['dms'],
  waiting: [],
  outbox: [],
  mine: [],
  unowned: ['mentions', 'dms', 'thread', 'quotes'],
  snoozed: [],
  debts: [],
  'notes-to-me': [],
  quiet: [],
  incident: [],
  person: [],
  'own-posts': ['posts'],
  quotes: ['mentions', 'quotes'],
}

/** What agents count on to be here; the others only fill in and take their time. */
const prompt: ReadonlySet<SourceKind> = new Set<SourceKind>(['mentions', 'dms', 'posts', 'search', 'list'])

/** Whether a source fills a column. A column of posts is filled by the one source that it is named after. */
function fills({ id, kind }: ColumnView, { source, subject }: SourceStatus): boolean {
  // The same column may stand in several places, each of which its id names last.
  if (kind === 'search' || kind === 'list') return `${id}:`.startsWith(`${source}:${subject}:`)
  return kind !== 'saved' && sourcesOf[kind].includes(source)
}

/** Null for a column that X does not fill, and while no handle fills it. */
export function coverageOf(column: ColumnView, brands: readonly BrandView[]): Coverage | null {
  const all = brands
    .filter((brand) => column.brandId === null || brand.id === column.brandId)
    .flatMap((brand) => brand.handles)
    .filter((handle) => handle.state !== 'removed')
    .flatMap((handle) =>
      handle.sources.filter((status) => fills(column, status)).map((status) => ({ handle, status })),
    )
  const counted = all.filter(({ status }) => prompt.has(status.source))
  if (counted.length === 0) return null
  const times = counted.map(({ status }) => status.completeToAt)
  return {
    completeToAt: times.includes(null) ? null : Math.min(...times.flatMap((at) => at ?? [])),
    doubts: all.flatMap(({ handle, status }) =>
      doubtsOf(status).map((what) => ({
        handleId: handle.id,
        source: status.source,
        subject: status.subject,
        title: status.title,
        username: handle.username,
        what,
      })),
    ),
  }
}

/** Silence against the rhythm first: it may be happening now. */
export const allDoubtsOf = ({ gaps, alarm }: Pick<SourceStatus, 'gaps' | 'alarm'>): Doubt['what'][] => [
  ...(alarm ? [{ kind: 'quiet', ...alarm } as const] : []),
  ...gaps.map((gap) => ({ kind: 'gap', gap }) as const),
]

/** Those that nobody has taken note of yet. */
export const doubtsOf = (status: Pick<SourceStatus, 'gaps' | 'alarm'>): Doubt['what'][] =>
  allDoubtsOf(status).filter((what) => what.kind !== 'gap' || !what.gap.seen)
