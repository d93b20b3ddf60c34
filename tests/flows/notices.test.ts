/** @file Status notices over two brands: each its own words, the chain under the first post, Stop, answers, the nudge. */
import { afterEach, expect, test } from 'vitest'
import type { FirstKind, FollowKind, NoticeView } from '../../src/shared/domain/notice.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const minute = 60_000
const brandNames = ['northair', 'lumen'] as const
type BrandName = (typeof brandNames)[number]

const lines = [
  { type: 'user', username: 'ada', name: 'Ada Guest' },
  { type: 'user', username: 'ben', name: 'Ben Guest' },
  {
    type: 'post',
    key: 'down',
    by: 'ada',
    at: '2026-11-17T11:50:00Z',
    text: '@northair the check-in page is down',
  },
]

const words: Record<BrandName, string> = {
  northair: 'Online check-in does not work just now. The desks at the airport are open for everybody.',
  lumen: 'Our app shows no bills at the moment. Your power is on, and nothing is owed today.',
}

async function begin(handles: readonly BrandName[] = brandNames): Promise<void> {
  desk = await flow({ lines, handles })
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
}

type Beside = {
  incidentId?: string
  scheduledAt?: number
  kind?: FirstKind
  text?: string
  username?: string
  actId?: string
}

async function itemOf(name: BrandName, { incidentId, scheduledAt, text, username }: Beside) {
  const { brand, handle } = await desk.handle(name)
  return {
    brandId: brand.id,
    handleId: handle.id,
    username: username ?? name,
    incidentId: incidentId ?? null,
    text: text ?? words[name],
    scheduledAt: scheduledAt ?? null,
    pins: true,
  }
}

async function post(names: readonly BrandName[], beside: Beside = {}) {
  const items = await Promise.all(names.map((name) => itemOf(name, beside)))
  const { kind = 'outage', actId } = beside
  return desk.call('notice.post', {
    actId: actId ?? crypto.randomUUID(),
    kind,
    title: 'Check-in is down',
    startsAt: null,
    endsAt: null,
    items,
  })
}

async function noticeOf(name: BrandName): Promise<NoticeView> {
  const all = await desk.call('notice.list', {})
  return must(
    all.find(({ username }) => username === name),
    'a notice of this brand',
  )
}

async function follow(
  name: BrandName,
  kind: FollowKind,
  text: string,
  scheduledAt: number | null = null,
  actId: string = crypto.randomUUID(),
) {
  const { id, username } = await noticeOf(name)
  const items = [{ noticeId: id, username, text, scheduledAt, pins: true }]
  return must((await desk.call('notice.follow', { actId, kind, items }))[0], 'one was written')
}

const leave = (ms = 30_000): Promise<void> => desk.clock.advance(ms)
const sent = async () => (await desk.control.sent()).posts
const textsOf = async (name: BrandName): Promise<string[]> =>
  (await sent()).filter(({ by }) => by === name).map(({ text }) => text)

async function openIncident(name: BrandName, title = 'Check-in is down') {
  const { brand } = await desk.handle(name)
  return desk.call('incident.open', { brandId: brand.id, ticketIds: [], title, terms: [], statusText: '' })
}

test('two brands in one act: each says it in its own words, and an update and the all-clear stand under its own post', async () => {
  await begin()
  const written = await post(brandNames)
  expect(written.map(({ failure }) => failure)).toEqual([null, null])
  expect(await sent()).toEqual([])
  await leave()
  for (const name of brandNames) expect(await textsOf(name)).toEqual([words[name]])

  await follow('northair', 'update', 'The page opens again for some of you. We stay on it.')
  await follow('lumen', 'update', 'Bills are back in the app, statements are not yet.')
  await leave()
  await follow('northair', 'all-clear', 'Everybody can check in online again. Sorry, and thank you.')
  await leave()
  for (const name of brandNames) {
    const { posts } = await noticeOf(name)
    const ids = posts.map(({ postId }) => postId)
    const there = await sent()
    const parents = ids.map((id) => there.find((one) => one.id === id)?.replyTo ?? null)
    expect(parents).toEqual([null, ...ids.slice(0, -1)])
    expect(new Set(there.filter(({ id }) => ids.includes(id)).map(({ by }) => by))).toEqual(new Set([name]))
  }
  expect((await noticeOf('northair')).standing).toBe('over')
  expect((await noticeOf('lumen')).standing).toBe('out')
  const [one, other] = await desk.call('notice.list', {})
  expect(one?.actId).toBe(other?.actId)
  expect((await follow('northair', 'all-clear', 'It is over once more.')).failure).toMatchObject({
    code: 'notice.cleared',
  })
  expect(await desk.told('notice.planned')).toHaveLength(5)
  expect(await desk.told('notice.posted')).toHaveLength(5)
})

test('no notice goes out under another name or brand than the screen showed, and one that is kept back holds up no other', async () => {
  await begin()
  const [renamed] = await post(['northair'], { username: 'northernair' })
  expect(renamed?.failure).toMatchObject({ code: 'notice.other-handle' })
  const { brand } = await desk.handle('northair')
  const { handle } = await desk.handle('lumen')
  const mixed = { ...(await itemOf('northair', {})), handleId: handle.id, username: 'lumen' }
  const wrong = { ...(await itemOf('northair', {})), text: 'Call Ada at +49 170 1234567 for a seat.' }
  const written = await desk.call('notice.post', {
    actId: crypto.randomUUID(),
    kind: 'outage',
    title: 'Check-in is down',
    startsAt: null,
    endsAt: null,
    items: [mixed, wrong, await itemOf('lumen', {})],
  })
  expect(written.map(({ failure }) => failure?.code ?? null)).toEqual([
    'handle.missing',
    'guard.stopped',
    null,
  ])
  await leave()
  expect(await textsOf('northair')).toEqual([])
  expect(await textsOf('lumen')).toEqual([words.lumen])
  expect((await desk.call('notice.list', {})).map(({ brandId }) => brandId)).not.toContain(brand.id)
})

test('Stop holds scheduled notices and what follows them; released in the wrong order, the update waits for the first', async () => {
  await begin()
  const at = desk.clock.now() + 30 * minute
  await post(brandNames, { scheduledAt: at })
  expect((await follow('northair', 'update', 'The work begins now.', at - minute)).failure).toMatchObject({
    code: 'notice.before-first',
  })
  await follow('northair', 'update', 'The work takes longer than we said.', at + 5 * minute)
  await desk.call('outbox.stop', {})
  await leave(40 * minute)
  expect(await sent()).toEqual([])
  const { posts, standing, brandId } = await noticeOf('northair')
  expect(standing).toBe('stuck')
  const [first, update] = posts.map(({ job }) => job.id)
  const release = (jobId: string | undefined) =>
    desk.call('outbox.release', { jobId: must(jobId, 'a job'), decision: 'send' })
  await release(update)
  await leave(1_000)
  expect(await sent()).toEqual([])
  const waits = (await noticeOf('northair')).posts.find(({ job }) => job.id === update)
  expect(waits?.job).toMatchObject({ state: 'ask', asks: ['nothing-above'] })

  await release(first)
  await leave(1_000)
  // What asked for nothing but the first goes on by itself.
  expect(await textsOf('northair')).toEqual([words.northair, 'The work takes longer than we said.'])
  const there = await sent()
  expect(there[1]?.replyTo).toBe(there[0]?.id)
  expect(await textsOf('lumen')).toEqual([])
  await desk.call('outbox.resume', { brandIds: [brandId] })
})

test('a first post that X refused holds the update back, and says so; once it is dropped there is nothing to stand under', async () => {
  await begin(['northair'])
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    times: 1,
    kind: 'status',
    status: 403,
  })
  await post(['northair'])
  await leave()
  expect((await noticeOf('northair')).standing).toBe('stuck')
  const [first] = (await noticeOf('northair')).posts
  expect(first?.job.state).toBe('refused')
  await follow('northair', 'update', 'We have found what is wrong and mend it.')
  await leave()
  const update = must((await noticeOf('northair')).posts[1], 'an update')
  expect(update.job).toMatchObject({ state: 'ask', asks: ['nothing-above'] })
  expect(await sent()).toEqual([])
  // An agent may insist: it stands under nothing all the same, so it asks again.
  await desk.call('outbox.release', { jobId: update.job.id, decision: 'send' })
  await leave()
  expect(await sent()).toEqual([])

  await desk.call('outbox.settle', { jobId: must(first, 'a first').job.id, decision: 'send-again' })
  await leave()
  const there = await sent()
  expect(there.map(({ text }) => text)).toEqual([words.northair, 'We have found what is wrong and mend it.'])
  expect(there[1]?.replyTo).toBe(there[0]?.id)
})

test('taken back, a notice keeps its words, and its brand has one less; nothing of it becomes an ordinary draft', async () => {
  await begin(['northair'])
  const incident = await openIncident('northair')
  await post(['northair'], { incidentId: incident.id })
  expect(await desk.call('undo.last', {})).toMatchObject({ reach: 'recalled', composeBrandId: null })
  const gone = await noticeOf('northair')
  expect([gone.standing, gone.posts[0]?.job.text]).toEqual(['gone', words.northair])
  const { brand } = await desk.handle('northair')
  expect((await desk.call('compose.get', { brandId: brand.id })).text).toBe('')
  expect((await follow('northair', 'update', 'We are still on it, all of us.')).failure).toMatchObject({
    code: 'notice.no-first',
  })
  expect((await post(['northair'], { incidentId: incident.id }))[0]?.failure).toBeNull()
})

test('what is out is what agents are shown, and what answers say; answers to it go into the incident', async () => {
  await begin(['northair'])
  const incident = await openIncident('northair')
  const ticketId = await desk.ticketOf('ada')
  await post(['northair'], { incidentId: incident.id })
  await leave()
  const [open] = await desk.call('incident.list', {})
  expect(open).toMatchObject({ statusText: words.northair, isUntold: false, notice: { state: 'sent' } })
  const { brand, handle } = await desk.handle('northair')
  const news = async (): Promise<string | undefined> => {
    const about = { kind: 'update' as const, title: incident.title, startsAt: null, endsAt: null }
    const brands = [{ brandId: brand.id, handleId: handle.id, incidentId: incident.id }]
    return (await desk.call('notice.suggest', { ...about, brands }))[0]?.text
  }
  // What the notice said already is no update.
  expect(await news()).toBe('Update: we are still working on it.')
  const { title, terms } = incident
  await desk.call('incident.set', {
    incidentId: incident.id,
    words: { title, terms, statusText: 'Half of the servers are back.' },
  })
  expect(await news()).toBe('Update: Half of the servers are back.')
  const macro = await desk.call('macro.save', {
    brandId: brand.id,
    macro: { name: 'Known', shortcut: null, lang: null, text: 'Hi! {{brand.notice}}', actions: {} },
  })
  const { text } = await desk.call('macro.insert', { macroId: macro.id, ticketId, channel: 'public' })
  expect(text).toBe(`Hi! ${words.northair}`)

  const notice = must((await noticeOf('northair')).posts[0]?.postId, 'it is at X')
  await desk.control.post({ by: 'ben', text: '@northair and my seat?', replyTo: notice })
  await desk.control.post({ by: 'ada', text: '@northair thanks, though another thing is odd' })
  await desk.readNow('northair', 'mentions')
  const bens = await desk.ticketOf('ben')
  const { members } = await desk.call('incident.get', { incidentId: incident.id })
  expect(members.map(({ card }) => card.ticketId)).toEqual([bens])
  // Taken out by an agent, it stays out.
  await desk.call('incident.release', { incidentId: incident.id, ticketIds: [bens] })
  await desk.control.post({ by: 'ben', text: '@northair hello?', replyTo: notice })
  await desk.readNow('northair', 'mentions')
  expect((await desk.call('incident.get', { incidentId: incident.id })).members).toEqual([])

  await follow('northair', 'all-clear', 'Check-in works again for everybody. Thank you!')
  await leave()
  const unfilled = await desk.call('macro.insert', { macroId: macro.id, ticketId, channel: 'public' })
  expect(unfilled.unfilled).toEqual(['brand.notice'])
})

const nudges = async () => (await desk.call('alert.list', {})).filter(({ reason }) => reason === 'no-notice')

test('an incident without a notice is told of once, after a quarter of an hour, and is quiet once one is written', async () => {
  await begin(['northair'])
  const incident = await openIncident('northair')
  expect((await desk.call('incident.list', {}))[0]?.isUntold).toBe(true)
  await leave(14 * minute)
  expect(await nudges()).toEqual([])
  await leave(2 * minute)
  expect(await nudges()).toMatchObject([{ words: 'Check-in is down', seenAt: null }])
  await leave(120 * minute)
  await desk.restart()
  await leave(20 * minute)
  expect(await nudges()).toHaveLength(1)

  await post(['northair'], { incidentId: incident.id })
  expect((await nudges())[0]?.seenAt).not.toBeNull()
  expect((await desk.call('incident.list', {}))[0]?.isUntold).toBe(false)
  await desk.call('undo.last', {})
  expect((await desk.call('incident.list', {}))[0]?.isUntold).toBe(true)
  await leave(30 * minute)
  expect(await nudges()).toHaveLength(1)
})

test('where a notice is scheduled nobody is told; a scheduled one of an open incident leaves without asking', async () => {
  await begin(['northair'])
  const incident = await openIncident('northair')
  await post(['northair'], { incidentId: incident.id, scheduledAt: desk.clock.now() + 20 * minute })
  await leave(19 * minute)
  expect(await nudges()).toEqual([])
  await leave(2 * minute)
  expect(await textsOf('northair')).toEqual([words.northair])
})

test('texts begin with the brand’s own template, in its language and by its clock', async () => {
  await begin()
  const [air, light] = await Promise.all(brandNames.map((name) => desk.handle(name)))
  const airId = must(air, 'northair').brand.id
  await desk.call('brand.set', { brandId: airId, name: 'notices', value: { language: 'de' } })
  await desk.call('brand.set', { brandId: airId, name: 'hours', value: { zone: 'Europe/Berlin' } })
  const lumenId = must(light, 'lumen').brand.id
  const own = '{{brand.name}} tells you: {{notice.title}} ({{notice.starts}})'
  await desk.call('brand.set', { brandId: lumenId, name: 'notices', value: { planned: own } })
  await desk.call('brand.set', { brandId: lumenId, name: 'hours', value: { zone: 'Asia/Tokyo' } })
  const texts = await desk.call('notice.suggest', {
    kind: 'planned',
    title: 'Maintenance',
    startsAt: Date.UTC(2026, 10, 30, 8, 0),
    endsAt: null,
    brands: [must(air, 'northair'), must(light, 'lumen')].map(({ brand, handle }) => ({
      brandId: brand.id,
      handleId: handle.id,
      incidentId: null,
    })),
  })
  expect(texts[0]?.text).toMatch(/^Geplante Arbeiten: Maintenance\. Beginn: Montag, 30\. November.*09:00/u)
  expect(texts[1]?.text).toMatch(/tells you: Maintenance \(Monday.*30 November.*17:00/u)
})

test('a pinned text and a link are taken back by undo; an incident of another brand is refused', async () => {
  await begin()
  await post(['northair'])
  await leave()
  const { id } = await noticeOf('northair')
  const incident = await openIncident('northair')
  const foreign = await openIncident('lumen')
  await expect(desk.call('notice.link', { noticeId: id, incidentId: foreign.id })).rejects.toMatchObject({
    code: 'incident.other-brand',
  })
  await desk.call('notice.link', { noticeId: id, incidentId: incident.id })
  await desk.call('notice.pin', { noticeId: id, text: 'Ask for the desk at gate 4.' })
  expect(await noticeOf('northair')).toMatchObject({
    pinnedText: 'Ask for the desk at gate 4.',
    incident: { id: incident.id },
  })
  await desk.call('undo.last', {})
  expect((await noticeOf('northair')).pinnedText).toBe(words.northair)
  await desk.call('undo.last', {})
  expect((await noticeOf('northair')).incident).toBeNull()
})

test('an act that is said again writes nothing twice, not even after a restart; one undo takes it back whole', async () => {
  await begin()
  const actId = crypto.randomUUID()
  const first = await post(brandNames, { actId })
  await desk.restart()
  expect(await post(brandNames, { actId })).toEqual(first)
  expect(await desk.call('notice.list', {})).toHaveLength(2)
  await desk.call('undo.last', {})
  expect((await desk.call('notice.list', {})).map(({ standing }) => standing)).toEqual(['gone', 'gone'])
  // Taken back since, it is written anew.
  const anew = await post(brandNames, { actId })
  expect(anew.map(({ failure }) => failure)).toEqual([null, null])
  await leave()
  await post(brandNames, { actId })
  const again = crypto.randomUUID()
  const text = 'The page opens again for some of you. We stay on it.'
  const noticeId = must(anew[0]?.noticeId, 'a notice')
  const item = { noticeId, username: 'northair', text, scheduledAt: null, pins: true }
  const none = { ...item, noticeId: must(first[0]?.jobId, 'an id of no notice') }
  const say = () => desk.call('notice.follow', { actId: again, kind: 'update', items: [none, item] })
  expect((await say()).map(({ failure }) => failure?.code ?? null)).toEqual(['notice.missing', null])
  await say()
  await leave()
  await say()
  await leave()
  expect(await textsOf('northair')).toEqual([words.northair, text])
  expect(await textsOf('lumen')).toEqual([words.lumen])
})

test('an update that X did not take keeps no place: each try finds its own', async () => {
  await begin(['northair'])
  await post(['northair'])
  await leave()
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    times: 1,
    kind: 'status',
    status: 403,
  })
  await follow('northair', 'update', 'We have found what is wrong and mend it.')
  await leave()
  const update = must((await noticeOf('northair')).posts[1], 'an update')
  expect(update.job).toMatchObject({ state: 'refused', targetPostId: null })
  await desk.call('outbox.settle', { jobId: update.job.id, decision: 'send-again' })
  await leave()
  const there = await sent()
  expect(there.map(({ replyTo }) => replyTo ?? null)).toEqual([null, there[0]?.id])
})

test('an update that waits for one that is dropped goes on by itself', async () => {
  await begin(['northair'])
  await post(['northair'])
  await leave()
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    times: 1,
    kind: 'status',
    status: 403,
  })
  await follow('northair', 'update', 'We have found what is wrong and mend it.')
  await leave()
  await follow('northair', 'update', 'Half of the servers are back, the rest follows.')
  await leave()
  const [, refused, waits] = (await noticeOf('northair')).posts
  expect(waits?.job).toMatchObject({ state: 'ask', asks: ['nothing-above'] })
  await desk.call('outbox.settle', { jobId: must(refused, 'one refused').job.id, decision: 'drop' })
  await leave()
  const there = await sent()
  expect(there.map(({ text }) => text)).toEqual([
    words.northair,
    'Half of the servers are back, the rest follows.',
  ])
  expect(there[1]?.replyTo).toBe(there[0]?.id)
})

test('an incident whose notice was linked to it has one, and gets no second', async () => {
  await begin(['northair'])
  await post(['northair'])
  await leave()
  const { id } = await noticeOf('northair')
  const incident = await openIncident('northair')
  const state = async () => (await desk.call('incident.list', {}))[0]?.notice?.state ?? null
  expect(await state()).toBeNull()
  await desk.call('notice.link', { noticeId: id, incidentId: incident.id })
  expect(await state()).toBe('sent')
  const [second] = await post(['northair'], {
    incidentId: incident.id,
    text: 'Check-in is still down, sorry.',
  })
  expect(second?.failure).toMatchObject({ code: 'incident.noticed' })
})
