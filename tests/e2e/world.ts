/**
 * @file A practice X for an e2e test, in the test's own process, and the way through its consent page as a browser
 * walks it. The app meets it as a loopback workspace, over HTTP alone.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { controlOf, type Control } from '../../src/practice/control-client.ts'
import { startPracticeX, type PracticeX } from '../../src/practice/server.ts'

export type TestWorld = { x: PracticeX; control: Control; env: Record<string, string> }

const practiceScenario = join(import.meta.dirname, '../../resources/scenarios/practice.jsonl')

/** The people and posts of the practice workspace, whose customers answer only when a test says so. */
const quietScenario = (): string =>
  readFileSync(practiceScenario, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('{"type":"reaction"'))
    .join('\n')

/** One handle and nothing said yet. */
const empty = [
  { type: 'app', name: 'Practice Desk', owner: 'northwindair' },
  {
    type: 'handle',
    username: 'northwindair',
    name: 'Northwind Air',
    client: 'Northwind Group',
    brand: 'Northwind Air',
    app: 'Practice Desk',
  },
]

/**
 * Starts a world on a free port: that of the practice workspace, or, where instants of X and of this computer meet, an
 * empty one by this computer's clock. @param more lines behind those of its scenario
 */
export async function startWorld(
  more: readonly object[] = [],
  { clock = 'of-the-scenario' }: { clock?: 'of-the-scenario' | 'of-this-computer' } = {},
): Promise<TestWorld> {
  const text = (lines: readonly object[]): string => lines.map((line) => JSON.stringify(line)).join('\n')
  const first = clock === 'of-the-scenario' ? quietScenario().trimEnd() : text(empty)
  const x = await startPracticeX({ scenario: [first, text(more)].join('\n') })
  return { x, control: controlOf(x.baseUrl, x.controlToken), env: { SWITCHBOARD_X_API: x.baseUrl } }
}

/**
 * Walks the consent page as a person does: opens the address, chooses the handle, presses the button, and follows the
 * redirect to wherever it leads.
 * @returns where the browser ended, and what it read there
 */
export async function consent(
  authorizeUrl: string,
  choice: { user: string; decision: 'approve' | 'deny' },
  follow = true,
): Promise<{ address: string; text: string }> {
  const page = await (await fetch(authorizeUrl)).text()
  const form = new URLSearchParams()
  for (const [, name, value] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)) {
    form.set(name ?? '', (value ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
  }
  if (!page.includes(`value="${choice.user}"`))
    throw new Error(`the consent page does not offer @${choice.user}`)
  form.set('user', choice.user)
  form.set('decision', choice.decision)
  const decided = await fetch(new URL('/i/oauth2/authorize', authorizeUrl), {
    method: 'POST',
    body: form,
    redirect: 'manual',
  })
  const address = decided.headers.get('location')
  if (!address) throw new Error(`the consent page did not lead back: ${decided.status}`)
  return { address, text: follow ? await (await fetch(address)).text() : '' }
}
