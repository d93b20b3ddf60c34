/** @file A night goes by and the page opens by itself: its lines, their rows, the most urgent; and who leaves and comes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { addPost } from '../../src/practice/posts.ts'
import { must } from '../../src/shared/must.ts'
import { violations } from './axe.ts'
import { sitDown, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { changePracticeWorld, movePracticeTime } from './practice-file.ts'

const night = 22 * 3_600_000
const overNight = '@northwindair the lounge was locked all night'
const sentence = 'Mara waits for her bag; Boston calls back at nine.'

const pageOf = (window: Page): Locator => window.getByRole('dialog', { name: 'Morning and handover' })
const linesOf = (window: Page): Locator => window.getByRole('region', { name: 'What waits, by brand' })
const rowsOf = (window: Page): Locator => window.getByRole('region', { name: 'Rows of the line' })

test('after a night the page says what waits, its lines open their rows, and q begins; who leaves says a sentence, who comes takes over', async ({
  launchSwitchboard,
}, info) => {
  test.setTimeout(240_000)
  const first = await launchSwitchboard()
  await sitDown(first.window, 'Jo Doe')
  await waitForTickets(first.window, 19)
  // Nothing is told of a workspace that nobody has left yet; whoever asks is told of the last day.
  await expect(pageOf(first.window)).toHaveCount(0)
  await first.window.keyboard.press('g')
  await first.window.keyboard.press('h')
  await expect(pageOf(first.window)).toContainText('You were never here before')
  await first.window.keyboard.press('Escape')
  await expect(pageOf(first.window)).toHaveCount(0)
  await expect(first.window.getByRole('listbox', { name: 'Needs a reply' })).toBeFocused()
  await first.close()
  await movePracticeTime(first.profile, night)
  await changePracticeWorld(first.profile, (world) => {
    const author = must(
      [...world.users.values()].find(({ username }) => username === 'maraholt'),
      'Mara',
    )
    addPost(world, { author, text: overNight, at: world.now() })
  })

  const { window, app } = await launchSwitchboard({ profile: first.profile })
  const page = pageOf(window)
  await expect(page).toBeVisible({ timeout: 30_000 })
  const lines = linesOf(window)
  const air = lines.getByRole('region', { name: 'Northwind Air' })
  await expect(air.getByRole('button', { name: /replies are late/ })).toBeVisible()
  await expect(air.getByRole('button', { name: /^\d+ new tickets?$/ })).toBeVisible({ timeout: 30_000 })
  await inAllLooks({ app, window, info }, 'morning', () => expectNothingClipped(page))
  expect(await violations(window)).toEqual([])

  // J goes down the lines, K comes back, Enter opens the rows: as many as the line counts.
  const stops = lines.getByRole('button')
  await stops.first().focus()
  await window.keyboard.press('j')
  await expect(stops.nth(1)).toBeFocused()
  await window.keyboard.press('k')
  await expect(stops.first()).toBeFocused()
  const count = Number(/^\d+/.exec(await stops.first().innerText())?.[0])
  await window.keyboard.press('Enter')
  const rows = rowsOf(window).getByRole('listitem')
  await expect(rows).toHaveCount(count)
  await expect(rows.first().getByRole('button')).toBeFocused()
  await window.keyboard.press('j')
  await expect(rows.nth(1).getByRole('button')).toBeFocused()
  await inAllLooks({ app, window, info }, 'rows', () => expectNothingClipped(page))
  expect(await violations(window)).toEqual([])
  await window.keyboard.press('ArrowLeft')
  await expect(stops.first()).toBeFocused()
  await air.getByRole('button', { name: /^\d+ new tickets?$/ }).click()
  await expect(rowsOf(window)).toContainText('the lounge was locked all night')

  await window.keyboard.press('q')
  await expect(page).toHaveCount(0)
  const list = window.getByRole('listbox', { name: 'Needs a reply' })
  await expect(list).toBeFocused()
  await expect(list.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '1')
  await expect(window.getByRole('dialog', { name: 'What nobody saw' })).toHaveCount(0)

  // A row leads to its ticket.
  await window.keyboard.press('g')
  await window.keyboard.press('h')
  await air.getByRole('button', { name: /^\d+ new tickets?$/ }).click()
  await rows.filter({ hasText: 'locked all night' }).getByRole('button').press('Enter')
  await expect(page).toHaveCount(0)
  await expect(window.getByRole('complementary', { name: 'Ticket' })).toContainText('locked all night')

  // For elsewhere: as text, and as a file without a word of a message.
  await window.keyboard.press('g')
  await window.keyboard.press('h')
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect(window.getByRole('status').filter({ hasText: 'Copied as Markdown' })).toBeVisible()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain('## Northwind Air')
  expect(copied).toMatch(/- \*\*\d+\*\* replies are late/)
  const file = join(first.profile, 'night.handover.json')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await page.getByRole('button', { name: 'For another computer…' }).click()
  await expect(window.getByRole('status').filter({ hasText: /^Written: \d+ tickets/ })).toBeVisible()
  const content = readFileSync(file, 'utf8')
  expect(content).toContain('"switchboard.handover"')
  expect(content).not.toContain('lounge')
  await page.getByRole('button', { name: 'Open a handover file…' }).click()
  const chooser = window.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await (await chooser).setFiles(file)
  await expect(page).toContainText('It changes nothing here.')
  await inAllLooks({ app, window, info }, 'file', () => expectNothingClipped(page))
  expect(await violations(window)).toEqual([])
  await page.getByRole('button', { name: 'Back' }).click()

  await page.getByRole('button', { name: 'Hand over…' }).click()
  const field = page.getByRole('textbox', { name: 'About Northwind Air' })
  await field.fill(sentence)
  // What is typed is kept, whatever becomes of the page.
  await window.keyboard.press('Escape')
  await expect(page).toHaveCount(0)
  await window.keyboard.press('g')
  await window.keyboard.press('h')
  await page.getByRole('button', { name: 'Hand over…' }).click()
  await expect(field).toHaveValue(sentence)
  await inAllLooks({ app, window, info }, 'leave', () => expectNothingClipped(page))
  expect(await violations(window)).toEqual([])
  await page.getByRole('button', { name: 'Hand over 1 sentence' }).click()

  const seat = window.getByRole('dialog', { name: 'Who is at the keyboard?' })
  await seat.getByRole('button', { name: /Somebody else/ }).press('Enter')
  await seat.getByRole('textbox', { name: 'Name' }).fill('Ana Reis')
  await window.keyboard.press('Enter')
  await expect(page).toBeVisible({ timeout: 30_000 })
  await expect(air).toContainText(sentence)
  await expect(air).toContainText('not taken over yet')
  await inAllLooks({ app, window, info }, 'sentence', () => expectNothingClipped(page))
  await air.getByRole('button', { name: /^\d+ new tickets?$/ }).click()
  await expect(rows.first().getByRole('button')).toBeFocused()
  await window.keyboard.press('c')
  await expect(air).toContainText('taken over by Ana Reis')
  await expect(
    window.getByRole('status').filter({ hasText: 'Taken over, 1 sentence confirmed' }),
  ).toBeVisible()
  // What was new is not new any more: the rows that had the focus are gone, and keys go on at the lines.
  await expect(rows).toHaveCount(0)
  await window.keyboard.press('j')
  await expect(stops.first()).toBeFocused()
})
