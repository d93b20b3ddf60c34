/** @file What was answered before, from a solved ticket to the next customer’s draft; and what is kept of it. */
import { afterEach, expect, test } from 'vitest'
import type { SimilarAnswer } from '../../src/shared/domain/answers.ts'
import { must } from '../../src/shared/must.ts'
import { noon } from '../practice-x/stage.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const minute = 60_000
const ago = (minutes: number): string => new Date(noon - minutes * minute).toISOString()
const asks = (key: string, by: string, minutes: number, text: string) => ({
  type: 'post',
  key,
  by,
  at: ago(minutes),
  text,
})
const seatQuestion = '@northair can I change my window seat online after check-in?'
const seatAnswer = 'Hi Mara, yes: seats can be changed under My Trips until two hours before departure.'

const similar = (ticketId: string, onlyBrand = false): Promise<SimilarAnswer[]> =>
  desk.call('answer.similar', { ticketId, onlyBrand })

async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) await desk.clock.advance(Math.min(left, 1_000))
}

/** An agent answers a customer in public, X has it, and the ticket is solved. */
async function answerAndSolve(username: string, text: string): Promise<string> {
  const ticketId = await desk.ticketOf(username)
  const { routes } = await desk.call('ticket.get', { ticketId })
  const { targetPostId } = routes.public
  await desk.call('reply.send', { ticketId, channel: 'public', text, targetPostId, solves: true })
  await pass(15_000)
  return ticketId
}

test('a solved ticket’s answer comes for the next customer, in their name, and says who gave it', async () => {
  desk = await flow({
    handles: ['northair'],
    lines: [
      asks('one', 'mara', 20, seatQuestion),
      asks('two', 'bex', 10, '@northair how do I change my seat once I did the check-in?'),
    ],
  })
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  const bex = await desk.ticketOf('bex')
  expect(await similar(bex)).toEqual([])
  const solved = await answerAndSolve('mara', `${seatAnswer} ^JD`)
  const [answer, ...others] = await similar(bex)
  expect(others).toEqual([])
  expect(answer).toMatchObject({
    kind: 'ticket',
    ticketId: solved,
    text: 'Hi Bex, yes: seats can be changed under My Trips until two hours before departure.',
    question: 'can I change my window seat online after check-in?',
    by: 'Jo Doe',
    confirmed: null,
    alike: 1,
  })
  // Its own answer is in sight already.
  expect(await similar(solved)).toEqual([])
})

test('what a customer thanked for comes first', async () => {
  desk = await flow({
    handles: ['northair'],
    lines: [
      asks('one', 'mara', 30, seatQuestion),
      asks('two', 'bex', 20, seatQuestion),
      asks('three', 'paulo', 10, '@northair can I change my seat online?'),
    ],
  })
  const paulo = await desk.ticketOf('paulo')
  await answerAndSolve('bex', 'Sure! Open the app, choose your booking and tap the seat map.')
  await answerAndSolve('mara', seatAnswer)
  const ids = async (): Promise<(string | null)[]> =>
    (await similar(paulo)).map((one) => (one.kind === 'ticket' ? one.confirmed : one.kind))
  expect(await ids()).toEqual([null, null])
  const { posts } = await desk.control.sent()
  const toBex = must(
    posts.find(({ text }) => text.includes('seat map')),
    'the answer to Bex',
  )
  await desk.control.post({ by: 'bex', text: '@northair thank you so much!', replyTo: toBex.id })
  await desk.readNow('northair', 'mentions')
  await desk.call('ticket.solve', { ticketIds: [await desk.ticketOf('bex')] })
  const answers = await similar(paulo)
  expect(answers[0]).toMatchObject({ text: expect.stringContaining('seat map'), confirmed: 'thanked' })
})

test('never another client’s words, and nothing that was somebody’s own', async () => {
  desk = await flow({
    handles: ['northair', 'lumen'],
    lines: [
      asks('one', 'mara', 30, '@lumen where is my parcel with the lamp?'),
      asks('two', 'bex', 20, '@northair where is my parcel with the lamp?'),
      asks('three', 'paulo', 10, '@northair my parcel with the lamp is late'),
    ],
  })
  await answerAndSolve('mara', 'Your parcel with the lamp comes tomorrow.')
  const paulo = await desk.ticketOf('paulo')
  expect(await similar(paulo)).toEqual([])
  await answerAndSolve('bex', 'We found your parcel: it waits under ZX81KP.')
  expect(await similar(paulo)).toEqual([])
})

test('a sister of the same client helps, by its words alone, and not where one brand alone is shown', async () => {
  const cargo = { type: 'handle', username: 'northcargo', name: 'North Cargo', app: 'Agency' }
  desk = await flow({
    lines: [
      { ...cargo, client: 'North Group', brand: 'North Cargo' },
      asks('one', 'mara', 30, '@northcargo where can I see my customs papers?'),
      asks('two', 'bex', 20, '@northcargo do you take horses?'),
      asks('three', 'paulo', 10, '@northair where do I see the customs papers of my dog?'),
    ],
  })
  const { brand: sister } = await desk.handle('northcargo')
  await answerAndSolve('mara', 'All papers stand under Documents, Mara.')
  await answerAndSolve('bex', 'Horses fly with us on Mondays.')
  const paulo = await desk.ticketOf('paulo')
  expect(await similar(paulo)).toMatchObject([
    { kind: 'ticket', brandId: sister.id, text: 'All papers stand under Documents, Paulo.' },
  ])
  expect(await similar(paulo, true)).toEqual([])
  await desk.call('answer.save', {
    brandId: sister.id,
    page: { title: 'Customs papers', question: '', answer: 'They stand under Documents.', shared: true },
  })
  const kinds = async (onlyBrand: boolean) => (await similar(paulo, onlyBrand)).map(({ kind }) => kind)
  // The page says what the ticket did, and stands for it.
  expect(await kinds(false)).toEqual(['page'])
  expect(await kinds(true)).toEqual([])
})

test('macros and pages are offered beside answers, where they have a word of the question', async () => {
  desk = await flow({ handles: ['northair'], lines: [asks('one', 'mara', 20, seatQuestion)] })
  const { brand } = await desk.handle('northair')
  const ticketId = await desk.ticketOf('mara')
  await desk.call('macro.save', {
    brandId: brand.id,
    macro: {
      name: 'Change a seat',
      shortcut: null,
      lang: null,
      text: 'Hello {{customer.first_name|there}}, seats are changed in the app.',
      actions: { status: null, tags: [], snooze: null },
    },
  })
  await desk.call('answer.save', {
    brandId: brand.id,
    page: { title: 'Baggage', question: 'How much may I take along?', answer: 'One bag.', shared: false },
  })
  expect(await similar(ticketId)).toMatchObject([
    { kind: 'macro', name: 'Change a seat', text: 'Hello Mara, seats are changed in the app.' },
  ])
})

test('another language than the customer’s comes where there is nothing in theirs, and is marked', async () => {
  desk = await flow({
    handles: ['northair'],
    lines: [
      asks('one', 'mara', 30, seatQuestion),
      asks('two', 'bex', 20, '@northair 座席は変更できますか、window seat です'),
      asks('three', 'paulo', 10, '@northair オンラインで window seat に変更できますか'),
    ],
  })
  const paulo = await desk.ticketOf('paulo')
  await answerAndSolve('mara', 'Seats can be changed under My Trips until two hours before departure.')
  expect(await similar(paulo)).toMatchObject([{ text: expect.stringContaining('My Trips'), foreign: 'en' }])
  const japanese = '「マイトリップ」で、出発の二時間前まで変更できます。'
  await answerAndSolve('bex', japanese)
  expect(await similar(paulo)).toMatchObject([{ text: japanese, foreign: null }])
})

test('an answer becomes a page: kept, changed, removed and undone; its customer stays out of it', async () => {
  desk = await flow({ handles: ['northair'], lines: [asks('one', 'mara', 20, seatQuestion)] })
  const ticketId = await desk.ticketOf('mara')
  await expect(desk.call('answer.draft', { ticketId, at: null })).rejects.toMatchObject({
    code: 'answer.none',
  })
  await answerAndSolve('mara', seatAnswer)
  const draft = await desk.call('answer.draft', { ticketId, at: null })
  expect(draft).toMatchObject({
    answer: 'Yes: seats can be changed under My Trips until two hours before departure.',
    macro:
      'Hi {{customer.first_name|there}}, yes: seats can be changed under My Trips until two hours before departure.',
    isOfNobody: true,
  })
  const { brandId } = draft
  const page = { title: 'Changing a seat', question: '', answer: draft.answer, shared: false }
  const kept = await desk.call('answer.save', { brandId, page })
  await desk.call('answer.save', { id: kept.id, brandId, page: { ...page, title: 'Seats' } })
  await desk.call('answer.remove', { pageId: kept.id })
  const titles = async (): Promise<string[]> =>
    (await desk.call('answer.pages', { brandId })).map(({ title }) => title)
  expect(await titles()).toEqual([])
  await desk.call('undo.last', {})
  expect(await titles()).toEqual(['Seats'])
  await desk.call('undo.last', {})
  expect(await titles()).toEqual(['Changing a seat'])
  await desk.call('undo.last', {})
  expect(await titles()).toEqual([])
})

test('an export holds no personal data: such a page is left out and told; nothing is HTML but what is ours', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [] })
  const { brand } = await desk.handle('northair')
  const brandId = brand.id
  const words = { language: 'en' as const, search: 'Search', none: 'Nothing' }
  const save = (title: string, answer: string) =>
    desk.call('answer.save', { brandId, page: { title, question: '', answer, shared: false } })
  const markdown = () => desk.call('answer.export', { brandId, format: 'markdown', words })
  await expect(markdown()).rejects.toMatchObject({ code: 'answer.no-pages', data: { leftOut: 0 } })
  const bad = await save('Refunds', 'Mara got hers: write to mara.holt@example.org, or ask @maraholt.')
  expect(bad.findings.map(({ what, part }) => [part, what])).toEqual([
    ['answer', 'email'],
    ['answer', 'handle'],
  ])
  await expect(markdown()).rejects.toMatchObject({ code: 'answer.no-pages', data: { leftOut: 1 } })
  await save('Bags', 'One bag.\n\n- <b>small</b>\n- under 8 kg')
  expect(await markdown()).toMatchObject({
    name: 'north-air.answers.md',
    content: '# North Air\n\n## Bags\n\nOne bag.\n\n- &lt;b>small&lt;/b>\n- under 8 kg\n',
    leftOut: [{ title: 'Refunds' }],
  })
  const { name, content } = await desk.call('answer.export', { brandId, format: 'html', words })
  expect(name).toBe('north-air.answers.html')
  expect(content).toContain('<li>&lt;b&gt;small&lt;/b&gt;</li>')
  expect(content).not.toContain('mara.holt')
  expect(content).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/u)
})
