/** @file A month as a report: its numbers, the tickets behind one of them, and files that say the same. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'

const strict = { bom: true, columns: true, relax_quotes: false, relax_column_count: false } as const
const Rows = z.array(z.record(z.string(), z.string()))

test('a month, the tickets behind a number, and files of it; delivered it stays as it was', async ({
  launchSwitchboard,
}, info) => {
  test.setTimeout(240_000)
  const running = await launchSwitchboard()
  const { app, window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await window.keyboard.press('e')
  await waitForTickets(window, 18)

  await window.keyboard.press('g')
  await window.keyboard.press('r')
  const dialog = window.getByRole('dialog', { name: 'Reports' })
  await dialog.getByRole('combobox', { name: 'Period' }).selectOption('This month')
  await expect(dialog).toContainText('The period is not over')
  const tickets = dialog.locator('dl > div', { hasText: /^Tickets/ }).getByRole('button')
  const counted = Number(await tickets.textContent())
  expect(counted).toBeGreaterThanOrEqual(19)
  await inAllLooks({ ...running, info }, 'report', () => expectNothingClipped(dialog))
  await dialog.getByRole('heading', { name: 'When customers write' }).scrollIntoViewIfNeeded()
  await inAllLooks({ ...running, info }, 'report-hours')
  await dialog.getByRole('heading', { name: 'By brand' }).scrollIntoViewIfNeeded()
  await inAllLooks({ ...running, info }, 'report-rows')

  // Files say what the screen says.
  const saveAs = (path: string) =>
    app.evaluate(({ dialog: native }, filePath) => {
      native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
  const said = (text: string) => expect(window.getByText(text)).toBeVisible({ timeout: 30_000 })
  const numbersFile = info.outputPath('numbers.csv')
  await saveAs(numbersFile)
  await dialog.getByRole('button', { name: 'Save numbers as CSV' }).click()
  await said('Saved as numbers.csv')
  const numbers = Rows.parse(parse(readFileSync(numbersFile, 'utf8'), strict))
  expect(numbers.find((row) => row['figure'] === 'figure.tickets')?.['value']).toBe(String(counted))
  const ticketsFile = info.outputPath('tickets.csv')
  await saveAs(ticketsFile)
  await dialog.getByRole('button', { name: 'Save tickets as CSV' }).click()
  await said('Saved as tickets.csv')
  const lines = Rows.parse(parse(readFileSync(ticketsFile, 'utf8'), strict))
  const sum = (column: string): number => lines.reduce((all, row) => all + Number(row[column]), 0)
  const value = (id: string): number => Number(numbers.find((row) => row['figure'] === id)?.['value'])
  expect(sum('messagesIn')).toBe(value('figure.messages-in'))
  expect(sum('replies')).toBe(value('figure.replies'))
  expect(sum('resolutions')).toBe(value('figure.resolutions'))
  const pdf = info.outputPath('report.pdf')
  await saveAs(pdf)
  await dialog.getByRole('textbox', { name: 'A paragraph for the client' }).fill('A quiet month.')
  await dialog.getByRole('button', { name: 'Save as PDF' }).click()
  await said('Saved as report.pdf')
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')

  // The tickets behind a number, as many as it says; one of them opens.
  await tickets.press('Enter')
  await expect(dialog.getByRole('heading', { name: 'Tickets' })).toBeVisible()
  await expect(dialog.getByText(`${counted} tickets`)).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveCount(counted)
  await inAllLooks({ ...running, info }, 'report-tickets', () => expectNothingClipped(dialog))
  // Back is where it was: the same number has the focus.
  await window.keyboard.press('Escape')
  await expect(tickets).toBeFocused()
  await tickets.press('Enter')
  const first = dialog.getByRole('listitem').first().getByRole('button')
  const ticket = (await first.textContent())?.match(/#\d+/u)?.[0] ?? ''
  await first.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(window.getByText(ticket, { exact: true })).toBeVisible()

  // A month that is over is delivered, and stands below as it was.
  await window.keyboard.press('Escape')
  await window.keyboard.press('g')
  await window.keyboard.press('r')
  const words = dialog.getByRole('textbox', { name: 'A paragraph for the client' })
  await words.fill('Nothing went wrong.')
  const freeze = dialog.getByRole('button', { name: 'Deliver and freeze' })
  await freeze.click()
  await expect(dialog.getByRole('alert')).toContainText('brands of several clients')
  await dialog.getByRole('combobox', { name: 'Brands' }).selectOption('Northwind Air')
  await freeze.click()
  const frozen = window.getByRole('dialog', { name: /^As delivered/ })
  await expect(frozen).toContainText('Nothing went wrong.')
  await window.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'What changed since?' }).click()
  await expect(dialog).toContainText('Nothing: counted today, it says the same.')
  await inAllLooks({ ...running, info }, 'report-delivered', () => expectNothingClipped(dialog))
  await dialog.getByRole('button', { name: 'Open as delivered' }).click()
  await expect(frozen).toContainText('Nothing went wrong.')
  await window.keyboard.press('Escape')
  await expect(frozen).toBeHidden()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toBeHidden()
})
