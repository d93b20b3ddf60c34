/** @file What axe-core finds wrong with what is on screen. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { z } from 'zod'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const Found = z.array(
  z.object({
    id: z.string(),
    nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string().optional() })),
  }),
)

/** Guards of the dialog library stand hidden around what has the focus, and hand it on at once. */
const looked = JSON.stringify({ include: [['html']], exclude: [['[data-base-ui-focus-guard]']] })

const dialog = (window: Page) => window.getByRole('dialog').first()

/** What axe finds on what is on screen now, in every theme, in words for whoever mends it. */
export async function violations(window: Page): Promise<string[]> {
  await window.evaluate(axe)
  const all: string[] = []
  for (const theme of ['dark', 'light', 'contrast']) {
    await window.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme)
    // A dialog hides the page with its heading: what is left is no page.
    const rules = { 'page-has-heading-one': { enabled: !(await dialog(window).isVisible()) } }
    const options = JSON.stringify({ resultTypes: ['violations'], rules })
    const found = Found.parse(
      await window.evaluate(`axe.run(${looked}, ${options}).then((all) => all.violations)`),
    )
    for (const { id, nodes } of found)
      for (const { target, failureSummary } of nodes)
        all.push(`${theme} ${id} ${JSON.stringify(target)} ${failureSummary?.replaceAll('\n', ' ') ?? ''}`)
  }
  return all
}
