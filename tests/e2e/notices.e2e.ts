/** @file An outage in the real window, from the spike to the notice of two brands to the all-clear; and what is planned, by day. */
import type { Locator, Page } from '@playwright/test'
import { must } from '../../src/shared/must.ts'
import { violations } from './axe.ts'
import { connectHandle, holdBriefly } from './connecting.ts'
import { choose, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { pressStop } from './press-stop.ts'
import { startWorld } from './world.ts'

const customers = 12
const other = {
  type: 'handle',
  username: 'lumenpower',
  name: 'Lumen Power',
  client: 'Lumen',
  brand: 'Lumen',
  app: 'Practice Desk',
}
const complaints = Array.from({ length: customers }, (_, n) => [
  { type: 'user', username: `stranded${n}`, name: `Guest Number${n}` },
  {
    type: 'post',
    by: `stranded${n}`,
    after: '1s',
    text: `@northwindair the check-in page is broken, I cannot check in. Row ${n}`,
  },
]).flat()

const air = {
  first:
    'Online check-in fails for everybody just now. The desks at the airport are open, nobody loses a seat.',
  update: 'We have found the faulty server. Half of you can check in online again.',
  clear: 'Online check-in works again for everybody. Sorry for the queues, and thank you.',
}
const power = {
  first: 'Bills and meter readings are missing from our app at the moment. Your supply is not affected.',
  update: 'Meter readings are back in the app, bills will follow this afternoon.',
  clear: 'Everything is back where it belongs in our app. Nothing was lost.',
}

const card = (dialog: Locator, name: string): Locator => dialog.getByRole('region', { name })

async function write(dialog: Locator, airText: string, powerText: string): Promise<void> {
  await card(dialog, 'Northwind Air, @northwindair').getByRole('textbox').fill(airText)
  await card(dialog, 'Lumen, @lumenpower').getByRole('textbox').fill(powerText)
}

const item = (window: Page, brand: string): Locator =>
  window.getByRole('listitem', { name: new RegExp(`^${brand}: `) })

test('an outage of two brands: the spike, the notice of each, an answer, an update, the all-clear', async ({
  launchSwitchboard,
}, info) => {
  test.setTimeout(600_000)
  const world = await startWorld([other, ...complaints], { clock: 'of-this-computer' })
  const { app, window } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, {
    user: 'northwindair',
    client: 'Northwind Group',
    brand: 'Northwind Air',
  })
  await connectHandle(window, world, { user: 'lumenpower', client: 'Lumen', brand: 'Lumen' })
  await holdBriefly(window)

  await window.keyboard.press('g')
  await window.keyboard.press('v')
  const alerts = window.getByRole('dialog', { name: 'What somebody has to know' })
  await expect(alerts).toContainText('“check-in page”', { timeout: 120_000 })
  await alerts.getByRole('button', { name: 'Open an incident' }).click()
  const opening = window.getByRole('dialog', { name: 'Open an incident of Northwind Air' })
  await opening.getByRole('textbox', { name: 'What is wrong' }).fill('Check-in is broken')
  await opening.getByRole('button', { name: 'Open', exact: true }).click()
  const incidents = window.getByRole('dialog', { name: 'Incidents' })
  await expect(incidents).toContainText('Nobody has posted a notice yet.')
  await incidents.getByRole('button', { name: 'Write a notice' }).click()

  const notices = window.getByRole('dialog', { name: 'Notices' })
  const own = card(notices, 'Northwind Air, @northwindair').getByRole('textbox')
  await expect(own).toHaveValue(/^Check-in is broken: we know about it/)
  await expect(notices.getByRole('combobox', { name: 'Incident of Northwind Air' })).toContainText(
    'Of “Check-in is broken”',
  )
  await notices.getByRole('checkbox', { name: 'Lumen' }).check()
  // What an agent wrote stays; the other brand has its own.
  await own.fill(air.first)
  await expect(card(notices, 'Lumen, @lumenpower').getByRole('textbox')).toHaveValue(/we know about it/)
  await write(notices, air.first, power.first)
  await inAllLooks({ app, window, info }, 'write', () => expectNothingClipped(notices))
  expect(await violations(window), 'a notice that is written').toEqual([])
  await notices.getByRole('button', { name: 'Post 2 notices: @northwindair, @lumenpower' }).click()

  for (const brand of ['Northwind Air', 'Lumen'])
    await expect(item(window, brand).getByText('Out', { exact: true })).toBeVisible({ timeout: 60_000 })
  const sent = async () => (await world.control.sent()).posts
  expect((await sent()).map(({ by, text }) => [by, text]).toSorted()).toEqual([
    ['lumenpower', power.first],
    ['northwindair', air.first],
  ])
  const first = must(
    (await sent()).find(({ by }) => by === 'northwindair'),
    'the first post',
  )
  await world.control.post({ by: 'stranded3', text: '@northwindair and my seat?', replyTo: first.id })
  await item(window, 'Northwind Air').getByRole('button', { name: 'Incident “Check-in is broken”' }).click()
  await expect(incidents).not.toContainText('Nobody has posted a notice yet.')
  await expect(incidents.getByRole('textbox', { name: /^What we know/ })).toHaveValue(air.first)
  await expect(incidents).toContainText('13 tickets', { timeout: 120_000 })
  await window.keyboard.press('Escape')

  await window.keyboard.press('Shift+N')
  await item(window, 'Northwind Air').getByRole('button', { name: 'Update' }).click()
  await write(notices, air.update, power.update)
  await inAllLooks({ app, window, info }, 'update', () => expectNothingClipped(notices))
  await notices.getByRole('button', { name: /^Post 2 notices/ }).click()
  await expect(item(window, 'Lumen')).toContainText(power.update)
  await expect.poll(async () => (await sent()).length, { timeout: 60_000 }).toBe(4)
  await item(window, 'Northwind Air').getByRole('button', { name: 'All clear' }).click()
  await write(notices, air.clear, power.clear)
  await notices.getByRole('button', { name: /^Post 2 notices/ }).click()
  for (const brand of ['Northwind Air', 'Lumen'])
    await expect(item(window, brand).getByText('Over', { exact: true })).toBeVisible({ timeout: 60_000 })
  await inAllLooks({ app, window, info }, 'over', () => expectNothingClipped(notices))
  const posts = await sent()
  for (const [by, texts] of [
    ['northwindair', [air.first, air.update, air.clear]],
    ['lumenpower', [power.first, power.update, power.clear]],
  ] as const) {
    const chain = posts.filter((post) => post.by === by)
    expect(chain.map(({ text }) => text)).toEqual(texts)
    expect(chain.map(({ replyTo }) => replyTo)).toEqual([null, chain[0]?.id, chain[1]?.id])
  }
  await world.x.close()
})

test('what is planned stands in the calendar, which is walked by keys; Stop holds it', async ({
  launchSwitchboard,
}, info) => {
  const { app, window } = await launchSwitchboard()
  await skipWhoIsHere(window)
  await choose(window, 'write a notice', 'Write a notice')
  const notices = window.getByRole('dialog', { name: 'Notices' })
  await notices.getByRole('combobox', { name: 'What it is' }).selectOption('Planned work')
  await notices.getByRole('textbox', { name: 'What is planned' }).fill('Maintenance of the booking page')
  await notices.getByRole('textbox', { name: 'When it begins' }).fill('in 3 days')
  await notices.getByRole('checkbox', { name: 'Northwind Air' }).check()
  const text = notices.getByRole('region', { name: /^Northwind Air, @/ }).getByRole('textbox')
  await expect(text).toHaveValue(/^Planned work: Maintenance of the booking page\. It begins \w+/)
  await notices.getByRole('textbox', { name: 'When they leave' }).fill('in 2 days')
  await expect(notices.getByRole('region', { name: /^Northwind Air, @/ })).toContainText(/Leaves .*\(/)
  await inAllLooks({ app, window, info }, 'planned', () => expectNothingClipped(notices))
  await notices.getByRole('button', { name: /^Schedule as @northwindair/ }).click()
  await expect(item(window, 'Northwind Air').getByText('To leave', { exact: true })).toBeVisible()

  await notices.getByRole('button', { name: 'Calendar' }).click()
  const grid = notices.getByRole('grid', { name: 'Notices by day' })
  const today = grid.getByRole('gridcell', { selected: true })
  await today.focus()
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('ArrowRight')
  await expect(grid.getByRole('gridcell', { selected: true })).toBeFocused()
  await expect(grid.getByRole('gridcell', { selected: true })).toContainText(': 1 notice')
  await expect(notices).toContainText('Maintenance of the booking page')
  await inAllLooks({ app, window, info }, 'month', () => expectNothingClipped(notices))
  await notices.getByRole('button', { name: 'Week' }).click()
  await inAllLooks({ app, window, info }, 'week', () => expectNothingClipped(notices))
  expect(await violations(window), 'the calendar').toEqual([])

  await pressStop(app)
  await notices.getByRole('button', { name: 'List' }).click()
  await expect(item(window, 'Northwind Air').getByText('Waits for you', { exact: true })).toBeVisible()
  await inAllLooks({ app, window, info }, 'stopped', () => expectNothingClipped(notices))
  expect(await violations(window), 'the list').toEqual([])
  await window.keyboard.press('Escape')

  await choose(window, 'notice texts', 'Notice texts')
  const settings = window.getByRole('dialog')
  await settings.getByRole('button', { name: /Northwind Air/ }).click()
  await settings.getByRole('combobox', { name: 'Language of the brand' }).selectOption('German')
  await expect(settings.getByRole('textbox', { name: 'Outage' })).toHaveValue(/wir arbeiten daran/)
  await settings.getByRole('textbox', { name: 'Outage' }).fill('Oje: {{notice.titel}}')
  await expect(settings.getByText('notice.titel', { exact: false }).last()).toBeVisible()
  await expect(settings.getByRole('button', { name: 'Save' })).toBeDisabled()
  await settings.getByRole('textbox', { name: 'Outage' }).fill('Oje: {{notice.title}}')
  await inAllLooks({ app, window, info }, 'texts', () => expectNothingClipped(settings))
  expect(await violations(window), 'the texts').toEqual([])
  await settings.getByRole('button', { name: 'Save' }).click()
  await window.keyboard.press('Escape')
  await choose(window, 'write a notice', 'Write a notice')
  await notices.getByRole('textbox', { name: 'What is wrong' }).fill('Check-in')
  await notices.getByRole('checkbox', { name: 'Northwind Air' }).check()
  await expect(text).toHaveValue('Oje: Check-in')
})
