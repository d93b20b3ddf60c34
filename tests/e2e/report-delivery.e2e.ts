/** @file A client's logo and colour, a schedule, and the files that it leaves in the folder that somebody chose. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'

const strict = { bom: true, columns: true, relax_quotes: false, relax_column_count: false } as const
const Rows = z.array(z.record(z.string(), z.string()))
const read = (file: string) => Rows.parse(parse(readFileSync(file, 'utf8'), strict))

test('a client’s report looks like theirs and comes by itself into a folder', async ({
  launchSwitchboard,
}, info) => {
  test.setTimeout(240_000)
  const running = await launchSwitchboard()
  const { app, window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  const folder = info.outputPath('for the client')
  mkdirSync(folder)
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, folder)

  await window.keyboard.press('Shift+B')
  const dialog = window.getByRole('dialog', { name: 'Monthly reports' })
  await expect(dialog.getByRole('combobox', { name: 'Client' })).toBeFocused()
  const client = await dialog
    .getByRole('combobox', { name: 'Client' })
    .evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.textContent ?? '')

  // A logo by what is in the file, and a colour that words can have; another is for rules alone.
  const chooseLogo = async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
    const chooser = window.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: /^Choose a logo/ }).click()
    await (await chooser).setFiles(file)
  }
  await chooseLogo({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg/> it is not') })
  await expect(window.getByRole('alert').filter({ hasText: 'no PNG or JPEG' })).toBeVisible()
  await window.getByRole('button', { name: 'Dismiss' }).click()
  await chooseLogo(join(import.meta.dirname, 'photo.png'))
  const sheet = dialog.getByRole('group', { name: 'The head of a report' })
  await expect(sheet.getByRole('img', { name: client })).toBeVisible()
  const colour = dialog.getByLabel('Colour', { exact: true })
  await colour.fill('#ffd400')
  await expect(dialog).toContainText('too pale for words')
  await inAllLooks({ ...running, info }, 'delivery-pale', () => expectNothingClipped(dialog))
  await colour.fill('#c01c28')
  await expect(dialog).not.toContainText('too pale for words')
  await dialog.getByRole('button', { name: 'Keep this colour' }).click()
  await expect(dialog.getByText('Logo and colour are kept')).toBeVisible()

  // The schedule: the last of each month, so that the month before this one is still to come.
  await dialog.getByRole('combobox', { name: 'Day of the month' }).selectOption('31')
  await dialog.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(dialog.getByText(folder)).toBeVisible()
  await dialog.getByRole('textbox', { name: /^A paragraph/ }).fill('A month like any other.')
  await dialog.getByRole('button', { name: 'Deliver each month' }).click()
  await expect(dialog.getByText(/^Next: /)).toBeVisible()
  await inAllLooks({ ...running, info }, 'delivery', () => expectNothingClipped(dialog))

  // The folder is gone: it is said what happened, what was kept, and what to do.
  rmSync(folder, { recursive: true })
  await dialog.getByRole('button', { name: 'Deliver the next one now' }).click()
  const trouble = dialog.getByRole('alert').filter({ hasText: 'could not be written' })
  await expect(trouble).toContainText('is not there. The report is kept here', { timeout: 60_000 })
  await inAllLooks({ ...running, info }, 'delivery-trouble', () => expectNothingClipped(dialog))
  mkdirSync(folder)
  await dialog.getByRole('button', { name: 'Deliver the next one now' }).click()
  await expect(dialog.getByText(/^Last: /)).toBeVisible({ timeout: 120_000 })
  await expect(trouble).toBeHidden()

  const files = readdirSync(folder).toSorted()
  expect(files).toHaveLength(3)
  const [numbers, tickets, pdf] = ['numbers.csv', 'tickets.csv', '.pdf'].map((ending) =>
    join(folder, files.find((file) => file.endsWith(ending)) ?? ending),
  )
  expect(files.every((file) => file.startsWith(client))).toBe(true)
  expect(
    readFileSync(pdf ?? '')
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const figure = (id: string) => read(numbers ?? '').find((row) => row['figure'] === id)?.['value']
  expect(Number(figure('figure.messages-in'))).toBe(
    read(tickets ?? '').reduce((sum, row) => sum + Number(row['messagesIn']), 0),
  )
  expect(app.windows()).toHaveLength(1)

  // Among the reports it says so too, and what was delivered is named as the schedule's.
  await window.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await window.keyboard.press('g')
  await window.keyboard.press('r')
  const reports = window.getByRole('dialog', { name: 'Reports' })
  await expect(reports.getByText(/^Last: /)).toBeVisible()
  await reports.getByText(/by the schedule$/).scrollIntoViewIfNeeded()
  await inAllLooks({ ...running, info }, 'delivery-reports', () => expectNothingClipped(reports))
  await reports.getByRole('button', { name: `Schedule, logo and colour: ${client}` }).click()
  await expect(dialog).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(reports).toBeVisible()

  // What was written leaves on request, and is counted before.
  await reports.getByRole('combobox', { name: 'Period' }).selectOption('This month')
  await reports.getByRole('checkbox', { name: 'with public posts and handles' }).check()
  const counted = reports.getByRole('status').filter({ hasText: 'of the 500 posts and people' })
  await expect(counted).toContainText('500 are left')
  await inAllLooks({ ...running, info }, 'delivery-content', () => expectNothingClipped(reports))
  const file = info.outputPath('content.csv')
  await app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await reports.getByRole('button', { name: 'Save tickets as CSV' }).click()
  await expect(counted).not.toContainText('500 are left')
  await expect(window.getByText('Saved as content.csv')).toBeVisible()
  const rows = read(file)
  expect(rows.filter((row) => row['channel'] === 'dm').length).toBeGreaterThan(0)
  for (const row of rows) {
    if (row['channel'] === 'dm') expect(row['customerPost']).toBe('')
    else expect(row['customerPost']).not.toBe('')
  }

  // A PDF by hand looks the same.
  await reports.getByRole('combobox', { name: 'Brands' }).selectOption('Northwind Air')
  const byHand = info.outputPath('by-hand.pdf')
  await app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, byHand)
  await reports.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(window.getByText('Saved as by-hand.pdf')).toBeVisible({ timeout: 30_000 })
  expect(readFileSync(byHand, 'latin1')).toContain('/Subtype /Image')
})
