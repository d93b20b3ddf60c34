/** @file The guard rails in the real window: what the send key meets, and the ways on. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { connectHandle, holdBriefly } from './connecting.ts'
import { row, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

const air = { user: 'northwindair', client: 'Northwind Group', brand: 'Northwind Air' }
const lumen = { user: 'lumenhelp', client: 'Lumen Broadband', brand: 'Lumen Broadband' }

const otherPhoto = join(import.meta.dirname, 'photo.png')

const composerOf = (window: Page) => window.getByRole('textbox', { name: /^Public reply as @/ })
const guardsOf = (window: Page) => window.getByRole('region', { name: 'Guard rails' })

async function write(window: Page, words: string): Promise<void> {
  // While handles are read for the first time, rows still move under the pointer.
  await expect(async () => {
    await row(window, 'Mara Holt').first().click()
    const pane = window.getByRole('complementary', { name: 'Ticket' })
    await expect(pane).toContainText('@maraholt', { timeout: 2_000 })
  }).toPass()
  await window.keyboard.press('r')
  await expect(composerOf(window)).toBeFocused()
  await window.keyboard.insertText(words)
}

test('a phone number is caught in a public reply and goes out as a direct message instead', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const running = await launchSwitchboard({ env: world.env })
  const { window } = running
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  await holdBriefly(window)
  const words = 'Mara, the courier is on +44 20 7946 0958.'
  await write(window, words)
  const guards = guardsOf(window)
  await expect(guards).toContainText('+44 20 7946 0958')
  await window.keyboard.press('Control+Enter')
  const reason = guards.getByRole('textbox', { name: /^Why may this go out/ })
  await expect(reason).toBeFocused()
  // The send key, pressed once more, is no reason.
  await window.keyboard.insertText('Her own office line')
  await window.keyboard.press('Control+Enter')
  await expect(reason).toBeFocused()
  await inAllLooks({ ...running, info }, 'guard-private')
  await window.keyboard.press('Escape')
  await expect(composerOf(window)).toBeFocused()
  await window.keyboard.press('Control+Shift+B')
  const dm = window.getByRole('textbox', { name: /^Direct message as @/ })
  await expect(dm).toBeFocused()
  await expect(dm).toHaveValue(words)
  await expect(guards).toBeHidden()
  await window.keyboard.press('Control+Enter')
  await expect
    .poll(async () => (await world.control.sent()).dms.map(({ text }) => text), { timeout: 30_000 })
    .toContain(words)
  expect((await world.control.sent()).posts).toEqual([])
  await expect(window.getByRole('alert')).toHaveCount(0)
  await world.x.close()
})

test('the name of another brand stops a reply for good; a typed reason lets a number go out', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const running = await launchSwitchboard({ env: world.env })
  const { window } = running
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  await connectHandle(window, world, lumen)
  await holdBriefly(window)
  await write(window, 'Mara, Lumen Broadband looks into it.')
  const guards = guardsOf(window)
  await expect(guards).toContainText('another brand')
  await window.keyboard.press('Control+Enter')
  await expect(guards).toContainText('What is stopped cannot go out from here')
  await expect(guards.getByRole('textbox')).toHaveCount(0)
  await inAllLooks({ ...running, info }, 'guard-brand')
  await composerOf(window).fill('Mara, we look into it: +44 20 7946 0958.')
  await window.keyboard.press('Control+Enter')
  await guards.getByRole('textbox').fill('The public line of the lost property office')
  await window.keyboard.press('Enter')
  await expect.poll(async () => (await world.control.sent()).posts.length, { timeout: 30_000 }).toBe(1)
  await expect(window.getByRole('complementary', { name: 'Ticket' })).toContainText('guard rail')
  await window.keyboard.press('g')
  await window.keyboard.press('s')
  const settings = window.getByRole('dialog')
  await settings.getByRole('button', { name: /Northwind Air/ }).click()
  await settings.getByRole('tab', { name: 'Guard rails' }).click()
  await expect(settings).toContainText('Overridden once')
  await inAllLooks({ ...running, info }, 'guard-settings')
  for (const section of ['Words', 'Private data', 'Four eyes']) {
    await settings.getByRole('tab', { name: section, exact: true }).click()
    await inAllLooks({ ...running, info }, `guard-settings-${section.toLowerCase().replace(' ', '-')}`)
  }
  await world.x.close()
})

test('a customer’s picture, smaller and saved anew, is known before it goes out under the brand’s name', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const running = await launchSwitchboard({ env: world.env })
  const { window } = running
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  await holdBriefly(window)
  await row(window, 'Mara Holt').first().click()
  const pane = window.getByRole('complementary', { name: 'Ticket' })
  const shown = pane.getByRole('img', { name: /^A grey hard case/ })
  await expect
    .poll(() => shown.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBe(480)
  const saved = await shown.evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement)) return ''
    const canvas = new OffscreenCanvas(211, 141)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.4 })
    return [...new Uint8Array(await jpeg.arrayBuffer())].map((byte) => String.fromCharCode(byte)).join('')
  })
  await window.keyboard.press('r')
  await window.keyboard.insertText('Is it this one?')
  const buffer = Buffer.from(saved, 'latin1')
  await window.locator('input[type=file]').setInputFiles({ name: 'case.jpg', mimeType: 'image/jpeg', buffer })
  const guards = guardsOf(window)
  await expect(guards).toContainText('posted this picture (case.jpg)')
  await expect(guards.getByRole('img', { name: 'The picture that would go out' })).toBeVisible()
  await window.keyboard.press('Control+Enter')
  await expect(guards.getByRole('textbox', { name: /^Why may this go out/ })).toBeFocused()
  await inAllLooks({ ...running, info }, 'guard-picture')
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+Shift+B')
  await expect(guards).toBeHidden()
  await expect(window.getByRole('list', { name: 'Attached files' })).toHaveCount(0)
  // Another picture is another one.
  await window.locator('input[type=file]').setInputFiles(otherPhoto)
  await expect(window.getByRole('list', { name: 'Attached files' })).toBeVisible()
  await window.keyboard.press('Control+Enter')
  await expect.poll(async () => (await world.control.sent()).posts.length, { timeout: 30_000 }).toBe(1)
  await world.x.close()
})
