/** @file One ticket from its first word to its last, and five hundred at once, in the real window, by keys. */
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { callCore } from './bridge.ts'
import { connectHandle, holdBriefly } from './connecting.ts'
import { row, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

const air = { user: 'northwindair', client: 'Northwind Group', brand: 'Northwind Air' }

const Brands = z.array(z.looseObject({ id: z.string(), name: z.string(), needsReply: z.number() }))
const brandOf = async (window: Page) => {
  const brand = Brands.parse(await callCore(window, 'brand.list')).find(({ name }) => name === air.brand)
  if (!brand) throw new Error('the brand is not there')
  return brand
}

test('answered, put off, back again, solved, followed up, asked how it went, and reopened by the answer', async ({
  launchSwitchboard,
}, info) => {
  test.setTimeout(480_000)
  const world = await startWorld([{ type: 'user', username: 'edda', name: 'Edda Rask' }], {
    clock: 'of-this-computer',
  })
  await world.control.dm({ from: 'edda', to: 'northwindair', text: 'My case is in Oslo and I am not.' })
  const { app, window } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  await holdBriefly(window)
  const { id } = await brandOf(window)
  await callCore(window, 'brand.set', { brandId: id, name: 'csat', value: { on: true } })
  const pane = window.getByRole('complementary', { name: 'Ticket' })
  // Her row may lie below the fold, where it is not drawn: the number on the rail knows.
  const waiting = async (): Promise<number> => (await brandOf(window)).needsReply
  const openHers = async (): Promise<void> => {
    await row(window, 'Edda Rask', 'Direct messages').click()
    await expect(pane).toContainText('@edda')
  }
  const sentDms = async (): Promise<string[]> => (await world.control.sent()).dms.map(({ text }) => text)

  await openHers()
  const all = await waiting()
  await window.keyboard.press('d')
  await window.keyboard.type('Edda, it flies at six and is with you by ten.')
  await window.keyboard.press('Control+Enter')
  await expect.poll(sentDms).toHaveLength(1)
  await expect.poll(waiting).toBe(all - 1)

  await world.control.dm({ from: 'edda', to: 'northwindair', text: 'Ten in the evening?' })
  // Direct messages are asked for less often the longer nothing came.
  await expect.poll(waiting, { timeout: 150_000 }).toBe(all)
  await openHers()
  await window.keyboard.press('h')
  const snooze = window.getByRole('dialog', { name: 'Snooze until' })
  await snooze.getByRole('combobox').fill('in 5 seconds')
  await window.keyboard.press('Enter')
  await expect.poll(waiting).toBe(all - 1)
  await openHers()
  await expect(pane).toContainText('Snoozed until')
  await inAllLooks({ app, window, info }, 'snoozed')

  await expect.poll(waiting, { timeout: 150_000 }).toBe(all)
  await openHers()
  await expect(pane).not.toContainText('Snoozed until')
  await window.keyboard.press('d')
  await window.keyboard.type('In the evening, yes. We look again tomorrow.')
  await window.keyboard.press('Control+Shift+Enter')
  await expect.poll(sentDms).toHaveLength(2)
  await openHers()
  await expect(pane).toContainText('Solved')
  await window.keyboard.press('f')
  const followUp = window.getByRole('dialog', { name: 'Follow up' })
  // It comes back a quarter of an hour before: at the next whole minute.
  await followUp.getByRole('textbox', { name: 'Day' }).fill('in 15 minutes')
  await followUp.getByRole('textbox', { name: 'What for' }).fill('Is the case home?')
  await window.keyboard.press('Enter')
  await expect(pane).toContainText('Is the case home?')
  // What was promised comes back on its day, though it is solved, and says why.
  await expect.poll(waiting, { timeout: 150_000 }).toBe(all)
  await expect(pane).toContainText('Is the case home?')
  await inAllLooks({ app, window, info }, 'follow-up-due')
  await window.keyboard.press('d')
  await window.keyboard.type('Good morning, Edda. Is it home?')
  await window.keyboard.press('Control+Shift+Enter')
  await expect.poll(sentDms).toHaveLength(3)
  await expect.poll(waiting).toBe(all - 1)

  await openHers()
  await window.keyboard.press('Shift+C')
  await expect.poll(sentDms, { timeout: 30_000 }).toHaveLength(4)
  await world.control.dm({ from: 'edda', to: 'northwindair', text: '1' })
  await expect.poll(waiting, { timeout: 150_000 }).toBe(all)
  await openHers()
  await expect(pane).toContainText('unhappy')
  await expect(pane).toContainText('Open')
  await world.x.close()
})

test('five hundred tickets are solved at once, told how many and which not, and one z brings all of them back', async ({
  launchSwitchboard,
}, info) => {
  test.setTimeout(360_000)
  const many = 500
  const crowd = Array.from({ length: many }, (_, n) => [
    { type: 'user', username: `crowd${n}`, name: `Crowd Number${n}` },
    { type: 'post', by: `crowd${n}`, after: '1s', text: `@northwindair may I bring a cello? ${n}` },
  ]).flat()
  const world = await startWorld(crowd)
  const { app, window } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  const waiting = async (): Promise<number> => (await brandOf(window)).needsReply
  // All of the crowd, and those who waited before: nobody comes while the column is chosen.
  const before = many + 7
  await expect.poll(waiting, { timeout: 90_000 }).toBe(before)

  await window.keyboard.press('1')
  await window.keyboard.press('*')
  await window.keyboard.press('a')
  await expect(window.getByText(`${before} chosen`)).toBeVisible({ timeout: 30_000 })
  await window.keyboard.press('e')
  const ask = window.getByRole('dialog', { name: /\?$/ })
  await expect(ask).toContainText(`${before} tickets are chosen`)
  await inAllLooks({ app, window, info }, 'bulk', () => expectNothingClipped(ask))
  await window.keyboard.press('Enter')
  await expect.poll(waiting, { timeout: 30_000 }).toBe(0)
  await window.keyboard.press('z')
  await expect.poll(waiting, { timeout: 30_000 }).toBe(before)
  await expect(window.getByText('Restored, as it was before')).toBeVisible()
  await world.x.close()
})
