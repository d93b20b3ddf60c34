/** @file The brands dialog in the real window: how each brand stands, what a sign-in lacks, all of it by keyboard, nothing clipped. */
import { connectHandle } from './connecting.ts'
import { skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

const air = { user: 'northwindair', client: 'Northwind Group', brand: 'Northwind Air' }

test('brands stand in one line each and open by key, whole at every size and in both themes', async ({
  launchSwitchboard,
}, info) => {
  const { window, app } = await launchSwitchboard()
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await window.keyboard.press('ControlOrMeta+,')
  const dialog = window.getByRole('dialog', { name: 'Brands and handles' })
  const brand = dialog.getByRole('region', { name: 'Northwind Air' })
  await expect(brand).toContainText(/Complete to \d\d:\d\d/)
  await expect(brand.getByRole('group', { name: '@northwindair' })).toBeHidden()
  await inAllLooks({ app, window, info }, 'brands')
  const line = brand.locator('summary')
  for (let presses = 0; presses < 4; presses++) {
    if (await line.evaluate((element) => element === document.activeElement)) break
    await window.keyboard.press('Tab')
  }
  await expect(line).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(brand.getByRole('group', { name: '@northwindair' })).toContainText('Open conversations')
  await inAllLooks({ app, window, info }, 'brands-open', () => expectNothingClipped(dialog))
  await window.keyboard.press('Tab')
  await expect(brand.getByRole('button', { name: 'Check now: Mentions of @northwindair' })).toBeFocused()
  await window.keyboard.press('Enter')
  await brand.getByRole('button', { name: 'Listening of Northwind Air' }).press('Enter')
  await expect(window.getByRole('dialog', { name: 'Listening of Northwind Air' })).toBeVisible()
})

test('a list that an older sign-in may not read says so, and leads to a new sign-in', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const list = await world.control.list({ name: 'Press', members: ['maraholt'] })
  const { window, app, close } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  for (const family of world.x.world.data.families)
    family.scopes = family.scopes.filter((scope) => scope !== 'list.read')
  await window.keyboard.press('ControlOrMeta+,')
  const brands = window.getByRole('dialog', { name: 'Brands and handles' })
  await brands.getByRole('button', { name: 'Listening of Northwind Air' }).click()
  const dialog = window.getByRole('dialog', { name: 'Listening of Northwind Air' })
  await dialog.getByRole('radio', { name: 'A list on X' }).check()
  await dialog.getByRole('textbox', { name: 'Name of the column' }).fill('Press')
  const address = dialog.getByRole('textbox', { name: 'Address of the list, or its number' })
  await address.fill('the press list')
  await expect(dialog).toContainText('That is no address of a list')
  await expect(dialog.getByRole('button', { name: 'Add', exact: true })).toBeDisabled()
  await address.fill(`https://x.com/i/lists/${list.id}`)
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('@northwindair was connected before that')
  await inAllLooks({ app, window, info }, 'list-needs-sign-in', () => expectNothingClipped(dialog))
  await window.keyboard.press('Escape')
  await window.keyboard.press('ControlOrMeta+,')
  await expect(brands.getByRole('region', { name: 'Northwind Air' })).toContainText('1 source fails')
  await inAllLooks({ app, window, info }, 'brands-failing', () => expectNothingClipped(brands))
  await brands.getByRole('button', { name: 'Reconnect @northwindair' }).click()
  await expect(window.getByRole('dialog', { name: 'Reconnect @northwindair' })).toBeVisible()
  await close()
  await world.x.close()
})
