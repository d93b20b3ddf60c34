/** @file Telling somebody elsewhere, handles of one brand and its fields, in the real window. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Locator, Page } from '@playwright/test'
import { z } from 'zod'
import { connectHandle } from './connecting.ts'
import { row, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

const air = { user: 'northwindair', client: 'Northwind Group', brand: 'Northwind Air' }

async function openSettings(window: Page): Promise<Locator> {
  await window.keyboard.press('g')
  await window.keyboard.press('s')
  await window
    .getByRole('dialog', { name: 'Which brand?' })
    .getByRole('button', { name: /Northwind Air/ })
    .click()
  return window.getByRole('dialog', { name: 'Settings of Northwind Air' })
}

test('a way elsewhere is written down, tried, and only then on', async ({ launchSwitchboard }, info) => {
  const got: string[] = []
  const server = createServer((request, response) => {
    request.on('data', (chunk) => got.push(String(chunk)))
    request.on('end', () => response.writeHead(204).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = z
    .object({ port: z.number() })
    .parse(server.address() satisfies AddressInfo | string | null)
  const world = await startWorld()
  const { app, window } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  await row(window, 'Mara Holt').first().click()
  const dialog = await openSettings(window)
  await dialog.getByRole('tab', { name: 'Telling elsewhere' }).click()
  await expect(dialog).toContainText('Nobody elsewhere is told')
  await inAllLooks({ app, window, info }, 'elsewhere-none', () => expectNothingClipped(dialog))
  await dialog.getByRole('button', { name: 'New way' }).click()
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('On call, weekends')
  const address = dialog.getByRole('textbox', { name: 'Address' })
  await address.fill('http://example.com/ring')
  await expect(dialog).toContainText('An address that begins with https://')
  await address.fill(`http://127.0.0.1:${port}/ring`)
  await dialog.getByRole('combobox', { name: 'When somebody listens there' }).selectOption('week')
  await inAllLooks({ app, window, info }, 'elsewhere-form', () => expectNothingClipped(dialog))
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(dialog).toContainText('Never tried: off')
  await dialog.getByRole('button', { name: 'Try it' }).click()
  await expect(dialog.getByRole('button', { name: 'Turn off' })).toBeVisible()
  expect(got.join()).toContain('A trial from Switchboard for Northwind Air')
  await inAllLooks({ app, window, info }, 'elsewhere', () => expectNothingClipped(dialog))
  server.closeAllConnections()
  server.close()
  await dialog.getByRole('button', { name: 'Try it' }).click()
  await expect(window.getByRole('alert').filter({ hasText: 'could not be reached' }).first()).toBeVisible()
  await world.x.close()
})

test('a brand lays down what its handles are for, and fields; a ticket moves and says what is known', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld([
    {
      type: 'handle',
      username: 'northwindcare',
      name: 'Northwind Care',
      client: 'Northwind Group',
      brand: 'Northwind Air',
      app: 'Practice Desk',
    },
    { type: 'user', username: 'kari', name: 'Kari Lund' },
    { type: 'post', by: 'kari', after: '1s', text: '@northwindair @northwindcare where is my pram?' },
  ])
  const { app, window } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  await connectHandle(window, world, { ...air, user: 'northwindcare', joins: true })
  await row(window, 'Kari Lund', 'Mentions').click()
  const pane = window.getByRole('complementary', { name: 'Ticket' })
  await expect(pane).toContainText('where is my pram')
  const dialog = await openSettings(window)
  await dialog.getByRole('tab', { name: 'Handles' }).click()
  const purpose = dialog.getByRole('textbox', { name: 'What @northwindcare is for' })
  await purpose.fill('Lost luggage')
  await purpose.press('Enter')
  await inAllLooks({ app, window, info }, 'handles', () => expectNothingClipped(dialog))
  await dialog.getByRole('tab', { name: 'Fields' }).click()
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Booking')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog).toContainText('{{ticket.field.booking}}')
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Religion')
  await expect(dialog).toContainText('X forbids to record this')
  await inAllLooks({ app, window, info }, 'fields-laid-down', () => expectNothingClipped(dialog))
  await window.keyboard.press('Escape')

  await window.keyboard.press('Shift+S')
  const move = window.getByRole('dialog', { name: 'Answer from another handle' })
  await expect(move).toContainText('Lost luggage')
  await move.getByRole('textbox', { name: 'Why, for the others here' }).fill('A pram is theirs')
  await inAllLooks({ app, window, info }, 'move-handle', () => expectNothingClipped(move))
  await window.keyboard.press('Enter')
  await expect(pane.getByRole('button', { name: 'Answer from another handle' })).toContainText(
    'northwindcare',
  )
  await expect(pane).toContainText('A pram is theirs')
  await window.keyboard.press('Shift+F')
  const fields = window.getByRole('dialog', { name: 'Fields', exact: true })
  await fields.getByRole('textbox', { name: 'Booking' }).fill('QX7 12')
  await window.keyboard.press('Enter')
  await expect(pane).toContainText('Booking: QX7 12')
  await inAllLooks({ app, window, info }, 'moved')
  await window.keyboard.press('z')
  await expect(pane).not.toContainText('Booking: QX7 12')
  await window.keyboard.press('z')
  await expect(pane.getByRole('button', { name: 'Answer from another handle' })).toContainText('northwindair')
  await world.x.close()
})
