/**
 * @file Pictures in the real Electron: a customer's photo is seen, full size too, and one goes out with an answer.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectHandle, holdBriefly } from './connecting.ts'
import { row, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

const photo = join(import.meta.dirname, 'photo.png')

test('a photo is seen in the thread and in full size; another leaves with the answer', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const { window, app } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, {
    user: 'northwindair',
    client: 'Northwind Group',
    brand: 'Northwind Air',
  })
  await holdBriefly(window)
  await row(window, 'Mara Holt').first().click()
  const pane = window.getByRole('complementary', { name: 'Ticket' })
  const shown = pane.getByRole('img', { name: /^A grey hard case/ })
  await expect(shown).toBeVisible()
  await expect
    .poll(() => shown.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBe(480)
  await pane.getByRole('button', { name: /^Full size: A grey hard case/ }).press('Enter')
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByRole('img', { name: /^A grey hard case/ })).toBeVisible()
  await inAllLooks({ app, window, info }, 'media')
  await window.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  await window.keyboard.type('The way to the desk.')
  await window.locator('input[type=file]').setInputFiles(photo)
  const files = window.getByRole('list', { name: 'Attached files' })
  await expect(files.getByText('photo.png')).toBeVisible()
  await files.getByRole('textbox', { name: 'Alternative text of photo.png' }).fill('A map of the hall')
  await inAllLooks({ app, window, info }, 'attached')
  await window.getByRole('textbox', { name: /^Public reply as @/ }).press('Control+Enter')
  await expect.poll(async () => (await world.control.sent()).posts.length, { timeout: 20_000 }).toBe(1)
  const sent = world.x.world.posts.get((await world.control.sent()).posts[0]?.id ?? '')
  const [mediaId = ''] = sent?.mediaIds ?? []
  expect(Buffer.concat(world.x.world.mediaBytes.get(mediaId) ?? []).equals(readFileSync(photo))).toBe(true)
  expect(world.x.world.data.media.find((one) => one.id === mediaId)?.alt).toBe('A map of the hall')

  // A picture needs no words.
  await row(window, 'Priya N').first().click()
  await window.keyboard.press('r')
  const composer = window.getByRole('textbox', { name: /^Public reply as @/ })
  await expect(composer).toBeFocused()
  const send = window.getByRole('button', { name: 'Post publicly as @northwindair' })
  await expect(send).toBeDisabled()
  await window.locator('input[type=file]').setInputFiles(photo)
  await expect(send).toBeEnabled()
  await composer.press('Control+Enter')
  await expect.poll(async () => (await world.control.sent()).posts.length, { timeout: 20_000 }).toBe(2)
  expect(
    [...world.x.world.posts.values()].filter((post) => post.viaApp && post.mediaIds.length === 1),
  ).toHaveLength(2)
  await world.x.close()
})
