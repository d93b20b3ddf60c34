/** @file Connecting brands in the real Electron, with a real keychain, through the consent page. */
import { expect, test } from './launch.ts'
import { skipWhoIsHere } from './console.ts'
import { inAllLooks } from './looks.ts'
import { connectHandle, startConnecting } from './connecting.ts'
import { consent, startWorld } from './world.ts'

const air = { user: 'northwindair', client: 'Northwind Group', brand: 'Northwind Air' }
const kettle = { user: 'kettleandco', client: 'Kettle & Co', brand: 'Kettle & Co' }

test('two brands are connected, and still are after a restart', async ({ launchSwitchboard }) => {
  const world = await startWorld()
  const first = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(first.window)
  await connectHandle(first.window, world, air)
  await connectHandle(first.window, world, kettle)
  const brands = first.window.getByRole('navigation', { name: 'Brands' })
  await expect(brands.getByRole('button', { name: /^Northwind Air \(NA\), \d+ need/ })).toBeVisible()
  await expect(brands.getByRole('button', { name: /^Kettle & Co \(\w+\), \d+ need/ })).toBeVisible()
  await first.close()

  await world.control.requests({ clear: true })
  const { window, close } = await launchSwitchboard({ profile: first.profile, env: world.env })
  const again = window.getByRole('navigation', { name: 'Brands' })
  await expect(again.getByRole('button', { name: /^Northwind Air/ })).toBeVisible()
  await expect(again.getByRole('button', { name: /^Kettle & Co/ })).toBeVisible()
  // Still signed in: X answers both without a new consent.
  const answered = async (handle: string) =>
    (await world.control.requests({})).requests.some((one) => one.handle === handle && one.status === 200)
  await expect.poll(() => answered(air.user), { timeout: 20_000 }).toBe(true)
  await expect.poll(() => answered(kettle.user), { timeout: 20_000 }).toBe(true)
  await close()
  await world.x.close()
})

test('denied, connected twice, pasted by hand: each is told, nothing is lost', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const { window, app } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  const dialog = window.getByRole('dialog', { name: 'Connect a handle' })

  const asked = await startConnecting(window, world, air)
  const { text } = await consent(asked, { user: air.user, decision: 'deny' })
  expect(text).not.toBe('')
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expect(dialog.getByRole('alert')).toContainText(/denied|declined|said no|refused|not allowed/i)
  await inAllLooks({ app, window, info }, 'connect-denied')
  await dialog.getByRole('button', { name: 'Close' }).first().click()

  await connectHandle(window, world, air)

  const again = await startConnecting(window, world, { ...air, brand: 'Northwind again' })
  await consent(again, { user: air.user, decision: 'approve' })
  await expect(dialog.getByRole('alert')).toContainText('@northwindair')
  await dialog.getByRole('button', { name: 'Close' }).first().click()

  const pasted = await startConnecting(window, world, kettle)
  const { address } = await consent(pasted, { user: kettle.user, decision: 'approve' }, false)
  await dialog.getByRole('textbox', { name: 'Address from the browser' }).fill(address)
  await inAllLooks({ app, window, info }, 'connect-waiting')
  await dialog.getByRole('button', { name: 'Use this address' }).click()
  await expect(dialog).toContainText('@kettleandco is connected')
  await world.x.close()
})
