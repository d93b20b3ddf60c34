/** @file Connecting a handle through the dialog and the consent page, as a person without a browser does. */
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { callCore } from './bridge.ts'
import { expect } from './launch.ts'
import { must } from '../../src/shared/must.ts'
import { consent, type TestWorld } from './world.ts'

/** @param joins the brand is there already */
export type Wanted = { user: string; client: string; brand: string; joins?: boolean }

/** Opens the dialog and walks it up to the address of the consent page. */
export async function startConnecting(window: Page, world: TestWorld, wanted: Wanted): Promise<string> {
  await window
    .getByRole('navigation', { name: 'Brands' })
    .getByRole('button', { name: 'Connect a handle' })
    .click()
  const dialog = window.getByRole('dialog', { name: 'Connect a handle' })
  const clientId = dialog.getByRole('textbox', { name: 'Client ID (OAuth 2.0)' })
  const next = dialog.getByRole('button', { name: 'Continue' })
  await expect(next).toBeVisible()
  if (await clientId.isVisible()) {
    const app = must(
      world.x.grants.apps.find((one) => one.name === 'Practice Desk'),
      'the app of the scenario',
    )
    await dialog.getByRole('textbox', { name: 'Name of the app' }).fill(app.name)
    await clientId.fill(app.clientId)
  }
  await next.click()
  if (wanted.joins)
    await dialog.getByRole('combobox', { name: 'Brand of the handle' }).selectOption({ label: wanted.brand })
  else {
    await dialog.getByRole('textbox', { name: 'Client', exact: true }).fill(wanted.client)
    await dialog.getByRole('textbox', { name: 'Brand', exact: true }).fill(wanted.brand)
  }
  await dialog.getByRole('button', { name: 'Sign in on X' }).click()
  const address = dialog.getByText(/^http:\/\/127\.0\.0\.1:\d+\/i\/oauth2\/authorize\?/)
  await expect(address).toBeVisible()
  return must(await address.textContent(), 'the address')
}

/** Lets every brand write, for tests in which that is not the question. */
export async function goLive(window: Page): Promise<void> {
  const brands = z.array(z.looseObject({ id: z.string() })).parse(await callCore(window, 'brand.list'))
  for (const { id } of brands)
    await callCore(window, 'brand.set', { brandId: id, name: 'goLive', value: { live: true } })
}

/** Connects a handle, closes the dialog, and lets its brand write. */
export async function connectHandle(window: Page, world: TestWorld, wanted: Wanted): Promise<void> {
  const address = await startConnecting(window, world, wanted)
  await consent(address, { user: wanted.user, decision: 'approve' })
  const dialog = window.getByRole('dialog', { name: 'Connect a handle' })
  await expect(dialog).toContainText(`@${wanted.user} is connected`)
  await dialog.getByRole('button', { name: 'Not now' }).click()
  await goLive(window)
}

/** Lets the messages of every brand leave after one second, for tests in which holding them shows nothing. */
export async function holdBriefly(window: Page): Promise<void> {
  const brands = z.array(z.looseObject({ id: z.string() })).parse(await callCore(window, 'brand.list'))
  for (const { id } of brands)
    await callCore(window, 'brand.hold', { brandId: id, publicMs: 1_000, dmMs: 1_000 })
}
