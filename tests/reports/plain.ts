/**
 * @file The numbers of a report once more, from raw tables and by plain loops: nothing of core's takes part, no query
 * groups or sorts, dates come from Intl. Slow on purpose, and only as long as it can be read at one go.
 */
import type { ReportAsked } from '../../src/shared/domain/report.ts'

type Row = Record<string, string | number | null>
/** All rows of a table. */
export type Raw = (table: string) => Row[]
type Value = { value: number | null; before?: number | null }

const quarter = 900_000
const minute = 60_000
const day = 86_400_000

/** What a zone's clock shows at an instant, as if it were UTC: epoch ms of the same digits. */
function wallClock(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const offsets = new Map<number, number>()
  return (at) => {
    const start = Math.floor(at / quarter) * quarter
    let offset = offsets.get(start)
    if (offset === undefined) {
      const parts = Object.fromEntries(format.formatToParts(start).map(({ type, value }) => [type, value]))
      const shown = Date.parse(
        `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:00Z`,
      )
      offset = shown - start
      offsets.set(start, offset)
    }
    return at + offset
  }
}

/** The first instant of a date in a zone. */
function startOf(date: string, wall: (at: number) => number): number {
  const wanted = Date.parse(`${date}T00:00:00Z`)
  for (let at = wanted - day; ; at += quarter) if (wall(at) >= wanted) return at
}

const dateOf = (shown: number): string => new Date(shown).toISOString().slice(0, 10)

function monthsBefore({ from, until }: { from: string; until: string }): string {
  const [first, end] = [new Date(`${from}T00:00:00Z`), new Date(`${until}T00:00:00Z`)]
  if (first.getUTCDate() !== 1 || end.getUTCDate() !== 1)
    return dateOf(first.getTime() - (end.getTime() - first.getTime()))
  const months =
    (end.getUTCFullYear() - first.getUTCFullYear()) * 12 + end.getUTCMonth() - first.getUTCMonth()
  return dateOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() - months, 1))
}

type Hours = { zone?: string | null; week?: Record<string, { from: string; to: string }[]> }
type Days = { days?: { date: string; days: number }[] }
type Targets = {
  firstReply?: Record<string, number>
  nextReply?: Record<string, number>
  resolution?: Record<string, number>
}
const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Each made once in a run: what a zone shows at so many minutes takes a while. */
const walls = new Map<string, ReturnType<typeof wallClock>>()
const wallOf = (zone: string) => {
  const wall = walls.get(zone) ?? wallClock(zone)
  walls.set(zone, wall)
  return wall
}

/** Whether a brand is open, minute by minute from `first` on, as running sums of open minutes. */
function openMinutes(
  hours: Hours,
  holidays: Days,
  wall: (at: number) => number,
  first: number,
  last: number,
) {
  const closed = new Set(
    (holidays.days ?? []).flatMap(({ date, days }) =>
      Array.from({ length: days }, (_, n) => dateOf(Date.parse(`${date}T00:00:00Z`) + n * day)),
    ),
  )
  const sums = new Float64Array(Math.ceil((last - first) / minute) + 2)
  const inMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  for (let n = 0; n + 1 < sums.length; n += 1) {
    const shown = wall(first + n * minute)
    const time = Math.floor((shown % day) / minute)
    const weekday = weekdayNames[(Math.floor(shown / day) + 3) % 7] ?? ''
    const usual = weekday === 'sat' || weekday === 'sun' ? [] : [{ from: '09:00', to: '18:00' }]
    const spans = hours.week?.[weekday] ?? usual
    const isOpen =
      !closed.has(dateOf(shown)) &&
      spans.some(({ from, to }) => time >= inMinutes(from) && time < inMinutes(to))
    sums[n + 1] = (sums[n] ?? 0) + (isOpen ? 1 : 0)
  }
  /** Open ms before an instant. */
  const before = (at: number): number => {
    const n = Math.min(Math.max(Math.floor((at - first) / minute), 0), sums.length - 2)
    const [sum, next] = [sums[n] ?? 0, sums[n + 1] ?? 0]
    return sum * minute + (next > sum ? Math.min(Math.max(at - first - n * minute, 0), minute) : 0)
  }
  return (from: number, until: number): number => (until <= from ? 0 : before(until) - before(from))
}

/** Open time between two instants without what lies in pauses, which may overlap. */
function withoutPauses(
  open: (from: number, until: number) => number,
  from: number,
  until: number,
  pauses: { from: number; until: number }[],
): number {
  let sum = 0
  let at = from
  for (const pause of pauses.toSorted((one, other) => one.from - other.from)) {
    const [start, end] = [Math.max(pause.from, at), Math.min(pause.until, until)]
    if (start > at) sum += open(at, Math.min(start, until))
    at = Math.max(at, end)
    if (at >= until) return sum
  }
  return sum + open(at, until)
}

function spread(values: number[]): [number, number | null, number | null, number | null] {
  const sorted = values.toSorted((one, other) => one - other)
  const n = sorted.length
  if (n === 0) return [0, null, null, null]
  const median = n % 2 === 1 ? sorted[(n - 1) / 2] : ((sorted[n / 2 - 1] ?? 0) + (sorted[n / 2] ?? 0)) / 2
  // The smallest that at least nine in ten do not exceed.
  const p90 = sorted.find((value) => (sorted.findLastIndex((one) => one <= value) + 1) * 10 >= n * 9)
  return [n, median ?? null, p90 ?? null, sorted[n - 1] ?? null]
}

const num = (value: unknown): number => Number(value)
const text = (value: unknown): string => String(value)

type Item = {
  ticketId: string
  role: string
  at: number
  id: string
  heardAt: number | null
  agentId: string | null
}

/** All numbers of a report that was asked for, by the names that `reportNumbers` gives them. @param computerZone where a brand has none */
export function plainNumbers(
  raw: Raw,
  { scope, period }: ReportAsked,
  computerZone: string,
): Map<string, Value> {
  const numbers = new Map<string, Value>()
  const brands = raw('brands')
    .filter((row) => scope.brandIds.includes(text(row['id'])))
    .toSorted((one, other) => num(one['position']) - num(other['position']))
  const setting = (brandId: string, name: string): unknown => {
    const row = raw('brand_settings').find((one) => one['brand_id'] === brandId && one['name'] === name)
    return row ? JSON.parse(text(row['value'])) : {}
  }
  const ofBrands = new Map(
    brands.map((brand) => {
      const id = text(brand['id'])
      const hours = setting(id, 'hours') as Hours
      const wall = wallOf(hours.zone ?? computerZone)
      const [before, from, until] = [
        startOf(monthsBefore(period), wall),
        startOf(period.from, wall),
        startOf(period.until, wall),
      ]
      const all = [...raw('tickets'), ...raw('erased_tickets')].map((row) => num(row['opened_at']))
      const first = Math.floor((Math.min(before, ...all) - day) / day) * day
      const open = openMinutes(hours, setting(id, 'holidays') as Days, wall, first, until + day)
      return [id, { wall, before, from, until, open, targets: setting(id, 'targets') as Targets }]
    }),
  )
  const writers = new Map<string, string | null>()
  for (const job of raw('jobs')) {
    const agentId = job['agent_id'] === null ? null : text(job['agent_id'])
    writers.set(`job ${text(job['id'])}`, agentId)
    if (job['sent_item_id'] !== null) writers.set(text(job['sent_item_id']), agentId)
  }
  for (const part of raw('job_parts'))
    writers.set(text(part['item_id']), writers.get(`job ${text(part['job_id'])}`) ?? null)
  const writerOf = (itemId: string): string | null => writers.get(itemId) ?? null
  const sides = [
    (brand: { from: number; until: number }) => [brand.from, brand.until] as const,
    (brand: { before: number; from: number }) => [brand.before, brand.from] as const,
  ]

  const mergedInto = new Map(
    raw('tickets').flatMap((row) =>
      row['merged_into_id'] === null ? [] : [[text(row['id']), text(row['merged_into_id'])] as const],
    ),
  )
  const lastOf = (id: string): string => {
    const next = mergedInto.get(id)
    return next === undefined ? id : lastOf(next)
  }
  const kinds = [
    { prefix: '', items: 'ticket_items', of: 'tickets' },
    { prefix: 'erased_', items: 'erased_items', of: 'erased_tickets' },
  ]
  const tables = kinds.map(({ prefix, items, of }) => ({
    tickets: raw(of),
    items: Map.groupBy(raw(items), (row) => text(row['ticket_id'])),
    pauses: Map.groupBy(raw(prefix === '' ? 'ticket_pauses' : 'erased_pauses'), (row) =>
      text(row['ticket_id']),
    ),
    traits: raw(prefix === '' ? 'ticket_traits' : 'erased_traits'),
    tags: Map.groupBy(raw(prefix === '' ? 'ticket_tags' : 'erased_tags'), (row) => text(row['ticket_id'])),
    promises: Map.groupBy(raw(prefix === '' ? 'promises' : 'erased_promises'), (row) =>
      lastOf(text(row['ticket_id'])),
    ),
    csat: Map.groupBy(raw(prefix === '' ? 'csat_asks' : 'erased_csat'), (row) =>
      lastOf(text(row['ticket_id'])),
    ),
  }))
  const traitOf = tables.map(({ traits }) => new Map(traits.map((row) => [text(row['ticket_id']), row])))

  const sums = sides.map(() => new Map<string, number>())
  const people = sides.map(() => new Set<string>())
  const times = sides.map(() => new Map<string, { ms: number[]; within: number }>())
  const rows = new Map<
    string,
    { tickets: number; replies: number; resolutions: number; ms: number[]; within: number }
  >()
  const scores = sides.map((): number[] => [])
  const add = (side: number, id: string, by = 1): void => {
    sums[side]?.set(id, (sums[side]?.get(id) ?? 0) + by)
  }
  const rowAt = (id: string) => {
    const row = rows.get(id) ?? { tickets: 0, replies: 0, resolutions: 0, ms: [], within: 0 }
    rows.set(id, row)
    return row
  }
  const inIncident = new Map<string, number>()
  const excluded = new Map<string, number>()
  const exclude = (why: string): void => void excluded.set(why, (excluded.get(why) ?? 0) + 1)

  for (const [kind, table] of tables.entries())
    for (const ticket of table.tickets) {
      const id = text(ticket['id'])
      const brandId = text(ticket['brand_id'])
      const brand = ofBrands.get(brandId)
      if (!brand) continue
      const openedAt = num(ticket['opened_at'])
      const isWhole = scope.agentId === null && scope.tag === null && scope.category === null
      if (ticket['merged_into_id'] !== null) {
        if (isWhole && openedAt >= brand.from && openedAt < brand.until) exclude('merged')
        continue
      }
      const trait = traitOf[kind]?.get(id)
      const category = trait ? text(trait['category']) : ''
      const tags = (table.tags.get(id) ?? []).map((row) => text(row['tag']))
      if (scope.tag !== null && !tags.includes(scope.tag)) continue
      if (scope.category !== null && category !== scope.category) continue
      const owner = ticket['owner_agent_id'] === null ? null : text(ticket['owner_agent_id'])
      const isTheirs = scope.agentId === null || owner === scope.agentId
      const items: Item[] = (table.items.get(id) ?? [])
        .map((row) => ({
          ticketId: id,
          role: text(row['role']),
          at: num(row['at']),
          id: text(row['item_id']),
          heardAt: row['heard_at'] === null ? null : num(row['heard_at']),
          agentId:
            kind === 1
              ? row['agent_id'] === null
                ? null
                : text(row['agent_id'])
              : row['role'] === 'ours'
                ? writerOf(text(row['item_id']))
                : null,
        }))
        .toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
      const pauses = (table.pauses.get(id) ?? [])
        .map((row) => ({
          status: text(row['status']),
          from: num(row['from_at']),
          until: row['until_at'] === null ? null : num(row['until_at']),
        }))
        .toSorted((one, other) => one.from - other.from)
      const isEnd = (status: string): boolean => status === 'solved' || status === 'closed'
      const clockFrom = num(ticket['clock_from'])
      const isNoReply = ticket['solved_how'] === 'no-reply-needed'
      const isTimed = ticket['imported_at'] === null && !isNoReply
      const priority = text(ticket['priority'])
      let touched = false

      for (const [side, spanOf] of sides.entries()) {
        const [from, until] = spanOf(brand)
        const isIn = (at: number | null): at is number => at !== null && at >= from && at < until
        const isOpened = isTheirs && isIn(openedAt)
        const note = (
          what: string,
          took: { posted: number; delivered: number; at: number },
          agentId: string | null,
          clock: (since: number) => {
            from: number
            targetMs: number
            pauses: { from: number; until: number }[]
          },
        ) => {
          let isWithin = false
          let inBusiness = 0
          for (const by of ['posted', 'delivered'] as const) {
            const since = took[by]
            const { from: start, targetMs, pauses: without } = clock(since)
            const business = withoutPauses(brand.open, start, took.at, without)
            const entry = (kindOf: string) => {
              const key = `time.${what}.${by}.${kindOf}`
              const one = times[side]?.get(key) ?? { ms: [], within: 0 }
              times[side]?.set(key, one)
              return one
            }
            entry('wall').ms.push(Math.max(0, took.at - since))
            entry('business').ms.push(business)
            if (business <= targetMs) entry('business').within += 1
            if (by === 'posted') [isWithin, inBusiness] = [business <= targetMs, business]
          }
          if (what === 'first-reply' && side === 0)
            for (const key of [
              `brand.${brandId}`,
              `agent.${agentId ?? ''}`,
              ...tags.map((tag) => `tag.${tag}`),
            ]) {
              rowAt(key).ms.push(inBusiness)
              if (isWithin) rowAt(key).within += 1
            }
        }
        // Messages.
        const ofCustomer = items.filter(({ role, at }) => role === 'customer' && isIn(at)).length
        const ofOurs = items.filter(({ role, at }) => role === 'ours' && isIn(at)).length
        if (isTheirs) {
          add(side, 'figure.messages-in', ofCustomer)
          add(side, 'figure.messages-out', ofOurs)
          if (side === 0 && ofCustomer > 0 && ticket['incident_id'] !== null)
            inIncident.set(
              text(ticket['incident_id']),
              (inIncident.get(text(ticket['incident_id'])) ?? 0) + 1,
            )
          if (ofCustomer > 0) people[side]?.add(`${brandId} ${text(ticket['customer_id'])}`)
          if (side === 0)
            for (const { role, at } of items)
              if (role === 'customer' && isIn(at)) {
                const shown = brand.wall(at)
                add(0, `day.${dateOf(shown)}`)
                add(0, `hour.${(Math.floor(shown / day) + 3) % 7}.${Math.floor((shown % day) / 3_600_000)}`)
              }
        }
        if (isOpened) {
          add(side, 'figure.tickets')
          add(side, `category.${category}`)
          add(side, `language.${trait && trait['lang'] !== null ? text(trait['lang']) : ''}`)
          add(side, `reach.${trait ? text(trait['reach']) : ''}`)
          if (side === 0)
            for (const key of [
              `brand.${brandId}`,
              `agent.${owner ?? ''}`,
              ...tags.map((tag) => `tag.${tag}`),
            ])
              rowAt(key).tickets += 1
        }
        // Replies: the first of ours after something of theirs.
        let waiting: Item[] = []
        let replied = 0
        for (const item of items) {
          if (item.role === 'customer') {
            waiting.push(item)
            continue
          }
          const first = waiting[0]
          if (first && isIn(item.at) && (scope.agentId === null || item.agentId === scope.agentId)) {
            add(side, 'figure.replies')
            replied += 1
            if (side === 0)
              for (const key of [
                `brand.${brandId}`,
                `agent.${item.agentId ?? ''}`,
                ...tags.map((tag) => `tag.${tag}`),
              ])
                rowAt(key).replies += 1
            const heard = waiting.flatMap(({ heardAt }) => (heardAt === null ? [] : [heardAt]))
            if (isTimed && first.at >= clockFrom) {
              const isFirst = first.at === openedAt
              const what = isFirst ? 'first-reply' : 'next-reply'
              const target = (isFirst ? brand.targets.firstReply : brand.targets.nextReply)?.[priority]
              const usual = defaults[isFirst ? 'firstReply' : 'nextReply'][priority] ?? 0
              note(
                what,
                {
                  posted: first.at,
                  delivered: Math.max(first.at, heard.length === 0 ? first.at : Math.min(...heard)),
                  at: item.at,
                },
                item.agentId,
                (since) => {
                  const stops = pauses
                    .filter(
                      ({ status, from: start }) => status !== 'on-hold' && start > since && start < item.at,
                    )
                    .map((pause) => ({ ...pause, until: Math.min(pause.until ?? item.at, item.at) }))
                  const settled = stops.filter(({ status }) => isEnd(status)).map(({ until: end }) => end)
                  return {
                    from: Math.max(since, clockFrom, ...settled),
                    targetMs: (target ?? usual) * minute,
                    pauses: stops,
                  }
                },
              )
            }
          }
          waiting = []
        }
        // Ends and beginnings.
        const solves = isTheirs
          ? pauses.filter(({ status, from: at }) => status === 'solved' && isIn(at))
          : []
        if (isNoReply) {
          if (solves.length > 0) add(side, 'figure.no-reply-needed')
        } else {
          add(side, 'figure.resolutions', solves.length)
          if (solves.length > 0) add(side, 'figure.resolved-tickets')
          if (side === 0)
            for (const key of [
              `brand.${brandId}`,
              `agent.${owner ?? ''}`,
              ...tags.map((tag) => `tag.${tag}`),
            ])
              rowAt(key).resolutions += solves.length
        }
        if (isTimed && openedAt >= clockFrom)
          for (const solve of solves) {
            const firstHeard = items.find(({ role }) => role === 'customer')?.heardAt ?? openedAt
            note(
              'resolution',
              { posted: openedAt, delivered: Math.max(openedAt, firstHeard), at: solve.from },
              owner,
              (since) => ({
                from: Math.max(since, clockFrom),
                targetMs:
                  (brand.targets.resolution?.[priority] ?? defaults.resolution[priority] ?? 0) * minute,
                pauses: pauses
                  .filter(({ from: start }) => start < solve.from)
                  .map((pause) => ({ ...pause, until: Math.min(pause.until ?? solve.from, solve.from) })),
              }),
            )
          }
        if (isTheirs)
          for (const pause of pauses)
            if (isEnd(pause.status) && isIn(pause.until)) {
              const { until: end } = pause
              if (!pauses.some((next) => isEnd(next.status) && (next.from === end || next.from === end + 1)))
                add(side, 'figure.reopened')
            }
        const isOver = pauses.some(
          (pause) =>
            isEnd(pause.status) && pause.from <= until && (pause.until === null || pause.until > until),
        )
        if (isTheirs && openedAt < until && !isOver) add(side, 'figure.backlog')
        // Promises and ratings.
        if (isTheirs) {
          for (const promise of table.promises.get(id) ?? [])
            if (isIn(num(promise['due_at']))) {
              if (promise['state'] === 'kept') add(side, 'figure.promises-kept')
              if (promise['state'] === 'broken') add(side, 'figure.promises-broken')
            }
          for (const ask of table.csat.get(id) ?? []) {
            if (isIn(num(ask['asked_at']))) add(side, 'figure.csat-asked')
            if (ask['score'] !== null && ask['answered_at'] !== null && isIn(num(ask['answered_at'])))
              scores[side]?.push(num(ask['score']))
          }
        }
        if (side === 0) touched = (isTheirs ? ofCustomer : 0) + replied + solves.length > 0
      }
      if (!touched) continue
      if (ticket['imported_at'] !== null) exclude('imported')
      else if (openedAt < clockFrom) exclude('before-connected')
      else if (isNoReply) exclude('no-reply-needed')
    }

  const put = (id: string, value: number | null, before?: number | null): void =>
    void numbers.set(id, before === undefined ? { value } : { value, before })
  for (const id of countIds)
    put(`figure.${id}`, sums[0]?.get(`figure.${id}`) ?? 0, sums[1]?.get(`figure.${id}`) ?? 0)
  put('figure.people', people[0]?.size ?? 0, people[1]?.size ?? 0)
  const mean = (of: number[] = []): number | null =>
    of.length === 0 ? null : of.reduce((sum, one) => sum + one, 0) / of.length
  put('figure.csat', mean(scores[0]), mean(scores[1]))
  put('figure.csat-count', scores[0]?.length ?? 0, scores[1]?.length ?? 0)
  for (const what of ['first-reply', 'next-reply', 'resolution'])
    for (const by of ['posted', 'delivered'])
      for (const kindOf of ['wall', 'business']) {
        const key = `time.${what}.${by}.${kindOf}`
        const [now, before] = [times[0]?.get(key), times[1]?.get(key)]
        const [one, other] = [spread(now?.ms ?? []), spread(before?.ms ?? [])]
        for (const [n, name] of ['count', 'median', 'p90', 'slowest'].entries())
          put(`${key}.${name}`, one[n] ?? null, other[n] ?? null)
        if (kindOf === 'business') put(`${key}.within`, now?.within ?? 0, before?.within ?? 0)
      }
  for (const group of ['category.', 'language.', 'reach.'])
    for (const id of new Set([...(sums[0]?.keys() ?? []), ...(sums[1]?.keys() ?? [])]))
      if (id.startsWith(group)) put(id, sums[0]?.get(id) ?? 0, sums[1]?.get(id) ?? 0)
  for (let weekday = 0; weekday < 7; weekday += 1)
    for (let hour = 0; hour < 24; hour += 1)
      put(`hour.${weekday}.${hour}`, sums[0]?.get(`hour.${weekday}.${hour}`) ?? 0)
  for (let at = Date.parse(period.from); at < Date.parse(period.until); at += day)
    put(`day.${dateOf(at)}`, sums[0]?.get(`day.${dateOf(at)}`) ?? 0)
  for (const brand of brands) rowAt(`brand.${text(brand['id'])}`)
  for (const [id, row] of rows) {
    if (!id.startsWith('brand.') && row.tickets + row.replies + row.resolutions === 0) continue
    put(`${id}.tickets`, row.tickets)
    put(`${id}.replies`, row.replies)
    put(`${id}.resolutions`, row.resolutions)
    put(`${id}.first-reply.median`, spread(row.ms)[1])
    put(`${id}.first-reply.within`, row.within)
  }
  for (const [why, count] of excluded) put(`excluded.${why}`, count)
  if (scope.agentId !== null || scope.tag !== null || scope.category !== null) return numbers

  for (const incident of raw('incidents')) {
    const brand = ofBrands.get(text(incident['brand_id']))
    if (!brand || num(incident['opened_at']) >= brand.until) continue
    if (incident['over_at'] !== null && num(incident['over_at']) < brand.from) continue
    put(`incident.${text(incident['id'])}`, inIncident.get(text(incident['id'])) ?? 0)
  }
  const fired = new Map<string, number>()
  for (const line of raw('audit')) {
    const brand = ofBrands.get(text(line['brand_id']))
    if (!brand || num(line['at']) < brand.from || num(line['at']) >= brand.until) continue
    if (line['event'] !== 'guard.held-back' && line['event'] !== 'guard.overridden') continue
    const { guard } = JSON.parse(text(line['after'])) as { guard: string }
    for (const event of ['guard.held-back', 'guard.overridden']) {
      const key = `guard.${guard}.${event.slice(6)}`
      fired.set(key, (fired.get(key) ?? 0) + (line['event'] === event ? 1 : 0))
    }
  }
  for (const [id, count] of fired) put(id, count)
  let [paid, paidBefore] = [0, 0]
  for (const line of raw('spend')) {
    const on = text(line['day'])
    if (!ofBrands.has(text(line['brand_id'])) || on >= period.until) continue
    if (on >= period.from) paid += num(line['micros'])
    else if (on >= monthsBefore(period)) paidBefore += num(line['micros'])
  }
  put('spend', paid, paidBefore)
  const resolved = numbers.get('figure.resolved-tickets')?.value ?? 0
  put('spend.per-resolved', resolved === 0 ? null : paid / resolved)
  return numbers
}

const countIds = [
  'messages-in',
  'messages-out',
  'tickets',
  'replies',
  'resolutions',
  'resolved-tickets',
  'reopened',
  'no-reply-needed',
  'backlog',
  'promises-kept',
  'promises-broken',
  'csat-asked',
]

/** Minutes, where a brand settled none. */
const defaults: Record<'firstReply' | 'nextReply' | 'resolution', Record<string, number>> = {
  firstReply: { urgent: 15, high: 60, normal: 60, low: 240 },
  nextReply: { urgent: 15, high: 60, normal: 60, low: 240 },
  resolution: { urgent: 1_440, high: 1_440, normal: 1_440, low: 1_440 },
}
