/** @file The past of a handle in the real Electron: its price after the sign-in, its progress, its place among the brands. */
import { connectHandle, startConnecting } from './connecting.ts'
import { skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'
import { consent, startWorld } from './world.ts'

const air = { user: 'northwindair', client: 'Northwind Group', brand: 'Northwind Air' }

test('after a sign-in the past has a price, is read by one key, and stands with its brand', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const { window, app, close } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  const address = await startConnecting(window, world, air)
  await consent(address, { user: air.user, decision: 'approve' })
  const dialog = window.getByRole('dialog', { name: 'Connect a handle' })
  await expect(dialog).toContainText('@northwindair is connected')
  await expect(dialog).toContainText('The last 24 hours are here')
  const week = dialog.getByRole('radio', { name: /^7 days: .*\$\d+\.\d\d$/ })
  await expect(week).toBeChecked()
  await expect(week).toBeFocused()
  await inAllLooks({ app, window, info }, 'past')
  await window.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: /^30 days/ })).toBeChecked()
  await window.keyboard.press('ArrowUp')
  await window.keyboard.press('Enter')
  await expect(dialog).toContainText(/^.*Past: .*/)
  await expect(dialog.getByRole('progressbar', { name: 'Mentions read so far' })).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()

  await window.keyboard.press('ControlOrMeta+,')
  const brands = window.getByRole('dialog', { name: 'Brands and handles' })
  await expect(brands).toContainText(/Past: \d+ (read|here)/)
  await brands.getByRole('button', { name: 'Past posts of @northwindair' }).click()
  const past = window.getByRole('dialog', { name: 'Past posts of @northwindair' })
  await expect(past).toContainText(/Past: \d+/)
  await window.keyboard.press('Escape')
  await close()
  await world.x.close()
})

test('“Not now” pays for nothing, and the palette finds the past again', async ({ launchSwitchboard }) => {
  const world = await startWorld()
  const { window, close } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  await window.keyboard.press('ControlOrMeta+K')
  await window.keyboard.type('backfill north')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog', { name: 'Past posts of @northwindair' })).toContainText('$')
  const asked = (await world.control.requests({})).requests
  expect(asked.filter(({ path }) => path.includes('until_id'))).toEqual([])
  await close()
  await world.x.close()
})
