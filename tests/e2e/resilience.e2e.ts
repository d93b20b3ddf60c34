/** @file Killed processes in the real Electron: core comes back, nothing is lost, nothing goes out twice. */
import { expect, test, type Running } from './launch.ts'
import { row, skipWhoIsHere } from './console.ts'
import { stateOf } from './bridge.ts'
import { connectHandle, holdBriefly } from './connecting.ts'
import { processesBelow } from './processes.ts'
import { startWorld, type TestWorld } from './world.ts'

const air = { user: 'northwindair', client: 'Northwind Group', brand: 'Northwind Air' }
const text = 'So sorry, Mara. Your bag is in Boston; I book the courier now.'

/** The process ids of core: a child of Node's on the old runtime, a utility process elsewhere. */
async function corePids({ app, pid }: Running): Promise<number[]> {
  const forked = processesBelow(pid).filter(({ argv }) =>
    argv.some((part) => part.endsWith('out/core/index.js')),
  )
  if (forked.length > 0) return forked.map((process) => process.pid)
  return app.evaluate(({ app: own }) =>
    own
      .getAppMetrics()
      .filter(({ name }) => name === 'Switchboard core')
      .map((metric) => metric.pid),
  )
}

async function open(
  launch: (options: { profile?: string; env: Record<string, string> }) => Promise<Running>,
  world: TestWorld,
): Promise<Running> {
  const running = await launch({ env: world.env })
  await skipWhoIsHere(running.window)
  await connectHandle(running.window, world, air)
  await row(running.window, 'Mara Holt').first().click()
  await running.window.keyboard.press('r')
  await expect(running.window.getByRole('textbox', { name: /^Public reply as @/ })).toBeFocused()
  return running
}

test('core killed: it comes back, the draft is there, a held reply leaves once', async ({
  launchSwitchboard,
}) => {
  const world = await startWorld()
  const running = await open(launchSwitchboard, world)
  const { window } = running
  const composer = window.getByRole('textbox', { name: /^Public reply as @/ })
  await window.keyboard.type(text)
  await composer.blur()
  const before = await corePids(running)
  expect(before).toHaveLength(1)
  for (const pid of before) process.kill(pid, 'SIGKILL')
  await expect
    .poll(async () => (await corePids(running)).filter((pid) => !before.includes(pid)).length)
    .toBe(1)
  await expect(composer).toHaveValue(text)
  await expect(row(window, 'Mara Holt').first()).toBeVisible()
  await expect.poll(() => stateOf(window)).toBe('open')
  await expect(window.getByRole('button', { name: 'Post publicly as @northwindair' })).toBeEnabled()

  await composer.press('Control+Enter')
  const pane = window.getByRole('complementary', { name: 'Ticket' })
  await expect(pane).toContainText(/Leaves in \d+ s/)
  const second = await corePids(running)
  for (const pid of second) process.kill(pid, 'SIGKILL')
  await expect.poll(async () => (await world.control.sent()).posts.length, { timeout: 30_000 }).toBe(1)
  await expect(pane).not.toContainText(/Leaves in/)
  expect((await world.control.sent()).posts).toHaveLength(1)
  await world.x.close()
})

test('main killed while sending: one core afterwards, one reply', async ({ launchSwitchboard }) => {
  const world = await startWorld()
  const running = await open(launchSwitchboard, world)
  await holdBriefly(running.window)
  // The write takes effect and its answer never comes: main dies right in between.
  await world.control.fault({ match: { method: 'POST', path: '/2/tweets' }, times: 1, kind: 'hang' })
  await running.window.keyboard.type(text)
  await running.window.keyboard.press('Control+Enter')
  const asked = async () => (await world.control.faults()).faults.some((fault) => fault.hits > 0)
  await expect.poll(asked, { timeout: 20_000 }).toBe(true)
  const orphan = await corePids(running)
  await running.kill()
  const isAlive = (pid: number): boolean => {
    try {
      process.kill(pid, 0)
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
      throw error
    }
  }
  await expect.poll(() => orphan.some(isAlive), { timeout: 30_000 }).toBe(false)

  const again = await launchSwitchboard({ profile: running.profile, env: world.env })
  await expect(row(again.window, 'Mara Holt').first()).toBeVisible()
  expect(await corePids(again)).toHaveLength(1)
  const outbox = again.window.getByRole('region', { name: /^Outbox/ })
  await again.window.keyboard.press('0')
  await expect(outbox.getByRole('option').first()).toContainText('Unsure')
  expect((await world.control.sent()).posts.length).toBeLessThanOrEqual(1)
  await world.x.close()
})
