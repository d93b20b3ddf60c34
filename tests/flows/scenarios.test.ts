/**
 * @file The scenarios of resources/scenarios, each played to its end as agents would, by the contract alone, and with
 * the wrong turn that its subject invites.
 */
import { afterEach, expect, test } from 'vitest'
import { stage } from './playing.ts'

const on = stage()
const { play, open, triage, waiting, settle, posts, answer, sleepUntil } = on
afterEach(() => on.desk.end())

const minute = 60_000

test('next-morning: an apology, and a check that the flight home went well', async () => {
  await play('next-morning')
  expect((await open('noorabdi')).timeline.filter(({ kind }) => kind === 'post')).toHaveLength(2)
  await answer('noorabdi', 'Noor, last night was ours to fix and we failed. You both fly at 18:10 today.', {
    solves: true,
  })
  const { card } = await open('noorabdi')
  const at = new Date('2026-11-18T21:00:00').getTime()
  const reason = 'make sure that the flight home went well'
  await on.desk.call('ticket.follow-up', { ticketIds: [card.ticketId], at, reason })
  // Whoever only praised is owed nothing; whoever asked is, and solving that in silence is counted as silence.
  await on.desk.call('ticket.no-reply-needed', { ticketIds: [await on.desk.ticketOf('hal_pruitt')] })
  const asked = [await on.desk.ticketOf('cleo_marsh')]
  expect(await on.desk.call('ticket.solve', { ticketIds: asked })).toMatchObject({ unanswered: 1 })
  await on.desk.call('undo.last', {})
  await answer('cleo_marsh', 'You can, until two hours before: in the app, under Your trip.', {
    solves: true,
  })
  expect(await waiting()).toEqual([])

  await sleepUntil('2026-11-18T21:01:00')
  expect(await waiting()).toEqual(['noorabdi'])
  expect((await open('noorabdi')).desk).toMatchObject({ followUp: { at, reason } })
  await answer('noorabdi', 'Are you two home, and did it go as it should this time?', { solves: true })
  expect(await waiting()).toEqual([])
  expect(await posts()).toHaveLength(3)
})

test('care-handle: whoever names both handles of a brand has one ticket, and one answer ends the waiting', async () => {
  await play('care-handle')
  const { brand } = await on.desk.handle('brightline')
  expect((await on.desk.handle('brightlinecare')).brand.id).toBe(brand.id)
  expect(await waiting()).toEqual(['gwenparry', 'omar_dl', 'tilda_b'])
  await answer('gwenparry', 'Gwen, there is a cut cable near the marina; we expect it back by noon.')
  expect((await on.desk.control.sent()).posts.map(({ by }) => by)).toEqual(['brightlinecare'])
  // The colleagues of the advert answer from the other handle, on X itself.
  await on.desk.control.post({
    by: 'brightline',
    replyTo: 'both',
    text: 'Ours to sort out, Omar. Money is on its way.',
  })
  await on.desk.readNow('brightline', 'posts')
  expect(await waiting()).toEqual(['tilda_b'])
  expect((await open('omar_dl')).card).toMatchObject({ status: 'pending' })
})

test('small-team: one business day from Friday afternoon is Monday, and the weekend breaks no promise', async () => {
  await play('small-team')
  const dueAt = async (username: string) => new Date((await open(username)).card.dueAt ?? 0)
  // What holds for a brand that settled nothing: an hour.
  expect(await dueAt('ferndale')).toEqual(new Date('2026-11-20T17:00:00'))
  const day = { urgent: 120, high: 540, normal: 540, low: 1_080 }
  await settle('quillworks', 'targets', { firstReply: { normal: day.normal } })
  await on.desk.idle()
  expect(await dueAt('ferndale')).toEqual(new Date('2026-11-23T16:00:00'))
  await sleepUntil('2026-11-22T12:00:00')
  expect(await waiting()).toEqual(['ferndale', 'ikeobi', 'ruthless_ruth'])
  expect(await dueAt('ruthless_ruth')).toEqual(new Date('2026-11-23T18:00:00'))
  expect(on.desk.fellDue).toEqual([])
  await sleepUntil('2026-11-23T09:20:00')
  await answer('ferndale', 'Morning, Fern! Help, then Show log. Send us that and the dog will read it.')
  expect((await open('ferndale')).card).toMatchObject({ status: 'pending', dueAt: null })
  // Nobody looks at the other two: the promise is broken when it is broken, and said once.
  await sleepUntil('2026-11-23T18:30:00')
  expect(on.desk.fellDue).toMatchObject([{ brands: [{ name: 'Quillworks', count: 2 }] }])
})

test('last-resort: who called four times is told apart, and rings where a million people listen', async () => {
  await play('last-resort')
  expect(await triage('dotmaverick')).toMatchObject({
    category: 'complaint',
    lastResort: expect.any(String),
    reach: 'loud',
    loud: true,
  })
  // The same trouble before forty people waits for no quiet hour less, but is a last resort all the same.
  expect(await triage('len_hobbs')).toMatchObject({ lastResort: expect.any(String), loud: false })
  expect(await triage('asha_rao')).toMatchObject({ category: 'question', lastResort: null, loud: false })
  const ticketIds = [await on.desk.ticketOf('dotmaverick'), await on.desk.ticketOf('len_hobbs')]
  await on.desk.call('ticket.prioritise', { ticketIds, priority: 'urgent' })
  expect(
    (await on.desk.column('needs-reply'))
      .slice(0, 2)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(ticketIds.sort())
  for (const name of ['dotmaverick', 'len_hobbs'])
    await answer(
      name,
      `${name === 'len_hobbs' ? 'Len' : 'Dot'}, a fitter comes tomorrow at nine, and stays until it runs.`,
    )
  expect(await waiting()).toEqual(['asha_rao'])
})

test('regulated: secrets stop at the public door, the private part joins its ticket, the end is told in public', async () => {
  await play('regulated')
  const account = 'Bea, we blocked GB33BUKB20201555555555 and the 240 pounds are back on it.'
  await expect(answer('bea_linden', account)).rejects.toMatchObject({
    code: 'guard.stopped',
    data: { guards: ['private-data'] },
  })
  const ticketId = await on.desk.ticketOf('bea_linden')
  const { text } = await on.desk.call('reply.move-to-dm', { ticketId })
  await answer('bea_linden', text)
  await on.desk.clock.advance(3 * minute)
  await on.desk.readNow('harbourstreet', 'dms')
  const { card, timeline } = await open('bea_linden')
  expect(card.ticketId).toBe(ticketId)
  expect(timeline.filter(({ kind }) => kind === 'dm')).toHaveLength(1)
  expect(await waiting()).toEqual(['bea_linden', 'yusuf_k'])
  await answer('bea_linden', account, { channel: 'dm' })
  await answer('bea_linden', 'All settled, Bea, and thank you for telling us so quickly.', { solves: true })
  expect((await open('bea_linden')).card).toMatchObject({ status: 'solved' })
  const sent = await on.desk.control.sent()
  expect(sent.dms.map((dm) => dm.text)).toContain(account)
  expect(sent.posts.map((post) => post.text).join()).not.toContain('GB33')
})

test('handed-to-phone: our own number may be told, the hand-over is an outcome, a thanks does not bring it back', async () => {
  await play('handed-to-phone')
  const hours = 'Pim, we are at +44 20 7946 0958 until 17:30 today, and five legs make us blush.'
  await expect(answer('pim_vries', hours)).rejects.toMatchObject({ data: { guards: ['private-data'] } })
  await settle('oakandash', 'privateData', { patterns: [], ours: ['+44 20 7946 0958'] })
  await answer('pim_vries', hours)
  const ticketIds = [await on.desk.ticketOf('pim_vries')]
  await on.desk.call('ticket.hand-off', { ticketIds, to: 'phone', reference: 'Call 311' })
  await on.desk.control.post({ by: 'pim_vries', replyTo: 'legs', text: '@oakandash thank you' })
  await on.desk.readNow('oakandash', 'mentions')
  const { card, desk: frame } = await open('pim_vries')
  expect(card.status).toBe('solved')
  expect(frame.outcome).toEqual({ to: 'phone', reference: 'Call 311' })
  await on.desk.control.post({
    by: 'pim_vries',
    replyTo: 'legs',
    text: '@oakandash nobody picks up. Still open?',
  })
  await on.desk.readNow('oakandash', 'mentions')
  expect(await waiting()).toEqual(['joss_lane', 'pim_vries'])
})

test('human-voice: words that the brand never says are told before they leave, people go out', async () => {
  await play('human-voice')
  const neverSay = ['inconvenience', 'per our policy']
  await settle('hopscotchshoes', 'voice', { tone: 'A friend who works with shoes', neverSay })
  const ticketId = await on.desk.ticketOf('mabel_ng')
  const check = async (text: string): Promise<string[]> => {
    const to = { kind: 'ticket', ticketId, channel: 'public' } as const
    return (await on.desk.call('draft.check', { to, text })).findings.map(({ guard }) => guard)
  }
  expect(await check('We apologise for any inconvenience caused.')).toEqual(['never-say'])
  const own = 'Mabel! Two lefts make no right. A right one leaves today, keep the spare for hopping. ^JD'
  expect(await check(own)).toEqual([])
  await answer('mabel_ng', own)
  await answer('rafa_soto', 'Rafa, it sleeps in Dover and wakes at six. You will dance on Saturday. ^JD')
  await answer(
    'winnie_oh',
    'Winnie, that is the sole saying hello. Talc under the insole makes it whisper. ^JD',
  )
  expect(await waiting()).toEqual([])
  expect(new Set(await posts()).size).toBe(3)
})

test('told-by-customers: an outage becomes one incident; each hears of it once, and once that it is over', async () => {
  await play('told-by-customers')
  const { brand, handle } = await on.desk.handle('harbourhost')
  const words = { title: 'Sites answer 503', terms: ['down', 'error', '503'], statusText: 'A switch failed.' }
  const first = await on.desk.ticketOf('tess_arlow')
  const { id } = await on.desk.call('incident.open', { brandId: brand.id, ticketIds: [first], ...words })
  const { suggested } = await on.desk.call('incident.get', { incidentId: id })
  expect(suggested).toHaveLength(11)
  // Whoever asks about a domain has nothing to do with it.
  expect(suggested.map(({ customer }) => customer.username)).not.toContain('tim_ashby')
  await on.desk.call('incident.gather', {
    incidentId: id,
    ticketIds: suggested.map(({ ticketId }) => ticketId),
  })
  const notice = 'Sites on our Dover machines answer 503 since 13:45. We are on it, next word at 14:30.'
  const { username } = handle
  await on.desk.call('notice.post', {
    actId: crypto.randomUUID(),
    kind: 'outage',
    title: words.title,
    startsAt: null,
    endsAt: null,
    items: [
      {
        brandId: brand.id,
        handleId: handle.id,
        username,
        incidentId: id,
        text: notice,
        scheduledAt: null,
        pins: false,
      },
    ],
  })

  const one = ['{{customer.first_name}}, you are right: {{incident.status}} We write again by half past.']
  const tell = (kind: 'answer' | 'all-clear', wordings: string[], reason: string | null) =>
    on.desk.call('incident.tell', { incidentId: id, kind, wordings, reason })
  // The wrong turn: twelve times the same words is spam to X, and says so.
  expect((await tell('answer', one, null)).skipped.map(({ skip }) => skip?.why)).toEqual(
    Array.from({ length: 9 }, () => 'alike'),
  )
  expect((await tell('answer', one, 'an outage notice, agreed with the client')).sent).toHaveLength(9)
  for (let second = 0; second < 40; second++) await on.desk.clock.advance(1_000)
  expect(await waiting()).toEqual(['tim_ashby'])

  await tell(
    'all-clear',
    ['{{customer.first_name}}, all sites answer again since 14:21. Thank you for telling us.'],
    'an all-clear, agreed with the client',
  )
  for (let second = 0; second < 40; second++) await on.desk.clock.advance(1_000)
  await on.desk.call('incident.end', { incidentId: id })
  const { incident, members } = await on.desk.call('incident.get', { incidentId: id })
  expect(incident).toMatchObject({ tickets: 12, answered: 12, told: 12, notice: { state: 'sent' } })
  expect(new Set(members.map(({ card }) => card.status))).toEqual(new Set(['solved']))
  expect(await posts()).toHaveLength(25)
})
