/**
 * @file Answering well in the real window: a brand that is read-only until it goes live, a macro found by a slash and a
 * sign-off, asking for a direct message, and a client who leaves with a file and a receipt.
 */
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { must } from '../../src/shared/must.ts'
import { callCore } from './bridge.ts'
import { connectHandle, holdBriefly } from './connecting.ts'
import { row, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

test('a brand goes live, answers by macro with its sign-off, and leaves', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const { app, window } = await launchSwitchboard({ env: world.env })
  const said = window.getByRole('status')
  await skipWhoIsHere(window)
  await connectHandle(window, world, {
    user: 'northwindair',
    client: 'Northwind Group',
    brand: 'Northwind Air',
  })
  await holdBriefly(window)
  const brands = z.array(z.looseObject({ id: z.string() })).parse(await callCore(window, 'brand.list'))
  const brandId = must(brands[0], 'a brand').id
  const set = (name: string, value: object) => callCore(window, 'brand.set', { brandId, name, value })
  await callCore(window, 'agent.sit', { name: 'Jo Doe', initials: 'JD' })
  await set('signOff', { public: true, dm: false, text: '^{{agent.initials}}' })
  await set('goLive', { live: false })
  await callCore(window, 'macro.save', {
    brandId,
    macro: { name: 'Bag is late', shortcut: 'bag', text: 'So sorry, {{customer.first_name|there}}.' },
  })

  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  const composer = window.getByRole('textbox', { name: /^Public reply as @/ })
  await expect(composer).toBeFocused()
  await window.keyboard.type('/bag')
  await expect(window.getByRole('option', { name: /Bag is late/ })).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(composer).toHaveValue('So sorry, Mara.')
  await expect(window.getByText('^JD is added')).toBeVisible()
  await window.keyboard.press('Control+Enter')
  await expect(said.getByText(/is read-only until it goes live/)).toBeVisible()
  await expect(composer).toHaveValue('So sorry, Mara.')

  await window.getByRole('button', { name: 'Going live' }).click()
  const settings = window.getByRole('dialog', { name: 'Settings of Northwind Air' })
  await settings.getByRole('button', { name: 'Let Northwind Air go live' }).click()
  await expect(settings.getByText('Northwind Air is live: messages go out.')).toBeVisible()
  await window.keyboard.press('Escape')
  await composer.click()
  await window.keyboard.press('Control+Enter')
  await expect.poll(async () => (await world.control.sent()).posts.length, { timeout: 30_000 }).toBe(1)
  expect((await world.control.sent()).posts[0]?.text).toMatch(/So sorry, Mara\. \^JD$/u)

  await window.keyboard.press('Control+,')
  await window
    .getByRole('dialog', { name: 'Brands and handles' })
    .getByRole('button', { name: 'Remove Northwind Air' })
    .click()
  const leaving = window.getByRole('dialog', { name: 'Remove Northwind Air?' })
  await leaving.getByRole('button', { name: 'Export everything' }).click()
  await expect(leaving.getByText(/^Written: /)).toBeVisible()
  await inAllLooks({ app, window, info }, 'leaving', () => expectNothingClipped(leaving))
  await leaving.getByRole('textbox', { name: /^Why/ }).fill('Contract ended')
  await leaving.getByRole('textbox', { name: 'Type Northwind Air to confirm erasing' }).fill('northwind air')
  await leaving.getByRole('button', { name: 'Remove with all data' }).click()
  const left = window.getByRole('dialog', { name: 'Northwind Air has left' })
  await expect(left.getByText('@northwindair: taken back at X')).toBeVisible()
  const receipt = must(await left.getByText(/^Receipt: /).textContent(), 'a receipt').replace('Receipt: ', '')
  expect(existsSync(receipt)).toBe(true)
  await inAllLooks({ app, window, info }, 'left', () => expectNothingClipped(left))
  await window.keyboard.press('Escape')
  await expect(said.first()).toBeVisible()
  await world.x.close()
})
