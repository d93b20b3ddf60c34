/** @file Reports that are delivered by themselves, what they look like, and what content leaves in an export. */
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import type { ScheduleView } from '../../src/shared/domain/report-delivery.ts'
import { ReportAsked } from '../../src/shared/domain/report.ts'
import { Failure } from '../../src/shared/errors.ts'
import { must } from '../../src/shared/must.ts'
import { noon } from '../practice-x/stage.ts'
import { flow, type Flow } from './harness.ts'

let f: Flow | undefined
afterEach(async () => f?.end())

const hour = 3_600_000
const day = 24 * hour
const handle = (username: string, client: string) => ({
  type: 'handle',
  username,
  name: username,
  client,
  brand: username,
  app: 'Agency',
})
const lines = [
  { type: 'app', name: 'Agency' },
  handle('northwindair', 'Northwind'),
  handle('northwindcargo', 'Northwind'),
  handle('lumen', 'Lumen'),
  { type: 'user', username: 'mara', name: 'Mara Lund' },
  { type: 'user', username: 'paulo', name: 'Paulo' },
  { type: 'post', by: 'mara', after: '1s', text: '@northwindair where is my <bag> & my coat?', key: 'bag' },
  { type: 'post', by: 'paulo', after: '2s', text: '@northwindair no seat again' },
  { type: 'post', by: 'paulo', after: '3s', text: '@lumen it is slow' },
]

/** A desk that had its messages; brands live by UTC. */
async function desk() {
  f = await flow({ lines: lines.map((line) => JSON.stringify(line)).join('\n') })
  const running = f
  const { call } = f
  await f.clock.advance(5 * 60_000)
  await f.idle()
  const brands = await call('brand.list', {})
  const brandOf = (name: string) => must(brands.find((brand) => brand.name === name) ?? null, name)
  for (const { id } of brands) await call('brand.set', { brandId: id, name: 'hours', value: { zone: 'UTC' } })
  const clientId = brandOf('northwindair').clientId
  const view = async (): Promise<ScheduleView> =>
    must(
      (await call('report.schedules', { onlyBrandId: null })).find((one) => one.clientId === clientId) ??
        null,
      'a client',
    )
  const choose = (folder: string): string => {
    const id = randomUUID()
    running.core.folderChosen(id, folder)
    return id
  }
  /** The computer sleeps until then. */
  const sleepUntil = async (at: number): Promise<void> => {
    running.clock.jump(at - running.clock.now())
    running.core.power('resume')
    await running.idle()
  }
  const schedule = (folderId: string | null, on = 1, words = '') =>
    call('report.schedule', { clientId, day: on, folderId, words })
  return { flow: f, call, clientId, brandOf, view, choose, sleepUntil, schedule }
}

const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7)
/** Six in the morning of the first, so many months after the one of `noon`. */
const firstOf = (months: number): number => {
  const then = new Date(noon)
  return Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + months, 1, 6)
}

test('the month that is over is frozen and written on its day, once, and the next one waits', async () => {
  const { flow: running, call, view, choose, sleepUntil, schedule, clientId } = await desk()
  expect((await view()).schedule).toBeNull()
  await schedule(choose('/reports'), 1, 'Thank you.')
  expect((await view()).schedule).toMatchObject({
    folder: '/reports',
    month: monthOf(noon),
    dueAt: firstOf(1),
  })

  await sleepUntil(firstOf(1) - 1_000)
  expect(running.written).toEqual([])
  await running.clock.advance(1_000)
  await running.idle()
  const [job] = running.written
  expect(running.written).toEqual([
    { reportId: job?.reportId, folder: '/reports', name: `Northwind ${monthOf(noon)}` },
  ])
  const [delivered] = await call('report.delivered', { onlyBrandId: null })
  expect(delivered).toMatchObject({
    id: job?.reportId,
    scheduled: true,
    agentName: null,
    words: 'Thank you.',
    brands: ['northwindair', 'northwindcargo'],
    asked: { period: { from: `${monthOf(noon)}-01`, until: `${monthOf(firstOf(1))}-01` } },
  })
  const rows = await call('report.delivered-lines', { reportId: delivered?.id ?? '', onlyBrandId: null })
  expect(rows.map(({ brand }) => brand)).toEqual(['northwindair', 'northwindair'])
  expect(await view()).toMatchObject({
    last: { month: monthOf(noon), at: firstOf(1) },
    schedule: { month: monthOf(firstOf(1)), dueAt: firstOf(2) },
    trouble: null,
  })
  const told = await running.told('report.written')
  expect(told.map(({ after }) => JSON.parse(after ?? ''))).toEqual([
    { report_id: job?.reportId, client_id: clientId, month: monthOf(noon) },
  ])

  await running.restart()
  await sleepUntil(firstOf(1) + hour)
  expect(running.written).toHaveLength(1)
})

test('who was off for months is told of each of them once, in their order', async () => {
  const { flow: running, choose, sleepUntil, schedule, call } = await desk()
  await schedule(choose('/reports'))
  await sleepUntil(firstOf(3) + 5 * day)
  expect(running.written.map(({ name }) => name)).toEqual(
    [0, 1, 2].map((n) => `Northwind ${monthOf(firstOf(n))}`),
  )
  expect(await call('report.delivered', { onlyBrandId: null })).toHaveLength(3)
})

test('a folder that is gone: frozen once, told once, tried again, and written once it is back', async () => {
  const { flow: running, choose, sleepUntil, schedule, view, call } = await desk()
  await schedule(choose('/usb'))
  let tried = 0
  running.reports.write = async () => {
    tried += 1
    throw new Failure('folder.gone', { folder: '/usb' })
  }
  await sleepUntil(firstOf(1))
  expect((await view()).trouble).toMatchObject({
    month: monthOf(noon),
    failure: { code: 'folder.gone', data: { folder: '/usb' } },
    nextTryAt: firstOf(1) + 60_000,
  })
  await sleepUntil(firstOf(1) + 60_000)
  await sleepUntil(firstOf(1) + 2 * hour)
  expect(tried).toBe(3)
  const told = (await call('alert.list', {})).filter(({ reason }) => reason === 'report')
  expect(told).toMatchObject([{ words: `Northwind, ${monthOf(noon)}` }])
  expect(await call('report.delivered', { onlyBrandId: null })).toHaveLength(1)

  // Another folder: at once.
  running.reports.write = async () => {}
  await schedule(choose('/disk'))
  await running.idle()
  expect(running.written).toMatchObject([{ folder: '/disk', name: `Northwind ${monthOf(noon)}` }])
  expect(await call('report.delivered', { onlyBrandId: null })).toHaveLength(1)
  expect(await view()).toMatchObject({ trouble: null, last: { month: monthOf(noon) } })
})

test('another folder chosen while it is written: the files are owed there as well', async () => {
  const { flow: running, choose, sleepUntil, schedule, view, call } = await desk()
  await schedule(choose('/wrong'))
  const into: string[] = []
  running.reports.write = async ({ folder }) => {
    into.push(folder)
    if (folder === '/wrong') await schedule(choose('/right'))
  }
  await sleepUntil(firstOf(1))
  await running.idle()
  expect(into).toEqual(['/wrong', '/right'])
  expect(await view()).toMatchObject({ last: { month: monthOf(noon) }, trouble: null })
  expect(await call('report.delivered', { onlyBrandId: null })).toHaveLength(1)
})

test('stopped while another one is written: nothing of it goes out', async () => {
  const { flow: running, call, clientId, choose, sleepUntil, schedule } = await desk()
  await schedule(choose('/reports'))
  running.reports.write = async () => {
    throw new Failure('folder.gone', { folder: '/reports' })
  }
  await sleepUntil(firstOf(1))
  const into: string[] = []
  running.reports.write = async ({ folder }) => void into.push(folder)
  await call('report.unschedule', { clientId })
  await sleepUntil(firstOf(1) + 2 * hour)
  expect(into).toEqual([])
})

test('killed between the files and the word of them: the same report is asked for again, no other', async () => {
  const { flow: running, choose, sleepUntil, schedule, call } = await desk()
  await schedule(choose('/reports'))
  const asked: string[] = []
  // Main wrote them; core never hears.
  running.reports.write = (job) => {
    asked.push(job.reportId)
    return new Promise(() => {})
  }
  running.waiting.settle = async () => {}
  running.clock.jump(firstOf(1) - running.clock.now())
  running.core.power('resume')
  await running.until(async () => asked.length > 0)
  await running.restart(async () => {
    running.reports.write = async (job) => void asked.push(job.reportId)
  })
  await running.idle()
  expect(asked).toHaveLength(2)
  expect(new Set(asked).size).toBe(1)
  expect(running.written).toHaveLength(1)
  expect(await call('report.delivered', { onlyBrandId: null })).toHaveLength(1)
  await sleepUntil(firstOf(1) + day)
  expect(running.written).toHaveLength(1)
})

test('a month that a lead delivered by hand is written as it was delivered', async () => {
  const { flow: running, call, choose, sleepUntil, schedule, brandOf } = await desk()
  await schedule(choose('/reports'))
  await sleepUntil(firstOf(1) - 2 * hour)
  const asked = ReportAsked.parse({
    scope: { brandIds: [brandOf('northwindair').id, brandOf('northwindcargo').id] },
    period: { from: `${monthOf(noon)}-01`, until: `${monthOf(firstOf(1))}-01` },
  })
  const { reportId } = await call('report.deliver', { ...asked, words: 'By hand.' })
  await sleepUntil(firstOf(1))
  expect(running.written).toMatchObject([{ reportId }])
  expect(await call('report.delivered', { onlyBrandId: null })).toHaveLength(1)
})

test('now: once the month is over, not before; and nothing once it is turned off', async () => {
  const { flow: running, call, clientId, choose, sleepUntil, schedule, view } = await desk()
  await expect(call('report.deliver-now', { clientId })).rejects.toMatchObject({ code: 'report.unscheduled' })
  await expect(schedule(null)).rejects.toMatchObject({ code: 'folder.unknown' })
  await expect(schedule(randomUUID())).rejects.toMatchObject({ code: 'folder.unknown' })
  await schedule(choose('/reports'), 20)
  await sleepUntil(firstOf(0) + 29 * day - 7 * hour)
  // On the twentieth of the month of noon its month before is due; what is asked for is the month of noon.
  const { month } = must((await view()).schedule, 'a schedule')
  await sleepUntil(firstOf(1) + hour)
  const before = running.written.length
  await call('report.deliver-now', { clientId })
  await running.idle()
  expect(running.written.at(-1)?.name).toBe(`Northwind ${monthOf(noon)}`)
  expect(running.written).toHaveLength(before + 1)
  expect(month).toBe(monthOf(noon))
  await expect(call('report.deliver-now', { clientId })).rejects.toMatchObject({ code: 'report.early' })

  await call('report.unschedule', { clientId })
  await sleepUntil(firstOf(3) + 25 * day)
  expect(running.written).toHaveLength(before + 1)
  // Taken up again it goes on with what is to come.
  await schedule(null, 20)
  await running.idle()
  expect(running.written).toHaveLength(before + 1)
  expect((await view()).schedule?.month).toBe(monthOf(firstOf(3)))
})

test('only a lead sets any of it, and one brand’s screen shows its own client alone', async () => {
  const { call, choose, schedule, clientId, brandOf } = await desk()
  await schedule(choose('/reports'))
  const only = (brandId: string) => call('report.schedules', { onlyBrandId: brandId })
  expect(await only(brandOf('lumen').id)).toMatchObject([{ clientName: 'Lumen', schedule: null }])
  // Its client has another brand, whose numbers would be in the report.
  expect(await only(brandOf('northwindair').id)).toEqual([])

  await call('agent.sit', { name: 'Lea', initials: 'LL' })
  await call('agent.add', { name: 'Ari', initials: 'AA', role: 'agent' })
  await call('agent.sit', { name: 'Ari', initials: 'AA' })
  const not = { code: 'agent.not-allowed' }
  await expect(schedule(null)).rejects.toMatchObject(not)
  await expect(call('report.unschedule', { clientId })).rejects.toMatchObject(not)
  await expect(call('report.deliver-now', { clientId })).rejects.toMatchObject(not)
  const look = { clientId, accent: null, logo: { do: 'keep' as const } }
  await expect(call('client.set-look', look)).rejects.toMatchObject(not)
})

const png = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(40)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}

test('a client’s logo and colour are its own, told by what is in the file, and go with its last brand', async () => {
  const { call, clientId, brandOf, flow: running } = await desk()
  const air = brandOf('northwindair')
  const lookOf = (...names: string[]) =>
    call('client.look', { brandIds: names.map((name) => brandOf(name).id) })
  const nothing = { clientId, clientName: 'Northwind', logo: null, accent: null }
  expect(await lookOf('northwindair', 'northwindcargo')).toEqual(nothing)
  expect(await lookOf('northwindair', 'lumen')).toBeNull()
  const bytes = png(300, 100)
  await call('client.set-look', { clientId, accent: '#c01c28', logo: { do: 'take', bytes } })
  expect(await lookOf('northwindcargo')).toEqual({
    ...nothing,
    accent: '#c01c28',
    logo: { bytes, width: 300, height: 100 },
  })
  expect(await lookOf('lumen')).toMatchObject({ logo: null, accent: null })
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>')
  await expect(
    call('client.set-look', { clientId, accent: null, logo: { do: 'take', bytes: svg } }),
  ).rejects.toMatchObject({ code: 'logo.type' })
  await call('client.set-look', { clientId, accent: null, logo: { do: 'keep' } })
  expect(await lookOf('northwindair')).toMatchObject({ accent: null, logo: { width: 300 } })

  for (const brand of [air, brandOf('northwindcargo')])
    await call('brand.leave', { brandId: brand.id, confirm: brand.name, why: 'left' })
  expect(await running.counted('client_looks')).toBe(0)
  expect(await running.counted('clients')).toBe(1)
})

test('content leaves as far as it is shown and the day’s limit goes, whole or not at all', async () => {
  const { call, flow: running, brandOf, sleepUntil } = await desk()
  await call('agent.sit', { name: 'Lea', initials: 'LL' })
  const asked = ReportAsked.parse({
    scope: { brandIds: [brandOf('northwindair').id] },
    period: { from: `${monthOf(noon)}-01`, until: `${monthOf(firstOf(1))}-01` },
  })
  const freshAt = Math.floor(running.clock.now() / day) * day + day
  // Two posts of two people.
  expect(await call('report.content-left', asked)).toEqual({ needs: 4, left: 500, limit: 500, freshAt })
  const first = await call('report.content', asked)
  expect(first.counted).toBe(4)
  expect(first.content.map((one) => [one.customerHandle, one.customerPost, one.reply])).toEqual([
    ['mara', '@northwindair where is my <bag> & my coat?', ''],
    ['paulo', '@northwindair no seat again', ''],
  ])
  // Nothing but how much it was is kept of it.
  expect((await running.told('report.content-exported')).map(({ after }) => after)).toEqual([
    '{"objects":4,"tickets":2}',
  ])

  // What X does not show any more stays out, and is not counted.
  await running.control.delete({ post: 'bag' })
  await running.clock.advance(11 * 60_000)
  await call('ticket.get', { ticketId: await running.ticketOf('mara') })
  await running.idle()
  expect((await call('report.content', asked)).content.map((one) => one.customerHandle)).toEqual(['paulo'])

  for (let left = 494; left >= 2; left -= 2) await call('report.content', asked)
  expect(await call('report.content-left', asked)).toMatchObject({ needs: 2, left: 0 })
  await expect(call('report.content', asked)).rejects.toMatchObject({
    code: 'export.limit',
    data: { needs: 2, left: 0, freshAt },
  })
  expect(await running.told('report.content-exported')).toHaveLength(249)
  await sleepUntil(freshAt)
  expect(await call('report.content-left', asked)).toMatchObject({ left: 500 })
})

test('who is forgotten is in no export, in no rows of what was delivered, and in no standing paragraph', async () => {
  const { call, flow: running, brandOf, choose, schedule, sleepUntil, view } = await desk()
  await call('agent.sit', { name: 'Lea', initials: 'LL' })
  const ticketId = await running.ticketOf('mara')
  await call('ticket.tag', { ticketIds: [ticketId], add: ['maras bag'], remove: [] })
  await schedule(choose('/reports'), 1, 'Mara Lund was glad.')
  await sleepUntil(firstOf(1))
  const [job] = running.written
  const rows = () => call('report.delivered-lines', { reportId: job?.reportId ?? '', onlyBrandId: null })
  expect((await rows()).flatMap(({ tags }) => tags)).toEqual(['maras bag'])
  const { customer } = must(
    (await running.column('mentions')).find(({ card }) => card.ticketId === ticketId)?.card ?? null,
    'a card',
  )
  await call('person.forget', { xUserId: customer.xUserId, confirm: '@mara', why: 'asked for it' })
  await running.idle()
  expect(JSON.stringify([await rows(), await view()])).not.toMatch(/mara/iu)
  const asked = ReportAsked.parse({
    scope: { brandIds: [brandOf('northwindair').id] },
    period: { from: `${monthOf(noon)}-01`, until: `${monthOf(firstOf(1))}-01` },
  })
  const { lines: all, content } = await call('report.content', asked)
  expect(all).toHaveLength(2)
  expect(content.map(({ customerHandle }) => customerHandle)).toEqual(['paulo'])
})
