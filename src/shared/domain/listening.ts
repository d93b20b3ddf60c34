/** @file What a brand listens to beside what is addressed to it: saved searches and lists. Shapes only. */
import { z } from 'zod'
import { OwnId, XId } from '../ids.ts'

/** X takes no longer query. */
export const longestQuery = 512

/** How many posts a preview asks for: ten are X's least for a search, and five cents at most. */
export const previewPosts = 10

const name = z.string().trim().min(1).max(60)

/** `search`: a query in X's words (words, handles, competitors). `list`: the id of a list on X. */
export const ListeningInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('search'), brandId: OwnId, query: z.string().trim().min(1).max(longestQuery) }),
  z.object({ kind: z.literal('list'), brandId: OwnId, query: XId }),
])
export type ListeningInput = z.infer<typeof ListeningInput>

/** Without `id` something new. Another `query` begins anew; what came by the old one stays. */
export const ListeningSave = z.object({ id: OwnId.optional(), name, listenTo: ListeningInput })

export const ListeningView = z.object({
  id: OwnId,
  brandId: OwnId,
  /** Through whom it is read. */
  handleId: OwnId,
  kind: z.enum(['search', 'list']),
  name: z.string(),
  query: z.string(),
  createdAt: z.number(),
})
export type ListeningView = z.infer<typeof ListeningView>

/** What it would bring and cost. Looking is paid itself: `paidMicros`. Amounts are millionths of a dollar. */
export const ListeningPreview = z.object({
  postsPerDay: z.number(),
  microsPerDay: z.number(),
  /** False: reckoned from the newest few. */
  isExact: z.boolean(),
  paidMicros: z.number(),
})
export type ListeningPreview = z.infer<typeof ListeningPreview>
