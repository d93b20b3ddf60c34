/** @file The palette by keys alone: columns, macros, settings, people, everything said; and what it remembers. */
import { z } from 'zod'
import { must } from '../../src/shared/must.ts'
import { callCore } from './bridge.ts'
import { choose, row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'

test('some letters lead to a column, a macro, a setting or a person, and what is used often comes first', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  const brands = z.array(z.looseObject({ id: z.string(), name: z.string() }))
  const all = brands.parse(await callCore(window, 'brand.list'))
  const air = must(
    all.find(({ name }) => name === 'Northwind Air'),
    'the airline',
  )
  await callCore(window, 'macro.save', {
    brandId: air.id,
    macro: { name: 'Bag is late', text: 'So sorry, {{customer.first_name|there}}.' },
  })

  await choose(window, 'col ment northw', 'Mentions')
  await expect(window.getByRole('listbox', { name: 'Mentions' })).toBeFocused()
  await expect(window.getByRole('region', { name: /^Mentions.*Northwind Air/ })).toBeVisible()

  await row(window, 'Mara Holt', 'Mentions').first().click()
  const composer = window.getByRole('textbox', { name: /^Public reply as @/ })
  await expect(composer).toBeVisible()
  await choose(window, 'bag late', 'Bag is late')
  await expect(composer).toBeFocused()
  await expect(composer).toHaveValue('So sorry, Mara.')
  await window.keyboard.press('Escape')

  // Beyond what digits reach, two keys and some letters do.
  await window.keyboard.press('Escape')
  await window.keyboard.press('g')
  await window.keyboard.press('b')
  await window.getByRole('combobox', { name: 'Type a brand' }).fill('lumen')
  await window.keyboard.press('Enter')
  await window.keyboard.press('g')
  await window.keyboard.press('c')
  await window.getByRole('combobox', { name: /^Type a column/ }).fill('outb north')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('region', { name: /^Outbox.*Northwind Air/ })).toBeVisible()

  await choose(window, 'holid', 'Holidays')
  await expect(window.getByRole('tab', { name: 'Holidays', selected: true })).toBeVisible()
  await window.keyboard.press('Escape')

  await choose(window, 'everything mara', 'Everything of Mara Holt')
  const field = window.getByRole('combobox', { name: 'Search posts, direct messages, notes and tickets' })
  await expect(field).toHaveValue('from:maraholt')
  await window.keyboard.press('Escape')

  // Chosen more often than anything else, it waits at the top the next time.
  for (const theme of ['light', 'dark', 'light']) await choose(window, theme, `Theme: ${theme}`)
  await window.keyboard.press('Control+k')
  const palette = window.getByRole('dialog', { name: 'Command palette' })
  await expect(palette.getByRole('option').first()).toContainText('Theme: light')
  await inAllLooks({ ...running, info }, 'palette-found')

  await palette.getByRole('combobox').fill('zanzibar')
  await expect(palette.getByRole('option')).toHaveText(['Search everything for “zanzibar”'])
  await window.keyboard.press('Enter')
  await expect(field).toHaveValue('zanzibar')
  await expect(window.getByText('Nothing that is kept here says “zanzibar”.')).toBeVisible()
})
