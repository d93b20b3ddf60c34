/**
 * @file A morning by keys alone: forty tickets are dealt with, and what standard jobs take is counted and compared with
 * the table of the README.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { must } from '../../src/shared/must.ts'
import { callCore } from './bridge.ts'
import { connectHandle, holdBriefly } from './connecting.ts'
import { row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test, type Running } from './launch.ts'
import { startWorld, type TestWorld } from './world.ts'

const air = { user: 'northwindair', client: 'Northwind Group', brand: 'Northwind Air' }
const places = ['Oslo', 'Lima', 'Cork', 'Bari', 'Graz', 'Kyiv', 'Nice', 'Brno', 'Faro', 'Riga', 'Turku']

/** Customers with one complaint each, no two in the same words; they wait longest. */
const complaints = (count: number) =>
  Array.from({ length: count }, (_, n) => [
    { type: 'user', username: `guest${n}`, name: `Guest ${n}` },
    {
      type: 'post',
      by: `guest${n}`,
      text: `@northwindair my case number ${n * 7 + 3} is in ${places[n % places.length]} and I am not`,
      at: `2026-11-17T06:${String(10 + n).padStart(2, '0')}:00`,
    },
  ]).flat()

const Brands = z.array(z.looseObject({ id: z.string(), needsReply: z.number() }))
const brandOf = async (window: Page) =>
  must(Brands.parse(await callCore(window, 'brand.list'))[0], 'the brand')
const waiting = async (window: Page): Promise<number> => (await brandOf(window)).needsReply

/** Presses keys and counts them; `write` types a message's own words, which every tool asks for. */
function keyboardOf(window: Page) {
  let count = 0
  return {
    async press(...keys: string[]): Promise<void> {
      for (const key of keys) await window.keyboard.press(key)
      count += keys.length
    },
    async type(letters: string): Promise<void> {
      await window.keyboard.type(letters)
      count += letters.length
    },
    write: (words: string) => window.keyboard.type(words),
    counted(): number {
      const all = count
      count = 0
      return all
    },
  }
}

async function begin(
  launch: () => Promise<Running>,
  world: TestWorld,
): Promise<{ window: Page; brandId: string }> {
  const { window } = await launch()
  await skipWhoIsHere(window)
  await connectHandle(window, world, air)
  await holdBriefly(window)
  const { id: brandId } = await brandOf(window)
  await callCore(window, 'agent.sit', { name: 'Jo Doe', initials: 'JD' })
  await callCore(window, 'agent.add', { name: 'Ana Reis', initials: 'AR', role: 'agent' })
  const macro = {
    name: 'Case is found',
    shortcut: 'case',
    text: 'We have it, {{customer.first_name|there}}.',
  }
  await callCore(window, 'macro.save', { brandId, macro })
  return { window, brandId }
}

test('forty tickets are dealt with by keys alone, and each step can be taken back', async ({
  launchSwitchboard,
}) => {
  test.setTimeout(480_000)
  const count = 40
  // Seven of the practice world's own wait for this brand.
  const world = await startWorld(complaints(count - 7))
  const { window } = await begin(() => launchSwitchboard({ env: world.env }), world)
  const keys = keyboardOf(window)
  await expect.poll(() => waiting(window), { timeout: 60_000 }).toBe(count)
  const selected = window
    .getByRole('listbox', { name: 'Needs a reply' })
    .getByRole('option', { selected: true })
  const dialog = window.getByRole('dialog')
  const chosen = async (typed: string): Promise<void> => {
    await expect(dialog).toBeVisible()
    await keys.type(typed)
    await keys.press('Enter')
    await expect(dialog).toBeHidden()
  }

  await expect(row(window, 'Guest 0').first()).toBeVisible()
  await keys.press('q')
  const answers = [
    'It flies to you tonight, and a courier brings it home.',
    'Found behind belt nine! Where may we send it?',
    'Sorry for the wait. Our desk at the station hands it out until ten.',
    'Somebody took the wrong one by mistake; yours comes back at noon.',
    'Customs has released it. Shall it follow you to the hotel?',
    'Two weeks is far too long. I asked the baggage hall myself, more by five.',
    'We see it on the map now, and it is on the move.',
  ]
  const steps: (() => Promise<number>)[] = [
    async () => {
      const isPrivate = /\bDM\b/u.test(await selected.innerText())
      await keys.press(isPrivate ? 'd' : 'r')
      await expect(window.getByRole('textbox', { name: /^(Public reply|Direct message) as @/ })).toBeFocused()
      await keys.write(must(answers.shift(), 'an answer'))
      await keys.press('Control+Shift+Enter')
      return 1
    },
    async () => {
      await keys.press('e')
      return 1
    },
    async () => {
      await keys.press('#')
      return 1
    },
    async () => {
      await keys.press('h')
      await chosen('tomorrow 9')
      return 1
    },
    async () => {
      await keys.press('i', 'l')
      await chosen('late bag')
      await keys.press('e')
      return 1
    },
    async () => {
      await keys.press('p')
      await chosen('urgent')
      await keys.press('e')
      return 1
    },
    async () => {
      await keys.press('x', 'Shift+J', 'e')
      return 2
    },
  ]
  let left = count
  for (let n = 0; left > 0; n += 1) {
    const step = left === 1 ? steps[1] : steps[n % steps.length]
    left -= await must(step, 'a step')()
    await expect.poll(() => waiting(window), { timeout: 30_000 }).toBe(left)
  }
  await expect(window.getByText('Nobody is waiting for a reply.')).toBeVisible()

  await keys.press('z')
  await expect(selected.first()).toBeVisible()
  await expect.poll(() => waiting(window)).toBeGreaterThan(0)
  await world.x.close()
})

/** The rows of the README's table: a job, and how many keys Switchboard takes for it. */
function tableInReadme(): Map<string, number> {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  const [, table = ''] = readme.split('<!-- keystrokes -->')
  return new Map(
    [...table.matchAll(/^\| ([^|]+?) +\| +(\d+) +\|/gmu)].map(([, job, keys]) => [job ?? '', Number(keys)]),
  )
}

test('ten standard jobs take as many keys as the README says', async ({ launchSwitchboard }) => {
  test.setTimeout(300_000)
  const world = await startWorld(complaints(33))
  const { window } = await begin(() => launchSwitchboard({ env: world.env }), world)
  const keys = keyboardOf(window)
  const counted = new Map<string, number>()
  const job = async (name: string, does: () => Promise<void>): Promise<void> => {
    await window.keyboard.press('q')
    keys.counted()
    await does()
    counted.set(name, keys.counted())
  }
  const dialog = window.getByRole('dialog')
  const said = (text: string | RegExp) =>
    expect(window.getByRole('status').filter({ hasText: text })).toBeVisible()
  const composer = window.getByRole('textbox', { name: /^Public reply as @/ })
  await expect.poll(() => waiting(window), { timeout: 60_000 }).toBe(40)
  // Direct messages out of the way, every guest is like the other.
  const selected = window
    .getByRole('listbox', { name: 'Needs a reply' })
    .getByRole('option', { selected: true })
  let left = 40
  await expect(row(window, 'Guest 0').first()).toBeVisible()
  await window.keyboard.press('q')
  while (!(await selected.innerText()).includes('@guest')) {
    await window.keyboard.press('e')
    left -= 1
    await expect.poll(() => waiting(window)).toBe(left)
  }

  await job('Answer with a saved answer and solve', async () => {
    await keys.press('r')
    await expect(composer).toBeFocused()
    await keys.type('/case')
    await expect(window.getByRole('option', { name: /Case is found/ })).toBeVisible()
    await keys.press('Enter')
    await expect(composer).toHaveValue(/^We have it/)
    await keys.press('Control+Shift+Enter')
    await expect.poll(() => waiting(window)).toBe(left - 1)
  })
  await job('Snooze until Monday at nine', async () => {
    await keys.press('h')
    await expect(dialog).toBeVisible()
    await keys.type('mon 9')
    await keys.press('Enter')
    await expect.poll(() => waiting(window)).toBe(left - 2)
  })
  await job('Hand to a colleague, with a note', async () => {
    await keys.press('m')
    await expect(window.getByRole('textbox', { name: 'Internal note' })).toBeFocused()
    await keys.write('She flies on at six.')
    await keys.press('Control+Enter')
    await said(/note/i)
    await keys.press('Escape', 'a')
    await expect(dialog).toBeVisible()
    await keys.type('ana')
    await keys.press('Enter')
    await said(/Ana Reis/)
  })
  await job('Ask for a direct message', async () => {
    await keys.press('Shift+D')
    await expect(composer).toBeFocused()
    await keys.press('Control+Enter')
    await expect.poll(() => waiting(window)).toBe(left - 3)
  })
  await job('Label it', async () => {
    await keys.press('l')
    await expect(dialog).toBeVisible()
    await keys.type('bag')
    await keys.press('Enter')
    await expect(dialog).toBeHidden()
  })
  await job('Take it', async () => {
    await keys.press('i')
    await said(/Jo Doe|yours/i)
  })
  await job('Solve ten at once', async () => {
    await keys.press('x', ...Array.from({ length: 9 }, () => 'Shift+J'), 'e')
    await waitForTickets(window, left - 13)
  })
  await job('Take the last action back', async () => {
    await keys.press('z')
    await waitForTickets(window, left - 3)
  })
  // Undo brought back what was chosen, too.
  await window.keyboard.press('Escape')
  await job('Gather twenty into one incident', async () => {
    await keys.press('x', ...Array.from({ length: 19 }, () => 'Shift+J'), 'Shift+I')
    await expect(dialog).toBeVisible()
    await keys.write('Cases all over the place')
    await keys.press('Enter')
    await expect(window.getByRole('dialog', { name: 'Incidents' })).toContainText('20 tickets')
  })
  await window.keyboard.press('Escape')
  await job('Find what one person said', async () => {
    await keys.press('/')
    const field = window.getByRole('combobox', { name: 'Search posts, direct messages, notes and tickets' })
    await expect(field).toBeFocused()
    await keys.type('from:guest3')
    await expect(window.getByRole('option', { name: /Guest 3/ }).first()).toBeVisible()
    await keys.press('Enter')
    await expect(window.getByRole('complementary', { name: 'Ticket' })).toContainText('Guest 3')
  })
  expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(tableInReadme()))
  await world.x.close()
})
