/** @file The end of a soak: what core has, compared with what the practice X has. The practice X is right. */
import { z } from 'zod'
import type { WorldPost } from '../../src/practice/world-data.ts'
import type { Query } from './inside.ts'
import type { Journal } from './journal.ts'
import { brands, type Brand } from './stage.ts'
import { tokenOf, type Truth } from './truth.ts'

const Item = z.object({ id: z.string(), text: z.string() })
const Job = z.object({
  id: z.string(),
  state: z.string(),
  payload: z.string(),
  item: z.string().nullable(),
})
const Payload = z.object({ text: z.string() })

/** Customers' texts end with a number of their own. */
const numberOf = (text: string): string | undefined => /\bn\d+\b/.exec(text)?.[0]
const ids = z.object({ id: z.string() })

export type Verdict = {
  inbound: number
  lost: number
  outbound: number
  doubled: number
  avoidable: number
  gaps: number
}

export function judge(
  query: Query,
  truth: Truth,
  journal: Journal,
  agent: { accepted: ReadonlySet<string>; doubted: ReadonlySet<string> },
): Verdict {
  let lost = 0
  let inbound = 0
  const lose = (what: string): void => {
    lost++
    journal.wrong(`lost: ${what}`)
  }

  function posts(brand: Brand, expected: readonly WorldPost[], areOurs: boolean): void {
    const seen = new Map(query(Item, visible('posts', 'post', brand)).map((row) => [row.id, row.text]))
    const inTickets = new Set(query(ids, ticketed('post', brand)).map(({ id }) => id))
    for (const post of expected) {
      if (!areOurs) inbound++
      const id = post.history[0] ?? post.id
      const name = `${areOurs ? 'own post' : 'mention'} ${id} (newest ${post.id}) of @${brand}`
      const text = seen.get(id)
      if (text === undefined) lose(`${name} is not here`)
      else if (numberOf(text) !== numberOf(post.text)) lose(`${name} is here in an older version`)
      else if (!areOurs && truth.isMeantFor(post, brand) && !inTickets.has(id))
        lose(`${name} is in no ticket`)
    }
  }

  for (const brand of brands) {
    posts(brand, truth.mentions(brand), false)
    posts(brand, truth.ownPosts(brand), true)
    const seen = new Set(query(Item, visible('dm_events', 'dm', brand)).map(({ id }) => id))
    const inTickets = new Set(query(ids, ticketed('dm', brand)).map(({ id }) => id))
    for (const dm of truth.dms(brand)) {
      const isTheirs = dm.senderId !== truth.userId(brand)
      if (isTheirs) inbound++
      if (!seen.has(dm.id)) lose(`direct message ${dm.id} of @${brand} is not here`)
      else if (isTheirs && !inTickets.has(dm.id)) lose(`direct message ${dm.id} of @${brand} is in no ticket`)
    }
  }

  const atX = truth.allOutbound()
  let doubled = 0
  for (const [token, items] of atX)
    if (items.length > 1) {
      doubled++
      journal.wrong(`doubled: ${token} stands as ${items.map(({ id }) => id).join(', ')}`)
    }

  let avoidable = 0
  const jobs = query(Job, 'SELECT id, state, payload, sent_item_id AS item FROM jobs')
  const claimed = new Map<string, string>()
  for (const { id, state, payload, item } of jobs) {
    const token = tokenOf(Payload.parse(JSON.parse(payload)).text)
    const there = atX.get(token) ?? []
    const name = `${token} of ${id}`
    if (state === 'sent' && !there.some((one) => one.id === item))
      journal.wrong(
        `${name} is said to be sent as ${item}, X has ${there.map((one) => one.id).join(', ') || 'nothing'}`,
      )
    if (item !== null && claimed.has(item))
      journal.wrong(`${name} and ${claimed.get(item)} claim the same ${item}`)
    if (item !== null) claimed.set(item, name)
    if (state === 'unsure' && there.length > 0) {
      avoidable++
      journal.wrong(`${name} is unsure in the end, though X shows it`)
    }
    if (['held', 'queued', 'sending', 'ask', 'stopped'].includes(state))
      journal.wrong(`${name} is still ${state} in the end`)
    if (
      ['refused', 'missed', 'recalled', 'dropped'].includes(state) &&
      there.length > 0 &&
      !agent.doubted.has(id)
    )
      journal.wrong(`${name} is said to be ${state}, but X has it`)
  }
  const known = new Set(jobs.map(({ id }) => id))
  for (const id of agent.accepted) if (!known.has(id)) journal.wrong(`the accepted message ${id} is gone`)
  const gaps = query(ids, 'SELECT id FROM gaps WHERE closed_at IS NULL').length
  return { inbound, lost, outbound: atX.size, doubled, avoidable, gaps }
}

const visible = (table: 'posts' | 'dm_events', kind: 'post' | 'dm', brand: Brand): string => `
  SELECT p.id, p.text FROM ${table} p JOIN visible_to v ON v.kind = '${kind}' AND v.item_id = p.id
  JOIN handles h ON h.id = v.handle_id WHERE h.username = '${brand}'`

const ticketed = (kind: 'post' | 'dm', brand: Brand): string => `
  SELECT i.item_id AS id FROM ticket_items i JOIN tickets t ON t.id = i.ticket_id
  JOIN handles h ON h.brand_id = t.brand_id WHERE i.kind = '${kind}' AND h.username = '${brand}'`
