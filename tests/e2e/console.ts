/** @file The console as a test reads it: by roles and names, as a screen reader does. */
import type { Locator, Page } from '@playwright/test'
import { expect } from './launch.ts'

/** The rows of a customer in one column. */
export const row = (window: Page, customer: string, column = 'Needs a reply'): Locator =>
  window.getByRole('listbox', { name: column }).getByRole('option').filter({ hasText: customer })

/** Leaves the question who is at the keyboard unanswered. */
export async function skipWhoIsHere(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Skip' }).click()
}

/** Answers the question who is at the keyboard. The question is over then: what is pressed next is the console's. */
export async function sitDown(window: Page, name: string, initials?: string): Promise<void> {
  const field = window.getByRole('textbox', { name: 'Name' })
  await field.fill(name)
  if (initials !== undefined) await window.getByRole('textbox', { name: 'Initials' }).fill(initials)
  await window.keyboard.press('Enter')
  await expect(field).toBeHidden()
}

/** Waits until so many tickets need a reply, by the number in the column's header. */
export async function waitForTickets(window: Page, count: number): Promise<void> {
  const column = window.getByRole('region', { name: /^Needs a reply/ })
  await expect(column.getByLabel(new RegExp(`^${count} `))).toBeVisible({ timeout: 30_000 })
}

/** Chooses from the palette by typing a part of a name. */
export async function choose(window: Page, typed: string, name: string): Promise<void> {
  await window.keyboard.press('Control+k')
  const palette = window.getByRole('dialog', { name: 'Command palette' })
  await palette.getByRole('combobox').fill(typed)
  await expect(palette.getByRole('option').first()).toContainText(name)
  await window.keyboard.press('Enter')
  await expect(palette).toBeHidden()
}
