/** @file Saved answers, from the file of a brand to what X has, and what they do to the ticket then. */
import { afterEach, expect, test } from 'vitest'
import type { MacroDraft } from '../../src/shared/domain/macro.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const complaint = {
  type: 'post',
  key: 'bag',
  by: 'mara',
  at: '2026-11-17T11:50:00Z',
  text: '@northair where is my bag?',
}
const sorry: MacroDraft = {
  name: 'Bag is late',
  shortcut: 'bag',
  lang: null,
  text: 'So sorry, {{customer.first_name|there}}. We look for it now. ^{{agent.initials|NA}}',
  actions: { status: 'on-hold', tags: ['baggage'], snooze: { hours: 4, forReply: true } },
}

async function begin() {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
  const { brand } = await desk.handle('northair')
  const ticketId = await desk.ticketOf('mara')
  return { brandId: brand.id, ticketId }
}
const save = (brandId: string, macro: MacroDraft) => desk.call('macro.save', { brandId, macro })
async function send(ticketId: string, text: string) {
  const { routes } = await desk.call('ticket.get', { ticketId })
  const { targetPostId } = routes.public
  return desk.call('reply.send', { ticketId, channel: 'public', text, targetPostId, solves: false })
}
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) await desk.clock.advance(Math.min(left, 1_000))
}
const sent = async () => (await desk.control.sent()).posts

test('a macro is set in with the customer’s name; once X has it, its ticket is on hold, tagged and asleep; undo wakes it', async () => {
  const { brandId, ticketId } = await begin()
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  const macro = await save(brandId, sorry)
  const { text, unfilled } = await desk.call('macro.insert', {
    macroId: macro.id,
    ticketId,
    channel: 'public',
  })
  expect(text).toMatch(/^So sorry, \p{L}+\. We look for it now\. \^JD$/u)
  expect(unfilled).toEqual([])
  expect(await desk.call('macro.waiting', { ticketId })).toMatchObject([{ name: 'Bag is late' }])
  await send(ticketId, text)
  expect(await desk.call('macro.waiting', { ticketId })).toEqual([])
  expect((await desk.call('macro.list', { brandId }))[0]).toMatchObject({ used: 0, lastUsedAt: null })
  await pass(15_000)
  expect(await sent()).toMatchObject([{ text: `@mara ${text}`, by: 'northair' }])
  expect((await desk.call('ticket.get', { ticketId })).card).toMatchObject({ status: 'on-hold' })
  expect((await desk.call('macro.list', { brandId }))[0]).toMatchObject({ used: 1 })
  const undone = await desk.call('undo.last', {})
  expect(undone).toMatchObject({ reach: 'reply-stays', ticketIds: [ticketId] })
  expect((await desk.call('ticket.get', { ticketId })).card.status).not.toBe('on-hold')
})

test('a message that is taken back keeps its macro; what it does can be left out', async () => {
  const { brandId, ticketId } = await begin()
  const macro = await save(brandId, sorry)
  const { text } = await desk.call('macro.insert', { macroId: macro.id, ticketId, channel: 'public' })
  const job = await send(ticketId, text)
  await desk.call('reply.recall', { jobId: job.id })
  const [waiting] = await desk.call('macro.waiting', { ticketId })
  await desk.call('macro.drop', { useId: must(waiting, 'a macro in the draft').useId })
  expect(await desk.call('macro.waiting', { ticketId })).toEqual([])
  await send(ticketId, text)
  await pass(15_000)
  expect((await desk.call('ticket.get', { ticketId })).card).toMatchObject({ status: 'pending' })
  expect((await desk.call('macro.list', { brandId }))[0]).toMatchObject({ used: 1 })
})

test('a macro that stands in a draft twice is dropped where it was meant, by the id that it was set in under', async () => {
  const { brandId, ticketId } = await begin()
  const macro = await save(brandId, sorry)
  const insert = () => desk.call('macro.insert', { macroId: macro.id, ticketId, channel: 'public' })
  const [first, second] = [await insert(), await insert()]
  await desk.call('macro.drop', { useId: second.useId })
  expect((await desk.call('macro.waiting', { ticketId })).map(({ useId }) => useId)).toEqual([first.useId])
})

test('a draft that was emptied forgets its macros', async () => {
  const { brandId, ticketId } = await begin()
  const macro = await save(brandId, sorry)
  await desk.call('macro.insert', { macroId: macro.id, ticketId, channel: 'public' })
  await desk.call('draft.save', { ticketId, channel: 'public', text: 'So', revision: 1 })
  await desk.call('draft.save', { ticketId, channel: 'public', text: '', revision: 2 })
  expect(await desk.call('macro.waiting', { ticketId })).toEqual([])
})

test('a value that nobody knows stops the message', async () => {
  const { brandId, ticketId } = await begin()
  const macro = await save(brandId, { ...sorry, text: 'Your booking {{ticket.field.booking}} is safe.' })
  const { text, unfilled } = await desk.call('macro.insert', {
    macroId: macro.id,
    ticketId,
    channel: 'public',
  })
  expect(unfilled).toEqual(['ticket.field.booking'])
  await expect(send(ticketId, text)).rejects.toMatchObject({
    code: 'macro.unfilled',
    data: { names: ['ticket.field.booking'] },
  })
  await pass(15_000)
  expect(await sent()).toEqual([])
})

test('no macro of one brand reaches another brand’s ticket', async () => {
  const { ticketId } = await begin()
  const { brand } = await desk.handle('lumen')
  const macro = await save(brand.id, sorry)
  await expect(
    desk.call('macro.insert', { macroId: macro.id, ticketId, channel: 'public' }),
  ).rejects.toMatchObject({ code: 'macro.missing' })
})

test('names and shortcuts are a brand’s once; unknown values are refused; saving and removing are undone', async () => {
  const { brandId } = await begin()
  const macro = await save(brandId, sorry)
  await expect(save(brandId, { ...sorry, name: 'Other' })).rejects.toMatchObject({ code: 'macro.taken' })
  await expect(
    save(brandId, { ...sorry, name: 'X', shortcut: null, text: '{{custmer.name}}' }),
  ).rejects.toMatchObject({ code: 'macro.unknown', data: { name: 'custmer.name' } })
  await expect(
    save(brandId, {
      ...sorry,
      name: 'Y',
      shortcut: null,
      actions: { ...sorry.actions, tags: ['depression'] },
    }),
  ).rejects.toMatchObject({ code: 'label.forbidden' })
  await desk.call('macro.save', { id: macro.id, brandId, macro: { ...sorry, text: 'Changed' } })
  await desk.call('macro.remove', { macroId: macro.id })
  expect(await desk.call('macro.list', { brandId })).toEqual([])
  await desk.call('undo.last', {})
  expect(await desk.call('macro.list', { brandId })).toMatchObject([{ text: 'Changed' }])
  await desk.call('undo.last', {})
  expect(await desk.call('macro.list', { brandId })).toMatchObject([{ text: sorry.text }])
  await desk.call('undo.last', {})
  expect(await desk.call('macro.list', { brandId })).toEqual([])
})

test('a sign-off is added once, counted, and another agent’s gives way; nobody here, nothing goes', async () => {
  const { brandId, ticketId } = await begin()
  const signOff = { public: true, dm: false, text: '^{{agent.initials}}' }
  await desk.call('brand.set', { brandId, name: 'signOff', value: signOff })
  await expect(
    desk.call('brand.set', { brandId, name: 'signOff', value: { ...signOff, text: '^{{agent.nick}}' } }),
  ).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(send(ticketId, 'We look for it.')).rejects.toMatchObject({ code: 'macro.unfilled' })
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  await expect(send(ticketId, 'x'.repeat(278))).rejects.toMatchObject({
    code: 'reply.too-long',
    data: { length: 282 },
  })
  const job = await send(ticketId, 'We look for it.')
  expect(job.text).toBe('We look for it. ^JD')
  // A late save of what became that message is no second draft.
  await desk.call('draft.save', { ticketId, channel: 'public', text: 'We look for it.', revision: 9 })
  expect((await desk.call('ticket.get', { ticketId })).drafts).toEqual([])
  await desk.call('reply.recall', { jobId: job.id })
  await desk.call('agent.sit', { name: 'Jim Moe', initials: 'JM' })
  expect((await send(ticketId, job.text)).text).toBe('We look for it. ^JM')
  await pass(15_000)
  expect(await sent()).toMatchObject([{ text: '@mara We look for it. ^JM' }])
})

test('asking for a direct message: the brand’s sentence, X’s link only where it is wanted and can be read', async () => {
  const { brandId, ticketId } = await begin()
  const ask = () => desk.call('reply.move-to-dm', { ticketId })
  expect(await ask()).toEqual({
    text: 'Please send us a direct message, so that we can look into it for you.',
    isEncrypted: false,
  })
  const value = { text: '{{customer.first_name|Hello}}, DM us?', link: true }
  await desk.call('brand.set', { brandId, name: 'moveToDm', value })
  const { handle } = await desk.handle('northair')
  const address = `${desk.workspace.xWebOrigin}/messages/compose?recipient_id=${handle.xUserId}`
  expect((await ask()).text).toMatch(/^\p{L}+, DM us\? /u)
  expect((await ask()).text.endsWith(` ${address}`)).toBe(true)
})

test('a step of the checklist is ticked for the ticket, by whoever sits here, and undone', async () => {
  const { brandId, ticketId } = await begin()
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  const { playbooks } = await desk.call('brand.settings', { brandId })
  const step = must(playbooks.complaint[0], 'a complaint has steps from the start')
  const ticks = () => desk.call('playbook.ticks', { ticketId })
  await desk.call('playbook.tick', { ticketId, step, done: true })
  await desk.call('playbook.tick', { ticketId, step, done: true })
  expect(await ticks()).toMatchObject([{ step, agentInitials: 'JD' }])
  await desk.call('undo.last', {})
  expect(await ticks()).toEqual([])
})

test('what the voice card rules out is told before it is sent, and goes with a reason alone', async () => {
  const { brandId, ticketId } = await begin()
  await desk.call('brand.set', { brandId, name: 'voice', value: { neverSay: ['as per our policy'] } })
  await expect(send(ticketId, 'As per our  policy we cannot.')).rejects.toMatchObject({
    code: 'guard.stopped',
  })
  expect((await send(ticketId, 'We look for it.')).state).toBe('held')
})
