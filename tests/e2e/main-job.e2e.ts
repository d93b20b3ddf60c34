/**
 * @file The main job in the real Electron: a customer's complaint is answered by keys alone, what was sent is where it
 * belongs, and undo says its reach.
 */
import type { Page } from '@playwright/test'
import { expect, test } from './launch.ts'
import { row, sitDown, skipWhoIsHere, waitForTickets } from './console.ts'
import { practiceWorld } from './practice-file.ts'
import { startWorld } from './world.ts'
import { connectHandle, holdBriefly } from './connecting.ts'

const answer = 'So sorry, Mara. Your bag is in Boston; I book the courier now and write again by noon. ^JD'

/** Answers the open ticket in public with the keyboard. */
async function answerByKeys(window: Page, text: string, keys: string): Promise<void> {
  await window.keyboard.press('r')
  const composer = window.getByRole('textbox', { name: /^Public reply as @/ })
  await expect(composer).toBeFocused()
  await expect(composer).toHaveValue('')
  await window.keyboard.type(text)
  await window.keyboard.press(keys)
}

test('first run: practice fills, a complaint is answered and solved by keys, and X has it once', async ({
  launchSwitchboard,
}) => {
  const { window, profile, close } = await launchSwitchboard()
  await expect(window.getByRole('region', { name: 'Practice workspace' })).toBeVisible()
  await sitDown(window, 'Jo Doe', 'JD')
  await waitForTickets(window, 19)

  // Mara's bag is due first, as soon as it has been read. The mouse stays where it is from here on.
  await expect(
    window.getByRole('listbox', { name: 'Needs a reply' }).getByRole('option').first(),
  ).toContainText('Mara Holt')
  await window.keyboard.press('1')
  await window.keyboard.press('Enter')
  const pane = window.getByRole('complementary', { name: 'Ticket' })
  await expect(pane).toContainText('Mara Holt')
  await answerByKeys(window, answer, 'Control+Shift+Enter')
  await waitForTickets(window, 18)
  await expect(window.getByRole('status').filter({ hasText: /Mara Holt: leaves in \d+ s/ })).toBeVisible()
  // Send and solve went on to the next row, and not into its composer.
  await expect(pane).not.toContainText('Mara Holt')
  await expect(window.getByRole('textbox', { name: /reply as/ })).not.toBeFocused()
  await row(window, 'Mara Holt', 'Mentions').first().click()
  const sentPost = pane.getByRole('article', { name: 'Post by Northwind Air' }).filter({ hasText: answer })
  await expect(sentPost).toBeVisible({ timeout: 20_000 })
  // A good answer brings thanks within seconds.
  await expect(pane.getByRole('article', { name: 'Post by Mara Holt' }).last()).toContainText(/thank/i, {
    timeout: 30_000,
  })
  await close()

  const { posts, userIdOf } = await practiceWorld(profile)
  const sent = posts.filter((post) => post.text.includes(answer))
  expect(sent).toHaveLength(1)
  expect(sent[0]?.authorId).toBe(userIdOf('northwindair'))
  const target = posts.find((post) => post.id === sent[0]?.replyTo)
  expect(target?.authorId).toBe(userIdOf('maraholt'))
  expect(target?.typed).toContain(userIdOf('northwindair'))
})

test('undo: within the hold nothing went out, afterwards the reply stays public', async ({
  launchSwitchboard,
}) => {
  const world = await startWorld()
  const { window } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, {
    user: 'northwindair',
    client: 'Northwind Group',
    brand: 'Northwind Air',
  })
  await row(window, 'Mara Holt').first().click()
  const status = window.getByRole('status')

  await answerByKeys(window, answer, 'Control+Enter')
  const pane = window.getByRole('complementary', { name: 'Ticket' })
  await expect(pane).toContainText(/Leaves in \d+ s/)
  await window.keyboard.press('Escape')
  await window.keyboard.press('z')
  await expect(status.filter({ hasText: 'Back in your draft, nothing went out' })).toBeVisible()
  await expect(window.getByRole('textbox', { name: /^Public reply as @/ })).toHaveValue(answer)
  expect((await world.control.sent()).posts).toEqual([])

  await holdBriefly(window)
  await window.getByRole('textbox', { name: /^Public reply as @/ }).press('Control+Shift+Enter')
  await expect.poll(async () => (await world.control.sent()).posts.length, { timeout: 20_000 }).toBe(1)
  // Send and solve went on to the next row; her ticket is among the mentions.
  await row(window, 'Mara Holt', 'Mentions').first().click()
  await expect(pane.getByText('Solved', { exact: true })).toBeVisible()
  await window.keyboard.press('z')
  await expect(status.filter({ hasText: 'Ticket reopened. Your reply stays public.' })).toBeVisible()
  await expect(pane.getByText('Open', { exact: true })).toBeVisible()
  expect((await world.control.sent()).posts).toHaveLength(1)
  await world.x.close()
})

test('no key alone publishes, and plain Enter is a line break', async ({ launchSwitchboard }) => {
  const world = await startWorld()
  const { window } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, {
    user: 'northwindair',
    client: 'Northwind Group',
    brand: 'Northwind Air',
  })
  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  const composer = window.getByRole('textbox', { name: /^Public reply as @/ })
  await window.keyboard.type('First line')
  await window.keyboard.press('Enter')
  await window.keyboard.type('second line')
  await expect(composer).toHaveValue('First line\nsecond line')
  await window.keyboard.press('Escape')
  for (const key of 'abcdefghijklnopqstuvwxyz0123456789'.replace(/[dmrz]/g, ''))
    await window.keyboard.press(key)
  const outbox = window.getByRole('listbox', { name: 'Outbox' })
  await expect(outbox.getByRole('option')).toHaveCount(0)
  expect((await world.control.sent()).posts).toEqual([])
  await world.x.close()
})
