/** @file Keys that a person chooses: a preset, a key of one's own, no letters alone, out to a file and in. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { choose, row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'

const dialog = (window: Page) => window.getByRole('dialog', { name: 'Choose keys' })

async function open(window: Page): Promise<void> {
  await choose(window, 'choose keys', 'Choose keys')
  await expect(dialog(window)).toBeVisible()
}

async function close(window: Page): Promise<void> {
  await window.keyboard.press('Escape')
  await expect(dialog(window)).toBeHidden()
}

test('keys are chosen by pressing them, whose they were is named, and presets and files bring whole maps', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { app, window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  const list = window.getByRole('listbox', { name: 'Needs a reply' })
  const selected = list.getByRole('option', { selected: true })
  await row(window, 'Mara Holt').first().click()

  await open(window)
  await dialog(window).getByRole('textbox', { name: 'Search commands and keys' }).fill('snooze')
  await dialog(window).getByRole('button', { name: 'Another key for “Snooze ticket”' }).click()
  await window.keyboard.press('e')
  await expect(dialog(window).getByText('This is a key of: Solve ticket')).toBeVisible({ timeout: 10_000 })
  await inAllLooks({ ...running, info }, 'keys')
  await dialog(window).getByRole('button', { name: 'Take it from there' }).click()
  await close(window)
  await window.keyboard.press('e')
  await expect(window.getByRole('dialog', { name: /snooze/i })).toBeVisible()
  await window.keyboard.press('Escape')

  const file = join(running.profile, 'mine.keys.json')
  await app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await open(window)
  await dialog(window).getByRole('button', { name: 'Save as a file' }).click()
  await expect(window.getByText('Saved as mine.keys.json')).toBeAttached()
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ keymap: { own: { 'ticket.solve': [] } } })
  await dialog(window).getByRole('button', { name: 'All as it began' }).click()
  await dialog(window).getByRole('combobox', { name: 'Keys as in' }).selectOption('vim')
  await close(window)

  // Counts move several rows; digits are no columns any more.
  await window.keyboard.press('g')
  await window.keyboard.press('g')
  await expect(selected).toHaveAttribute('aria-posinset', '1')
  await window.keyboard.press('3')
  await window.keyboard.press('j')
  await expect(selected).toHaveAttribute('aria-posinset', '4')
  await window.keyboard.press('l')
  await expect(window.getByRole('listbox', { name: 'Mentions' })).toBeFocused()
  await window.keyboard.press('h')
  await expect(list).toBeFocused()

  // Without letters alone, speech that is typed by accident does nothing; after the leader it does.
  await window.keyboard.press(':')
  await window.keyboard.type('choose keys')
  await window.keyboard.press('Enter')
  await dialog(window)
    .getByRole('radio', { name: /after Ctrl\+E/ })
    .click()
  await expect(dialog(window).getByRole('radio', { name: /after Ctrl\+E/ })).toBeChecked()
  await close(window)
  await expect(selected).toHaveAttribute('aria-posinset', '4')
  await window.keyboard.type('jjj')
  await expect(selected).toHaveAttribute('aria-posinset', '4')
  await window.keyboard.press('Control+e')
  await window.keyboard.press('j')
  await expect(selected).toHaveAttribute('aria-posinset', '5')

  const chooser = window.waitForEvent('filechooser')
  await open(window)
  await dialog(window).getByRole('button', { name: 'Take from a file' }).click()
  await (await chooser).setFiles(file)
  await expect(dialog(window).getByRole('combobox', { name: 'Keys as in' })).toHaveValue('switchboard')
  await close(window)
  await window.keyboard.press('e')
  await expect(window.getByRole('dialog', { name: /snooze/i })).toBeVisible()
})

test('whoever reaches for the mouse sees the key, once; what undo takes back is a list', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { window } = running
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await row(window, 'Mara Holt').first().click()
  const pane = window.getByRole('complementary', { name: 'Ticket' })
  const bar = window.getByRole('contentinfo')
  await pane.getByRole('button', { name: 'Solve' }).click()
  await expect(bar).toContainText('Next time by key: E Solve ticket')
  await inAllLooks({ ...running, info }, 'lesson')
  await waitForTickets(window, 18)
  await window.keyboard.press('i')
  await expect(bar).not.toContainText('Next time by key', { timeout: 15_000 })
  await pane.getByRole('button', { name: 'Solve' }).click()
  await waitForTickets(window, 17)
  await expect(bar).not.toContainText('Next time by key')

  await window.keyboard.press('g')
  await window.keyboard.press('x')
  const list = window.getByRole('dialog', { name: 'What undo takes back' })
  await expect(list.getByRole('listitem').first()).toContainText(/Solved/)
  await inAllLooks({ ...running, info }, 'undo-list')
  await list.getByRole('button', { name: /Undo this/ }).click()
  await waitForTickets(window, 18)
})
