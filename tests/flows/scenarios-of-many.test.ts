/** @file The scenarios in which there is much of something: posts, handles, notices, kinds of messages. */
import { afterEach, expect, test } from 'vitest'
import { Category } from '../../src/shared/domain/triage.ts'
import { must } from '../../src/shared/must.ts'
import { stage } from './playing.ts'

const on = stage()
const { play, open, waiting, settle, posts, answer, triage } = on
afterEach(() => on.desk.end())

const minute = 60_000

test('beyond-mentions: most complain to nobody; they are found, asked on X itself, and become tickets when they answer', async () => {
  await play('beyond-mentions')
  const { brand, handle } = await on.desk.handle('kestrelcable')
  const addressed = await on.desk.column('mentions')
  expect(addressed.length).toBeGreaterThan(60)
  const search = await on.desk.call('listening.save', {
    name: 'Behind our back',
    listenTo: { kind: 'search', brandId: brand.id, query: '(kestrel OR kestcrap) -from:kestrelcable' },
  })
  await on.desk.idle()
  const page = await on.desk.call('column.page', {
    columnId: `search:${search.id}`,
    after: null,
    limit: 200,
  })
  const found = page.rows.flatMap((row) => (row.kind === 'post' ? [row.post] : []))
  // The newest hundred: what is older costs, and is not asked for.
  expect(page.total).toBe(100)
  // Listening opens no ticket: nobody asked anything of the brand.
  expect(await on.desk.column('mentions')).toHaveLength(addressed.length)

  // Nor may it answer there by itself: X lets no app, so the agent asks on X, in the browser.
  const angry = must(
    found.find(({ runs }) => runs.some(({ text }) => text.includes('Kestcrap'))),
    'somebody who is angry',
  )
  await on.desk.control.post({
    by: 'kestrelcable',
    replyTo: angry.postId,
    text: 'That sounds wrong. Can I help?',
  })
  await on.desk.readNow('kestrelcable', 'posts')
  const before = new Set(await waiting())
  await on.desk.control.post({
    by: angry.author.username,
    replyTo: angry.postId,
    text: '@kestrelcable yes please, nobody came on Monday either',
  })
  await on.desk.readNow('kestrelcable', 'mentions')
  expect((await waiting()).filter((username) => !before.has(username))).toEqual([angry.author.username])
  const { timeline } = await open(angry.author.username)
  expect(timeline.filter(({ kind }) => kind === 'post').length).toBeGreaterThanOrEqual(2)
  await answer(angry.author.username, 'Monday was ours to keep. A technician comes tomorrow at nine.')

  // What a dozen of them say at once is a fault that the company did not know of.
  const spikes = (await on.desk.call('alert.list', {})).flatMap(({ spike }) => spike ?? [])
  expect(spikes.map(({ value }) => value)).toContain('elmhurst')
  expect(handle.sources.every(({ state }) => state !== 'failed')).toBe(true)
})

test('twenty-handles: one brand, each handle with its purpose; tickets find the one that speaks their language', async () => {
  await play('twenty-handles')
  const { brand } = await on.desk.handle('delphine')
  expect(brand.handles).toHaveLength(20)
  const german = (await on.desk.handle('delphine_de')).handle.id
  await settle('delphine', 'handles', {
    handles: [
      { username: 'delphine_de', purpose: 'Germany and Austria', languages: ['de'] },
      { username: 'delphine_fr', purpose: 'France', languages: ['fr'] },
      { username: 'delphinecares', purpose: 'Repairs', languages: ['en'] },
    ],
  })
  // Whoever names two of them has one ticket; none of another client's is among the ways out of it.
  const ticketId = await on.desk.ticketOf('grete_voss')
  const ways = await on.desk.call('ticket.ways', { ticketId })
  expect(ways).toHaveLength(20)
  expect(ways.map(({ username }) => username)).not.toContain('orchardphones')
  const open = ways.filter(({ routes }) => routes.public.open === 'yes').map(({ username }) => username)
  expect(open.toSorted()).toEqual(['delphine', 'delphine_de'])
  expect(ways.find(({ username }) => username === 'delphine_de')).toMatchObject({ speaks: true })
  await on.desk.call('ticket.move-handle', { ticketIds: [ticketId], handleId: german, note: 'Update fault' })
  await answer('grete_voss', 'Grete, halten Sie die Einschalttaste zwanzig Sekunden. Hilft das?')

  // The wrong turn: to a handle that they never named, where X lets nobody answer.
  const deals = (await on.desk.handle('delphinedeals')).handle.id
  const spare = await on.desk.ticketOf('kofi_adu')
  await on.desk.call('ticket.move-handle', { ticketIds: [spare], handleId: deals, note: '' })
  await expect(answer('kofi_adu', 'Spare batteries are ours: part 4417.')).rejects.toMatchObject({
    code: 'reply.no-route',
  })
  await on.desk.call('undo.last', {})
  await answer('kofi_adu', 'This one is fine, Kofi: part 4417, in stock.')
  expect((await on.desk.control.sent()).posts.map(({ by }) => by)).toEqual(['delphine_de', 'delphine'])
})

test('delay-notices: told before it is asked, brought up to date under the same post, and stopped when it is over', async () => {
  await play('delay-notices')
  const { brand, handle } = await on.desk.handle('riverlinemetro')
  const notice = async (text: string, scheduledAt: number | null = null): Promise<string> =>
    (
      await on.desk.call('post.compose', {
        brandId: brand.id,
        handleId: handle.id,
        parts: [text],
        scheduledAt,
        attachmentIds: [],
      })
    ).id
  const passes = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second++) await on.desk.clock.advance(1_000)
  }
  await notice(
    'Green line: a signal fault between Dock and Mill. Trains run, ten minutes late. More at 8:00.',
  )
  await passes(12)
  const told = must((await on.desk.control.sent()).posts[0], 'the notice')
  for (const by of ['del_roy', 'eva_sand'])
    await on.desk.control.post({ by, replyTo: told.id, text: `@riverlinemetro and the night bus? ${by}` })
  await on.desk.readNow('riverlinemetro', 'mentions')
  expect(await waiting()).toEqual(['ada_fenn', 'boro_m', 'cass_liu', 'del_roy', 'eva_sand'])
  await answer('boro_m', 'You will, Boro: platform 3, it waits for the green line today.')
  await answer('ada_fenn', 'A signal fault, Ada. Yours is the next train through.')
  await on.desk.call('ticket.no-reply-needed', { ticketIds: [await on.desk.ticketOf('cass_liu')] })
  await answer('del_roy', 'The night bus runs as it always does: it does not use the green line.')
  // The wrong turn: Ada has her answer, and a colleague begins another one.
  const check = await on.desk.call('draft.check', {
    to: { kind: 'ticket', ticketId: await on.desk.ticketOf('ada_fenn'), channel: 'public' },
    text: 'Ada, there is a signal fault between Dock and Mill.',
  })
  expect(check.findings.map(({ guard }) => guard)).toEqual(['answered'])
  await answer('eva_sand', 'Eva, no worries: buses have a road of their own tonight.')
  expect(await waiting()).toEqual([])

  // An update stands ready for eight. The fault ends before: Stop holds it back, and it is dropped, not sent late.
  const update = await notice(
    'Green line: still ten minutes late, next word at 8:30.',
    on.desk.clock.now() + 10 * minute,
  )
  await on.desk.call('outbox.stop', {})
  await on.desk.clock.advance(12 * minute)
  expect((await on.desk.control.sent()).posts.map(({ text }) => text).join()).not.toContain(
    'next word at 8:30',
  )
  await on.desk.call('outbox.release', { jobId: update, decision: 'drop' })
  await on.desk.call('outbox.resume', { brandIds: [brand.id] })
  await notice('Green line: the fault is mended, all trains on time. Thank you for your patience.')
  await passes(12)
  expect((await posts()).at(-1)).toContain('all trains on time')
})

test('usual-mix: a hundred messages are told apart near enough to the mix they were written in, and one key corrects', async () => {
  await play('usual-mix')
  const rows = await on.desk.column('mentions')
  expect(rows).toHaveLength(100)
  const counts = new Map<string, number>()
  for (const { card } of rows) {
    const category = card.triage?.category ?? 'none'
    counts.set(category, (counts.get(category) ?? 0) + 1)
  }
  const near = (category: Category, written: number, within: number): void =>
    expect(
      Math.abs((counts.get(category) ?? 0) - written),
      `${category}: ${counts.get(category) ?? 0} of ${written}`,
    ).toBeLessThanOrEqual(within)
  near('question', 48, 12)
  near('complaint', 33, 12)
  near('feedback', 10, 6)
  near('negative', 9, 6)
  const [first] = rows.filter(({ card }) => card.triage?.category === 'question')
  const { card } = must(first, 'a question')
  await on.desk.call('ticket.categorize', { ticketIds: [card.ticketId], category: 'complaint' })
  await on.desk.idle()
  expect((await triage(card.customer.username)).category).toBe('complaint')
  await on.desk.call('undo.last', {})
  await on.desk.idle()
  expect((await triage(card.customer.username)).category).toBe('question')
})
