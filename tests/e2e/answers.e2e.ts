/**
 * @file What was answered before, in the real window: a solved ticket’s answer gets into the next customer’s draft with
 * one key and is sent; it is kept as a page and as a macro, and pages go out as files.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { violations } from './axe.ts'
import { connectHandle, holdBriefly } from './connecting.ts'
import { choose, row, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

const asks = (by: string, key: string, text: string) => ({
  type: 'post',
  key,
  by,
  at: '2026-11-17T07:00:00Z',
  text: `@northwindair ${text}`,
})
const lines = [
  { type: 'user', username: 'tildeb', name: 'Tilde Berg' },
  { type: 'user', username: 'rashidk', name: 'Rashid Khan' },
  { type: 'user', username: 'kamrao', name: 'Kamala Rao' },
  asks('tildeb', 'seat-one', 'can I still change my seat after online check-in?'),
  asks('rashidk', 'seat-two', 'how do I change the seat, I did the check-in already?'),
  { ...asks('kamrao', 'seat-three', 'चेक-इन के बाद मैं अपनी सीट कैसे बदलूँ?'), lang: 'hi' },
]

/** Answers the next question where a file goes. */
const saveAs = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)

test('an answer of before is inserted with one key and sent; it becomes a page and a macro, and a file', async ({
  launchSwitchboard,
}, info) => {
  test.setTimeout(240_000)
  const world = await startWorld(lines)
  const running = await launchSwitchboard({ env: world.env })
  const { app, window } = running
  await skipWhoIsHere(window)
  await connectHandle(window, world, {
    user: 'northwindair',
    client: 'Northwind Group',
    brand: 'Northwind Air',
  })
  await holdBriefly(window)
  const composer = window.getByRole('textbox', { name: /^Public reply as @/ })
  const strip = window.getByRole('region', { name: 'Answered before' })
  const sent = async (): Promise<string[]> => (await world.control.sent()).posts.map(({ text }) => text)

  await row(window, 'Tilde Berg').first().click()
  await expect(composer).toBeVisible()
  await expect(strip).toBeHidden()
  await window.keyboard.press('r')
  await expect(composer).toBeFocused()
  await window.keyboard.type('Hi Tilde, seats are changed under My Trips until two hours before departure.')
  await window.keyboard.press('Control+Shift+Enter')
  // Solved is what X has.
  await expect(window.getByRole('status').getByText(/^Tilde Berg: sent/)).toBeVisible({ timeout: 30_000 })
  expect(await sent()).toHaveLength(1)

  // Nothing was answered in her language: what there is says so.
  await row(window, 'Kamala Rao').first().click()
  await expect(strip.getByText('not the customer’s language: English').first()).toBeVisible({
    timeout: 15_000,
  })
  await inAllLooks({ ...running, info }, 'answered-elsewhere')
  expect(await violations(window)).toEqual([])

  await row(window, 'Rashid Khan').first().click()
  await expect(
    strip.getByRole('button', { name: /^Insert answer 1: Hi Rashid, seats are changed/ }),
  ).toBeVisible()
  await expect(strip.getByText('not the customer’s language')).toBeHidden()
  await inAllLooks({ ...running, info }, 'answered-before')
  expect(await violations(window)).toEqual([])

  await window.getByRole('complementary', { name: 'Ticket' }).focus()
  await window.keyboard.press('Shift+V')
  await expect(composer).toBeFocused()
  await expect(composer).toHaveValue(
    'Hi Rashid, seats are changed under My Trips until two hours before departure.',
  )
  await expect(window.getByRole('status').getByText('Answer 1 of 2 is set in')).toBeVisible()
  // Pressed again, the next one stands in its place; after the last one the first again.
  await window.keyboard.press('Control+Shift+A')
  await expect(composer).not.toHaveValue(/seats are changed/u)
  await expect(window.getByRole('status').getByText('Answer 2 of 2 is set in')).toBeVisible()
  await window.keyboard.press('Control+Shift+A')
  await expect(composer).toHaveValue(
    'Hi Rashid, seats are changed under My Trips until two hours before departure.',
  )
  expect(await sent()).toHaveLength(1)
  await window.keyboard.press('Control+Enter')
  await expect.poll(sent, { timeout: 30_000 }).toHaveLength(2)
  expect((await sent()).join('\n')).toMatch(/@rashidk Hi Rashid, seats are changed under My Trips/u)

  await choose(window, 'as an answers page', 'Keep our newest answer as an answers page')
  const pages = window.getByRole('dialog', { name: 'Answers of Northwind Air' })
  await expect(pages.getByRole('textbox', { name: /^Answer/ })).toHaveValue(
    'Seats are changed under My Trips until two hours before departure.',
  )
  await pages.getByRole('textbox', { name: 'Title' }).fill('Changing a seat')
  await pages.getByRole('button', { name: 'Save' }).click()
  await expect(pages.getByRole('listitem').filter({ hasText: 'Changing a seat' })).toBeVisible()
  await pages.getByRole('button', { name: 'New page' }).click()
  await pages.getByRole('textbox', { name: 'Title' }).fill('Refunds')
  await pages.getByRole('textbox', { name: /^Answer/ }).fill('Write to rashid.khan@example.org.')
  await expect(pages.getByText('Answer: “rashid.khan@example.org” (an e-mail address)')).toBeVisible()
  await inAllLooks({ ...running, info }, 'answers-form', () => expectNothingClipped(pages))
  expect(await violations(window)).toEqual([])
  await pages.getByRole('button', { name: 'Save' }).click()
  await expect(pages.getByRole('listitem').filter({ hasText: 'Refunds' }).first()).toBeVisible()

  const html = join(info.outputDir, 'answers.html')
  await saveAs(app, html)
  await pages.getByRole('button', { name: 'Export as a web page…' }).click()
  await expect(pages.getByText(/^1 page was left out, .*: Refunds\./u)).toBeVisible()
  await inAllLooks({ ...running, info }, 'answers-pages', () => expectNothingClipped(pages))
  expect(await violations(window)).toEqual([])
  const content = readFileSync(html, 'utf8')
  expect(content).toContain('Changing a seat')
  expect(content).not.toContain('rashid')
  await window.keyboard.press('Escape')
  await expect(pages).toBeHidden()

  await choose(window, 'answer as a macro', 'Keep our newest answer as a macro')
  const macros = window.getByRole('dialog', { name: 'Macros of Northwind Air' })
  await expect(macros.getByRole('textbox', { name: 'Text', exact: true })).toHaveValue(
    'Hi {{customer.first_name|there}}, seats are changed under My Trips until two hours before departure.',
  )
  await window.keyboard.press('Escape')
  await expect(macros).toBeHidden()

  await testExportedFile(content)
  await world.x.close()

  /** The file searches by itself, and its policy lets nothing else in. */
  async function testExportedFile(exported: string): Promise<void> {
    const shown = await app.evaluate(async ({ BrowserWindow }, source) => {
      const plain = new BrowserWindow({
        show: false,
        webPreferences: { partition: 'answers', sandbox: true },
      })
      await plain.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(source).toString('base64')}`)
      const found = (await plain.webContents.executeJavaScript(`(() => {
        const field = document.getElementById('search')
        const look = (text) => {
          field.value = text
          field.dispatchEvent(new Event('input'))
          return [...document.querySelectorAll('article')].filter((page) => !page.hidden).length
        }
        return [look('trips seats'), look('zanzibar'), document.getElementById('none').hidden ? 1 : 0, look('')]
      })()`)) as number[]
      plain.destroy()
      return found
    }, exported)
    expect(shown).toEqual([1, 0, 0, 1])
  }
})
