/** @file What the window and its system show of what leaves: the tray, a computer kept awake, X's limits, and edits. */
import type { ElectronApplication, Page } from '@playwright/test'
import { z } from 'zod'
import { callCore } from './bridge.ts'
import { connectHandle } from './connecting.ts'
import { row, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'
import { startWorld, type TestWorld } from './world.ts'

const status = (window: Page) => window.getByRole('status')
const stopBar = (window: Page) => window.getByRole('alert', { name: 'Stopped' })
const composerOf = (window: Page) => window.getByRole('textbox', { name: /^Public reply as @/ })

async function connected(window: Page, world: TestWorld, user = 'northwindair'): Promise<void> {
  await skipWhoIsHere(window)
  await connectHandle(window, world, { user, client: 'Northwind Group', brand: 'Northwind Air' })
  await expect(row(window, 'Mara Holt').first()).toBeVisible({ timeout: 30_000 })
}

const Brands = z.array(z.looseObject({ id: z.string(), handles: z.array(z.looseObject({ id: z.string() })) }))
const Job = z.looseObject({
  id: z.string(),
  parts: z.array(z.looseObject({ postId: z.string().nullable() })),
})

/** The one connected handle with its brand; what it sends leaves after `holdMs`. */
async function speaker(window: Page, holdMs: number): Promise<{ brandId: string; handleId: string }> {
  const [brand] = Brands.parse(await callCore(window, 'brand.list'))
  const [handle] = brand?.handles ?? []
  if (!brand || !handle) throw new Error('no handle is connected')
  await callCore(window, 'brand.hold', { brandId: brand.id, publicMs: holdMs, dmMs: holdMs })
  return { brandId: brand.id, handleId: handle.id }
}

/** Notes what the tray shows from now on: its tip, and its menu as the system gets it. */
async function watchTray(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Tray }) => {
    const { setToolTip, setContextMenu } = Tray.prototype
    Tray.prototype.setToolTip = function (tip) {
      Reflect.set(globalThis, 'trayTip', tip)
      setToolTip.call(this, tip)
    }
    Tray.prototype.setContextMenu = function (menu) {
      Reflect.set(globalThis, 'trayMenu', menu)
      setContextMenu.call(this, menu)
    }
  })
}
const trayTip = (app: ElectronApplication) => app.evaluate(() => String(Reflect.get(globalThis, 'trayTip')))
/** The words of its menu's items, and whether each can be pressed. */
const trayItems = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) => {
    const menu: unknown = Reflect.get(globalThis, 'trayMenu')
    if (!(menu instanceof Menu)) return []
    return menu.items
      .filter((item) => item.type !== 'separator')
      .map(
        (item) =>
          `${item.label.replace(/^\d+ tickets? needs?/, 'N tickets need')}${item.enabled ? '' : ' (off)'}`,
      )
  })
const pressInTray = (app: ElectronApplication, label: string) =>
  app.evaluate(({ Menu }, wanted) => {
    const menu: unknown = Reflect.get(globalThis, 'trayMenu')
    if (menu instanceof Menu) menu.items.find((item) => item.label === wanted)?.click()
  }, label)

/** Whether this process holds the computer's sleep. */
const isKeptAwake = (app: ElectronApplication) =>
  app.evaluate(({ powerSaveBlocker }) => [0, 1, 2, 3, 4].some((id) => powerSaveBlocker.isStarted(id)))

test('Stop from the tray holds what is on its way out, and the tray says so until Stop is ended', async ({
  launchSwitchboard,
}) => {
  const world = await startWorld()
  const { window, app } = await launchSwitchboard({ env: world.env })
  await connected(window, world)
  const { brandId } = await speaker(window, 10_000)
  await watchTray(app)
  // Shown anew whenever Stop takes hold or ends.
  await callCore(window, 'outbox.stop')
  await expect
    .poll(() => trayItems(app))
    .toEqual(['Stopped: nothing leaves (off)', 'N tickets need a reply', 'Open Switchboard', 'Quit'])
  await callCore(window, 'outbox.resume', { brandIds: [brandId] })
  await expect
    .poll(() => trayItems(app))
    .toEqual(['Stop everything outgoing', 'N tickets need a reply', 'Open Switchboard', 'Quit'])
  await expect(stopBar(window)).toBeHidden()

  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  await expect(composerOf(window)).toBeFocused()
  await window.keyboard.insertText('Your bag is in Boston, Mara.')
  await window.keyboard.press('Control+Enter')
  await expect(status(window).filter({ hasText: /leaves in \d+ s/ })).toBeVisible()
  await pressInTray(app, 'Stop everything outgoing')
  await expect(stopBar(window)).toContainText('1 message is held.')
  await expect
    .poll(() => trayTip(app))
    .toMatch(/^Switchboard: stopped, nothing leaves · \d+ tickets? needs? a reply$/)
  await expect.poll(() => trayItems(app)).toContain('Stopped: nothing leaves (off)')
  expect((await world.control.sent()).posts).toEqual([])

  await stopBar(window).getByRole('button').first().click()
  const list = window.getByRole('dialog', { name: 'Held messages' })
  await list.getByRole('button', { name: /^Drop/ }).click()
  await list.getByRole('button', { name: 'End Stop for all brands' }).click()
  await expect(stopBar(window)).toBeHidden()
  await expect.poll(() => trayTip(app)).toMatch(/^Switchboard · \d+ tickets? needs? a reply$/)
  await expect.poll(() => trayItems(app)).toContain('Stop everything outgoing')
  await world.x.close()
})

test('a scheduled post says when this computer must be awake, and keeps it awake where that is wanted', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const { window, app, close, profile } = await launchSwitchboard({ env: world.env })
  await connected(window, world)
  await window.keyboard.press('c')
  await window.getByRole('button', { name: /^Northwind Air/ }).press('Enter')
  const dialog = window.getByRole('dialog', { name: 'New post of Northwind Air' })
  await expect(dialog.getByRole('textbox', { name: 'Post as @northwindair' })).toBeFocused()
  await window.keyboard.insertText('The first flights leave on time.')
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'When' }).fill('tomorrow 07:00')
  await expect(dialog).toContainText('This computer must be awake at 07:00, with Switchboard open.')
  const wish = dialog.getByRole('checkbox', { name: 'Keep this computer awake while something is scheduled' })
  await expect(wish).not.toBeChecked()
  await wish.press('Space')
  await expect(wish).toBeChecked()
  await inAllLooks({ app, window, info }, 'schedule')
  // Wanted, but nothing is scheduled yet: the computer may sleep.
  expect(await isKeptAwake(app)).toBe(false)
  await dialog.getByRole('textbox', { name: 'When' }).press('Enter')
  await dialog.getByRole('button', { name: 'Schedule as @northwindair' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(() => isKeptAwake(app)).toBe(true)

  // The wish is kept, and holds again after a restart.
  await close()
  const again = await launchSwitchboard({ profile, env: world.env })
  await expect(row(again.window, 'Mara Holt').first()).toBeVisible()
  await expect.poll(() => isKeptAwake(again.app)).toBe(true)
  await again.window.keyboard.press('g')
  await again.window.keyboard.press('o')
  await again.window.getByRole('listbox', { name: 'Outbox' }).getByRole('option').first().click()
  const pane = again.window.getByRole('complementary', { name: 'Ticket' })
  await expect(pane).toContainText('if this computer is awake')
  await pane.getByRole('button', { name: 'Back to draft' }).click()
  await expect.poll(() => isKeptAwake(again.app)).toBe(false)
  await world.x.close()
})

test('X’s limit on posts is counted in the composer before it bites, and then says when the next leaves', async ({
  launchSwitchboard,
}, info) => {
  test.slow()
  const world = await startWorld()
  const { window, app } = await launchSwitchboard({ env: world.env })
  await connected(window, world)
  const { brandId, handleId } = await speaker(window, 0)
  const post = (n: number) =>
    callCore(window, 'post.compose', { brandId, handleId, parts: [`Gate ${n} is open.`] })
  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  await expect(composerOf(window)).toBeFocused()
  const composer = window.getByRole('region', { name: 'Reply', exact: true })
  for (let n = 1; n <= 80; n++) await post(n)
  await expect(composer).toContainText('80 of 100 posts in 15 minutes', { timeout: 60_000 })
  for (let n = 81; n <= 100; n++) await post(n)
  await expect(composer).toContainText(/100 of 100 posts in 15 minutes; the next leaves at \d\d:\d\d/, {
    timeout: 60_000,
  })
  await inAllLooks({ app, window, info }, 'limit')
  // What is sent all the same waits, and says until when.
  await window.keyboard.insertText('Your bag is in Boston, Mara.')
  await window.keyboard.press('Control+Enter')
  const pane = window.getByRole('complementary', { name: 'Ticket' })
  await expect(pane.getByRole('article').last()).toContainText(/Queued until \d\d:\d\d/, { timeout: 30_000 })
  expect((await world.control.sent()).posts).toHaveLength(100)
  await world.x.close()
})

test('an own post tells whether X still edits it, and an edit that is taken back keeps its words', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld()
  const { window, app } = await launchSwitchboard({ env: world.env })
  await connected(window, world)
  const { brandId, handleId } = await speaker(window, 0)
  const first = Job.parse(
    await callCore(window, 'post.compose', { brandId, handleId, parts: ['Our lounge opens on Monday.'] }),
  )
  await expect.poll(async () => (await world.control.sent()).posts.length, { timeout: 30_000 }).toBe(1)
  await speaker(window, 10_000)
  const own = window.getByRole('dialog', { name: 'Own posts of Northwind Air' })
  const editor = window.getByRole('dialog', { name: 'Edit own post on X' })
  const showOwn = async () => {
    await window.keyboard.press('g')
    await window.keyboard.press('p')
    await window.getByRole('button', { name: /^Northwind Air/ }).press('Enter')
  }
  await showOwn()
  await expect(own.getByRole('listitem').first()).toBeVisible()
  await inAllLooks({ app, window, info }, 'own-posts')
  await own.getByRole('listitem').first().getByRole('button', { name: 'Edit…' }).click()
  await editor.getByRole('textbox').fill('Our lounge opens on Tuesday.')
  await editor.getByRole('button', { name: 'Edit as @northwindair' }).click()
  await expect(editor).toBeHidden()
  await window.keyboard.press('z')
  await expect(editor.getByRole('textbox')).toHaveValue('Our lounge opens on Tuesday.')
  await expect(editor).toContainText('the words that you took back')
  await speaker(window, 0)
  await editor.getByRole('button', { name: 'Edit as @northwindair' }).click()
  const newest = async () => (await world.control.sent()).posts.at(-1)?.text
  await expect.poll(newest, { timeout: 20_000 }).toBe('Our lounge opens on Tuesday.')

  const postId = first.parts[0]?.postId ?? (await world.control.sent()).posts[0]?.id
  for (const day of ['Wednesday', 'Thursday', 'Friday', 'Saturday']) {
    const words = `Our lounge opens on ${day}.`
    await callCore(window, 'post.edit', { handleId, postId, text: words })
    await expect.poll(newest, { timeout: 20_000 }).toBe(words)
  }
  await showOwn()
  const item = own.getByRole('listitem').first()
  await expect(item).toContainText('Our lounge opens on Saturday.')
  await expect(item).toContainText('X edits a post within an hour, and up to five times.')
  await expect(item.getByRole('button', { name: 'Edit…' })).toHaveCount(0)
  await expect(item.getByRole('button', { name: 'Delete…' })).toBeVisible()
  await world.x.close()
})
