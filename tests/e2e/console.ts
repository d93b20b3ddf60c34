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

/** Waits until so many tickets need a reply, by the number in the column's header. */
export async function waitForTickets(window: Page, count: number): Promise<void> {
  const column = window.getByRole('region', { name: /^Needs a reply/ })
  await expect(column.getByLabel(new RegExp(`^${count} `))).toBeVisible({ timeout: 30_000 })
}
