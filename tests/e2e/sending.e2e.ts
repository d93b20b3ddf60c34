/**
 * @file Sending in the real Electron: Stop from the composer and from a dialog, the list by which it is released, the
 * newest message taken back, chains, new posts, schedules, deleting, and the question before the program goes.
 */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { hearStates, stateOf } from './bridge.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'
import { choose, row, skipWhoIsHere } from './console.ts'
import { connectHandle, holdBriefly } from './connecting.ts'
import { movePracticeTime } from './practice-file.ts'
import { pressStop } from './press-stop.ts'
import { processesBelow } from './processes.ts'
import { startWorld, type TestWorld } from './world.ts'

const photo = join(import.meta.dirname, 'photo.png')
const text = 'So sorry, Mara. Your bag is in Boston; I book the courier now. ^JD'

const composerOf = (window: Page) => window.getByRole('textbox', { name: /^Public reply as @/ })
const stopBar = (window: Page) => window.getByRole('alert', { name: 'Stopped' })
const status = (window: Page) => window.getByRole('status')

/** Writes a public reply to Mara Holt and presses `keys`. */
async function reply(window: Page, words: string, keys: string): Promise<void> {
  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  await expect(composerOf(window)).toBeFocused()
  await window.keyboard.insertText(words)
  await window.keyboard.press(keys)
}

async function connected(window: Page, world: TestWorld): Promise<void> {
  await skipWhoIsHere(window)
  await connectHandle(window, world, {
    user: 'northwindair',
    client: 'Northwind Group',
    brand: 'Northwind Air',
  })
  await expect(row(window, 'Mara Holt').first()).toBeVisible({ timeout: 30_000 })
}

test('stop while writing and in a dialog freezes what is held; the list releases it', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const { window, app } = await launchSwitchboard({ env: world.env })
  await connected(window, world)
  await reply(window, text, 'Control+Enter')
  await expect(status(window).filter({ hasText: /leaves in \d+ s/ })).toBeVisible()
  await window.keyboard.press('m')
  const note = window.getByRole('textbox', { name: 'Internal note' })
  await expect(note).toBeFocused()
  await pressStop(app)
  await expect(stopBar(window)).toContainText('1 message is held.')
  await expect(note).toBeFocused()
  await expect(note).toHaveValue('')

  // The list by its keys: the message has the focus, and S sends it.
  await window.keyboard.press('Escape')
  await window.keyboard.press('g')
  await window.keyboard.press('j')
  const list = window.getByRole('dialog', { name: 'Held messages' })
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list.getByRole('listitem')).toBeFocused()
  await inAllLooks({ app, window, info }, 'held')
  expect((await world.control.sent()).posts).toEqual([])
  await window.keyboard.press('r')
  await expect(list.getByRole('textbox', { name: 'When' })).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(list.getByRole('listitem')).toBeFocused()
  await window.keyboard.press('s')
  await expect.poll(async () => (await world.control.sent()).posts.length, { timeout: 20_000 }).toBe(1)
  await list.getByRole('button', { name: 'End Stop for all brands' }).click()
  await expect(stopBar(window)).toBeHidden()
  await expect(list).toContainText('No message is held.')
  await pressStop(app)
  await expect(list).toContainText('Messages can leave again once Stop is ended.')
  await world.x.close()
})

test('stop pressed while core is gone takes hold before it sends again', async ({ launchSwitchboard }) => {
  test.skip(process.platform !== 'linux', '/proc is Linux’s')
  const world = await startWorld()
  const { window, app, pid } = await launchSwitchboard({ env: world.env })
  await connected(window, world)
  const cores = () => processesBelow(pid).filter(({ argv }) => argv.join(' ').includes('out/core/index.js'))
  const [core] = cores()
  test.skip(core === undefined, 'core is a utility process here')
  await reply(window, text, 'Control+Enter')
  await expect(status(window).filter({ hasText: /leaves in \d+ s/ })).toBeVisible()
  const told = await hearStates(window)
  process.kill(core?.pid ?? 0, 'SIGKILL')
  await told('restarting')
  await pressStop(app)
  await expect.poll(() => stateOf(window)).toBe('open')
  await expect(stopBar(window)).toContainText('1 message is held.')
  expect((await world.control.sent()).posts).toEqual([])
  await world.x.close()
})

test('Shift+Z takes the newest held message back, whatever was done since, and moves nothing', async ({
  launchSwitchboard,
}) => {
  const world = await startWorld()
  const { window } = await launchSwitchboard({ env: world.env })
  await connected(window, world)
  await reply(window, text, 'Control+Enter')
  await expect(status(window).filter({ hasText: /leaves in \d+ s/ })).toBeVisible()
  const other = window.getByRole('listbox', { name: 'Mentions' }).getByRole('option').last()
  await other.click()
  await window.keyboard.press('e')
  await expect(status(window).filter({ hasText: 'Closed without a reply' })).toBeVisible()
  await window.keyboard.press('Shift+Z')
  await expect(status(window).filter({ hasText: 'Back in your draft, nothing went out' })).toBeVisible()
  await expect(window.getByRole('listbox', { name: 'Mentions' })).toBeFocused()
  expect((await world.control.sent()).posts).toEqual([])
  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  await expect(composerOf(window)).toHaveValue(text)
  await world.x.close()
})

test('a long reply goes out as a chain, in order, each part under the one before', async ({
  launchSwitchboard,
}) => {
  const world = await startWorld()
  const { window } = await launchSwitchboard({ env: world.env })
  await connected(window, world)
  await holdBriefly(window)
  const long = Array.from(
    { length: 9 },
    (_, n) => `Step ${n + 1}: open the app, choose your trip, press help.`,
  )
  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  await expect(composerOf(window)).toBeFocused()
  await window.keyboard.insertText(long.join(' '))
  await expect(window.getByText('goes out as 2 posts, as one unit')).toBeVisible()
  await composerOf(window).press('Control+Enter')
  await expect.poll(async () => (await world.control.sent()).posts.length, { timeout: 40_000 }).toBe(2)
  const { posts } = await world.control.sent()
  const [first, second] = posts.toSorted((one, other) => one.at - other.at)
  expect(second?.replyTo).toBe(first?.id)
  expect(first?.text).toContain('Step 1:')
  expect(second?.text).toContain('Step 9:')
  await world.x.close()
})

test('a new post asks for its brand first, names the handle, and can be deleted after a question', async ({
  launchSwitchboard,
}) => {
  const world = await startWorld()
  const { window } = await launchSwitchboard({ env: world.env })
  await connected(window, world)
  await holdBriefly(window)
  await window.keyboard.press('c')
  const choice = window.getByRole('dialog', { name: 'New post: for which brand?' })
  await expect(choice.getByRole('button', { name: /^Northwind Air/ })).toBeFocused()
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: 'New post of Northwind Air' })
  await expect(dialog.getByRole('textbox', { name: 'Post as @northwindair' })).toBeFocused()
  await window.keyboard.insertText('Our lounge in Boston opens on Monday.')
  await dialog.locator('input[type=file]').setInputFiles(photo)
  await dialog.getByRole('textbox', { name: 'Alternative text of photo.png' }).fill('The new lounge')
  await dialog.getByRole('button', { name: 'Post publicly as @northwindair' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(async () => (await world.control.sent()).posts.length, { timeout: 30_000 }).toBe(1)
  const posted = world.x.world.posts.get((await world.control.sent()).posts[0]?.id ?? '')
  expect(posted?.mediaIds).toHaveLength(1)
  expect(world.x.world.data.media.find(({ id }) => id === posted?.mediaIds[0])?.alt).toBe('The new lounge')

  // Beside every ticket: in the list of own posts.
  await window.keyboard.press('g')
  await window.keyboard.press('p')
  await window.keyboard.press('Enter')
  const own = window.getByRole('dialog', { name: 'Own posts of Northwind Air' })
  await expect(own.getByRole('listitem').first()).toContainText('Our lounge in Boston')
  await expect(own.getByRole('listitem').first().getByRole('button', { name: 'Edit…' })).toBeVisible()
  await window.keyboard.press('Escape')

  await reply(window, text, 'Control+Enter')
  await expect.poll(async () => (await world.control.sent()).posts.length, { timeout: 30_000 }).toBe(2)
  const pane = window.getByRole('complementary', { name: 'Ticket' })
  await expect(pane.getByRole('article', { name: 'Post by Northwind Air' }).last()).toContainText(text)
  await choose(window, 'Delete own post on X', 'Delete own post on X')
  const question = window.getByRole('dialog', { name: 'Delete own post on X' })
  await expect(question).toContainText('People may have seen it')
  await expect(question).toContainText('$0.01')
  await question.getByRole('button', { name: 'Delete from @northwindair' }).click()
  await expect.poll(async () => (await world.control.sent()).posts.length, { timeout: 30_000 }).toBe(1)
  expect((await world.control.sent()).posts[0]?.text).toContain('lounge')
  await world.x.close()
})

test('a scheduled reply waits; when its time was slept through it asks', async ({ launchSwitchboard }) => {
  const { window, close, profile } = await launchSwitchboard()
  await skipWhoIsHere(window)
  await expect(row(window, 'Mara Holt').first()).toBeVisible({ timeout: 30_000 })
  await reply(window, text, 'Control+Shift+S')
  const dialog = window.getByRole('dialog', { name: 'Schedule this message' })
  await dialog.getByRole('textbox', { name: 'When' }).fill('in 5 minutes')
  await expect(dialog).toContainText('This computer must be awake')
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const pane = window.getByRole('complementary', { name: 'Ticket' })
  await expect(pane).toContainText('if this computer is awake')
  await close()

  await movePracticeTime(profile, 30 * 60_000)
  const again = await launchSwitchboard({ profile })
  await expect(again.window.getByRole('dialog', { name: 'What nobody saw' })).toBeVisible({ timeout: 30_000 })
  await again.window.keyboard.press('Escape')
  await expect(row(again.window, 'Mara Holt').first()).toBeVisible()
  await choose(again.window, 'Held messages', 'Held messages')
  const list = again.window.getByRole('dialog', { name: 'Held messages' })
  await expect(list.getByRole('listitem')).toContainText(text, { timeout: 30_000 })
  await list.getByRole('button', { name: /^To draft/ }).click()
  await expect(list).toContainText('No message is held.')
})

test('the program asks before it goes while a message has not left, and stays if it is told to', async ({
  launchSwitchboard,
}) => {
  const world = await startWorld()
  const { window, app } = await launchSwitchboard({ env: world.env })
  await connected(window, world)
  await reply(window, text, 'Control+Enter')
  await expect(status(window).filter({ hasText: /leaves in \d+ s/ })).toBeVisible()
  await app.evaluate(({ app: program, dialog }) => {
    const asked: string[] = []
    Reflect.set(globalThis, 'asked', asked)
    dialog.showMessageBox = async (...given: unknown[]) => {
      asked.push(JSON.stringify(given.at(-1)))
      return { response: 0, checkboxChecked: false }
    }
    program.quit()
  })
  const asked = () => app.evaluate(() => String(Reflect.get(globalThis, 'asked')))
  await expect.poll(asked).toContain('1 message has not left. Quit anyway?')
  await expect(window.getByRole('navigation', { name: 'Brands' })).toBeVisible()
  await expect.poll(async () => (await world.control.sent()).posts.length, { timeout: 20_000 }).toBe(1)
  await world.x.close()
})
