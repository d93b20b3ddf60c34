/** @file The guard rails as stories: what is kept back, what goes out with a reason, and every way round that is none. */
import { afterEach, expect, test } from 'vitest'
import type { Finding } from '../../src/shared/domain/guard.ts'
import type { JobView } from '../../src/shared/domain/outbox.ts'
import type { TicketDetail } from '../../src/shared/domain/ticket.ts'
import { Failure } from '../../src/shared/errors.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const at = '2026-11-17T11:50:00Z'
const lines = [
  { type: 'post', by: 'mara', text: '@northair where is my bag?', at },
  { type: 'post', by: 'bex', text: '@lumen my lamp is dark', at },
]
const begin = async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines })
}

const open = async (username: string): Promise<TicketDetail> =>
  desk.call('ticket.get', { ticketId: await desk.ticketOf(username) })

type Sent = JobView | { stopped: string[] }

/** Sends as a composer does; what the guards keep back is told by their names. */
async function send(
  username: string,
  text: string,
  override?: { findings: string[]; reason: string },
): Promise<Sent> {
  const { card, routes } = await open(username)
  try {
    return await desk.call('reply.send', {
      ticketId: card.ticketId,
      channel: 'public',
      text,
      targetPostId: routes.public.targetPostId,
      solves: false,
      override,
    })
  } catch (error) {
    if (error instanceof Failure && error.is('guard.stopped')) return { stopped: error.data.guards }
    throw error
  }
}

async function check(username: string, text: string): Promise<Finding[]> {
  const { card } = await open(username)
  const to = { kind: 'ticket', ticketId: card.ticketId, channel: 'public' } as const
  return (await desk.call('draft.check', { to, text })).findings
}

const brandOf = async (username: string) => (await desk.handle(username)).brand
const posts = async () => (await desk.control.sent()).posts.map(({ text }) => text)
const history = async (username: string) =>
  (await open(username)).timeline.flatMap((item) => (item.kind === 'event' ? [item.event] : []))

const phone = 'Call me on +44 20 7946 0958, Mara.'

test('a phone number does not leave in public; a reason lets it, once, and stands in the history', async () => {
  await begin()
  expect(await send('mara', phone)).toEqual({ stopped: ['private-data'] })
  await desk.clock.advance(60_000)
  expect(await posts()).toEqual([])

  const [finding] = await check('mara', phone)
  expect(finding).toMatchObject({ what: 'phone', severity: 'ask', better: 'to-dm', saw: '+44 20 7946 0958' })
  const override = { findings: [finding?.key ?? ''], reason: 'Her public office line' }
  expect(await send('mara', phone, override)).toMatchObject({ state: 'held' })
  await desk.clock.advance(60_000)
  expect(await posts()).toEqual(['@mara ' + phone])
  expect(await history('mara')).toContain('guard.overridden')
  const { id: brandId } = await brandOf('northair')
  expect(await desk.call('guard.counts', { brandId })).toEqual([{ guard: 'private-data', overridden: 1 }])
})

test('a stale window: a reason for one number is none for another', async () => {
  await begin()
  const [finding] = await check('mara', phone)
  const override = { findings: [finding?.key ?? ''], reason: 'Her public office line' }
  expect(await send('mara', phone.replace('0958', '0321'), override)).toEqual({ stopped: ['private-data'] })
  expect(await send('mara', `${phone} Or write to mara@example.com`, override)).toEqual({
    stopped: ['private-data'],
  })
})

test('cut into posts, a number is one number still', async () => {
  await begin()
  const { card, routes } = await open('mara')
  const chain = desk.call('reply.send', {
    ticketId: card.ticketId,
    channel: 'public',
    text: 'x',
    parts: ['Call me on +44 20 7946', '0958, Mara.'],
    targetPostId: routes.public.targetPostId,
    solves: false,
  })
  await expect(chain).rejects.toMatchObject({ code: 'guard.stopped' })
})

test('the words of another brand never go out, whatever reason is given, until a lead lets them', async () => {
  await begin()
  const { id: lumen, name } = await brandOf('lumen')
  const { id: northair } = await brandOf('northair')
  await desk.call('brand.set', { brandId: lumen, name: 'lexicon', value: { products: ['Glow Max'] } })
  for (const text of [`Thanks from ${name}!`, 'Ask @lumen', 'Your glow max is on its way']) {
    const [finding] = await check('mara', text)
    expect(finding).toMatchObject({ guard: 'other-brand', severity: 'stop' })
    const override = { findings: [finding?.key ?? ''], reason: 'It is fine' }
    expect(await send('mara', text, override)).toEqual({ stopped: ['other-brand'] })
  }
  const warranty = 'Every lamp of ours is under warranty for three years, day and night.'
  await desk.call('macro.save', { brandId: lumen, macro: { name: 'Warranty', text: `Hi! ${warranty}` } })
  expect(await send('mara', `Sorry, Mara. ${warranty}`)).toEqual({ stopped: ['other-brand'] })
  await desk.call('brand.set', { brandId: northair, name: 'allowList', value: { words: ['glow max'] } })
  expect(await send('mara', 'Your glow max is on its way')).toMatchObject({ state: 'held' })
  // Its own words are its own.
  expect(await send('bex', `${name} is sorry: your Glow Max comes tomorrow`)).toMatchObject({ state: 'held' })
})

test('core started anew looks as closely, also at a new post of the brand', async () => {
  await begin()
  await desk.restart()
  expect(await send('mara', phone)).toEqual({ stopped: ['private-data'] })
  const { brand, handle } = await desk.handle('northair')
  const compose = (text: string) =>
    desk.call('post.compose', { brandId: brand.id, handleId: handle.id, parts: [text] })
  await expect(compose('Ask @lumen')).rejects.toMatchObject({ data: { guards: ['other-brand'] } })
  await expect(compose('Two at once: $NA and $LUM')).rejects.toMatchObject({
    data: { guards: ['x-refuses'] },
  })
  await expect(compose('Now boarding: $NA')).resolves.toMatchObject({ state: 'held' })
})

test('text that was copied for one client stops in another’s message, in every window and after a restart', async () => {
  await begin()
  const { id: brandId } = await brandOf('lumen')
  await desk.call('draft.copied', { brandId, text: 'Your lamp leaves\n our stock  on Friday' })
  await desk.restart()
  const text = 'Hello Mara, your LAMP leaves our stock on Friday.'
  const [finding] = await check('mara', text)
  expect(finding).toMatchObject({ guard: 'copied', severity: 'stop' })
  expect(text.slice(finding?.where?.start, finding?.where?.end)).toBe('your LAMP leaves our stock on Friday')
  expect(await send('mara', text)).toEqual({ stopped: ['copied'] })
  expect(await check('bex', text)).toEqual([])
  // Copied from its own screen as well, it is its own.
  const { id: northair } = await brandOf('northair')
  await desk.call('draft.copied', { brandId: northair, text: 'your lamp leaves our stock on Friday' })
  expect(await check('mara', text)).toEqual([])
})

test('a brand loosens what it may loosen, and its own numbers are known', async () => {
  await begin()
  const { id: brandId } = await brandOf('northair')
  const value = { patterns: ['NA-####'], ours: ['+44 20 7946 0958'] }
  await desk.call('brand.set', { brandId, name: 'privateData', value })
  expect(await check('mara', phone)).toEqual([])
  expect(await check('mara', 'Your booking NA-4821 is fine')).toMatchObject([
    { what: 'number', severity: 'ask' },
  ])
  await desk.call('brand.set', { brandId, name: 'guards', value: { 'private-data': 'warn' } })
  expect(await check('mara', 'Your booking NA-4821 is fine')).toMatchObject([{ severity: 'warn' }])
  expect(await send('mara', 'Your booking NA-4821 is fine')).toMatchObject({ state: 'held' })
  await desk.call('brand.set', { brandId, name: 'guards', value: { 'private-data': 'off' } })
  expect(await check('mara', 'Your booking NA-4821 is fine')).toMatchObject([])
})

test('one text by two brands asks; the other brand’s customer is not named', async () => {
  await begin()
  const text = 'So sorry about this. We look into it today and come back to you before six in the evening.'
  expect(await send('bex', text)).toMatchObject({ state: 'held' })
  const findings = await check('mara', text)
  expect(findings).toMatchObject([{ guard: 'two-brands', severity: 'ask' }])
  expect(JSON.stringify(findings)).not.toContain('bex')
  expect(await send('mara', text)).toEqual({ stopped: ['two-brands'] })
})

test('a customer asked to be left alone: a reason is wanted, of this brand alone, and undo takes the note back', async () => {
  desk = await flow({
    handles: ['northair', 'lumen'],
    lines: [...lines, { type: 'post', by: 'mara', text: '@lumen and my lamp?', at }],
  })
  const tickets = (await desk.column('mentions')).filter((row) => row.card.customer.username === 'mara')
  const { id: northair } = await brandOf('northair')
  const ofBrand = (isNorthair: boolean) =>
    tickets.find(({ card }) => (card.brandId === northair) === isNorthair)?.card.ticketId ?? ''
  const seen = async (ticketId: string) => {
    const to = { kind: 'ticket', ticketId, channel: 'public' } as const
    return (await desk.call('draft.check', { to, text: 'Hello' })).findings.map(({ guard }) => guard)
  }
  expect(await desk.call('person.leave-alone', { ticketId: ofBrand(true) })).toEqual({ holds: true })
  await desk.restart()
  expect(await seen(ofBrand(true))).toEqual(['leave-alone'])
  expect(await seen(ofBrand(false))).toEqual([])
  expect(await desk.call('undo.last', {})).toMatchObject({ event: 'person.left-alone', reach: 'restored' })
  expect(await seen(ofBrand(true))).toEqual([])
})

test('what a customer tells everybody is told to the agent, without the words', async () => {
  desk = await flow({
    handles: ['northair', 'lumen'],
    lines: [{ type: 'post', by: 'mara', text: '@northair call me on +44 20 7946 0958', at }],
  })
  const { card } = await open('mara')
  const to = { kind: 'ticket', ticketId: card.ticketId, channel: 'public' } as const
  const { exposed, findings } = await desk.call('draft.check', { to, text: '' })
  expect(exposed).toMatchObject([{ kinds: ['phone'] }])
  expect(findings).toEqual([])
})

test('a link that somebody else posted is shown before it goes out under the brand’s name', async () => {
  desk = await flow({
    handles: ['northair', 'lumen'],
    lines: [
      { type: 'post', by: 'mara', text: '@northair is https://refund-claim.com/now yours?', at },
      {
        type: 'post',
        by: 'bex',
        text: '@lumen see https://lamps-offers.com/very/long/path/to/something',
        at,
      },
    ],
  })
  const own = await check('mara', 'Please use refund-claim.com/now')
  expect(own).toMatchObject([
    {
      guard: 'foreign-link',
      severity: 'ask',
      what: 'seen',
      values: { host: 'refund-claim.com', by: 'mara' },
    },
    { guard: 'dear-link', severity: 'warn' },
  ])
  // Whose it is in another client's conversation is not told.
  const others = await check('mara', 'See https://lamps-offers.com/very/long/path/to/something')
  expect(others).toMatchObject([{ guard: 'foreign-link', what: 'elsewhere', values: { by: '' } }, {}])
  expect(JSON.stringify(others)).not.toContain('bex')
  const { id: brandId } = await brandOf('northair')
  await desk.call('brand.set', { brandId, name: 'lexicon', value: { domains: ['refund-claim.com'] } })
  expect(await check('mara', 'Please use refund-claim.com/now')).toMatchObject([{ guard: 'dear-link' }])
})

test('a picture that somebody else posted is known again, saved anew or not; the brand’s own is not', async () => {
  const shows = (show: string) => ({ media: [{ show }] })
  desk = await flow({
    handles: ['northair', 'lumen'],
    lines: [
      { type: 'post', key: 'bag', by: 'mara', text: '@northair my bag', at, ...shows('suitcase') },
      { type: 'post', by: 'bex', text: '@lumen dark', at, ...shows('kettle') },
      {
        type: 'post',
        key: 'map',
        by: 'northair',
        replyTo: 'bag',
        text: '@mara this one?',
        at: '2026-11-17T11:51:00Z',
        ...shows('router'),
      },
      {
        type: 'post',
        by: 'mara',
        replyTo: 'map',
        text: '@northair not this',
        at: '2026-11-17T11:52:00Z',
        ...shows('router'),
      },
    ],
  })
  /** As windows would tell it: three pictures, and a copy of each that differs a little. */
  const prints = { suitcase: '5a'.repeat(32), kettle: 'c3'.repeat(32), router: '0f'.repeat(32) }
  const copyOf = (print: string) => `7${print.slice(1)}`
  for (const [username, width] of [
    ['mara', 480],
    ['mara', 400],
    ['bex', 360],
  ] as const)
    for (const item of (await open(username)).timeline)
      if (item.kind === 'post')
        for (const one of item.media.filter((media) => media.width === width))
          await desk.call('media.seen', {
            mediaId: one.id,
            print: width === 480 ? prints.suitcase : width === 400 ? prints.router : prints.kettle,
          })

  const { card, routes } = await open('mara')
  const to = { kind: 'ticket', ticketId: card.ticketId, channel: 'public' } as const
  const attach = async (name: string, print: string) => {
    const bytes = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(500, 3)])
    return desk.call('attachment.add', { to, name, bytes: bytes.length, head: bytes, print })
  }
  const look = async (attachmentIds: string[]) =>
    (await desk.call('draft.check', { to, text: 'Look', attachmentIds })).findings
  const own = await attach('own.png', 'f0'.repeat(32))
  const hers = await attach('hers.png', copyOf(prints.suitcase))
  const foreign = await attach('foreign.png', copyOf(prints.kettle))
  const ours = await attach('ours.png', copyOf(prints.router))
  expect(await look([own.id, ours.id])).toEqual([])
  const found = await look([hers.id, foreign.id])
  expect(found).toMatchObject([
    { guard: 'foreign-picture', severity: 'ask', what: 'seen', saw: 'hers.png', values: { by: 'mara' } },
    // Whose it is in another client's conversation is not told.
    { guard: 'foreign-picture', what: 'elsewhere', saw: 'foreign.png', values: { by: '' } },
  ])
  const answer = (override?: { findings: string[]; reason: string }) =>
    desk.call('reply.send', {
      ticketId: card.ticketId,
      channel: 'public',
      text: 'Look',
      targetPostId: routes.public.targetPostId,
      solves: false,
      attachmentIds: [hers.id],
      override,
    })
  await expect(answer()).rejects.toMatchObject({
    code: 'guard.stopped',
    data: { guards: ['foreign-picture'] },
  })
  const [{ key } = { key: '' }] = found
  expect(await answer({ findings: [key], reason: 'It is her own case' })).toMatchObject({ state: 'held' })
})

test('four eyes: what names a refund waits for another agent, whoever else may send', async () => {
  await begin()
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  const { id: brandId } = await brandOf('northair')
  await desk.call('brand.set', { brandId, name: 'approvals', value: { words: ['refund'] } })
  const sent = await send('mara', 'Your refund is on its way')
  expect(sent).toMatchObject({ state: 'ask', asks: ['approval'] })
  await desk.clock.advance(60_000)
  expect(await posts()).toEqual([])
  expect(await send('bex', 'Your refund is on its way')).toMatchObject({ state: 'held' })
})
