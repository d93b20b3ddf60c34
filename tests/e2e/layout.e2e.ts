/**
 * @file The console at its sizes and in every theme: the send button is whole and names the handle, nothing scrolls
 * sideways. Each state leaves a picture among the test's results.
 */
import type { Page } from '@playwright/test'
import { expect, test } from './launch.ts'
import { choose, row, sitDown, waitForTickets } from './console.ts'
import { inAllLooks } from './looks.ts'

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
]

const themes = [
  ['contrast', 'high contrast'],
  ['light', 'light'],
  ['dark', 'dark'],
] as const

/** The element stands whole inside the window, and its text inside the element. */
async function expectWhole(window: Page, name: string): Promise<void> {
  const button = window.getByRole('button', { name, exact: true })
  await expect(button).toBeVisible()
  const fits = await button.evaluate((element) => {
    const box = element.getBoundingClientRect()
    const inside = box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight
    return inside && element.scrollWidth <= element.clientWidth + 1
  })
  expect(fits, `${name} is whole`).toBe(true)
}

test('every size and theme shows the whole send button and no sideways scrolling', async ({
  launchSwitchboard,
}, info) => {
  const { window, app } = await launchSwitchboard()
  const picture = (name: string) => window.screenshot({ path: info.outputPath(`${name}.png`) })
  await sitDown(window, 'Jo Doe', 'JD')
  await waitForTickets(window, 19)
  await row(window, 'Mara Holt').first().click()
  await window.keyboard.press('r')
  await window.keyboard.type('So sorry, Mara. Your bag is in Boston; I book the courier now. ^JD')
  for (const { width, height } of sizes) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    )
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(width)
    for (const [theme, title] of themes) {
      await choose(window, title, `Theme: ${title}`)
      await expect(window.locator('html')).toHaveAttribute('data-theme', theme)
      await expectWhole(window, 'Post publicly as @northwindair')
      expect(await window.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await picture(`console-${theme}-${width}`)
    }
  }
  await window.keyboard.press('Control+k')
  await expect(window.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
  await inAllLooks({ app, window, info }, 'palette')
  await window.keyboard.press('Escape')
  await window.getByRole('textbox', { name: /^Public reply as @/ }).press('Escape')
  await window.keyboard.press('?')
  await expect(window.getByRole('dialog', { name: 'Keyboard cheat sheet' })).toBeVisible()
  await inAllLooks({ app, window, info }, 'cheat-sheet')
})
