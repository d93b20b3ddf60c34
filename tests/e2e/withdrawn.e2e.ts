/** @file What became of customers' posts at X, in the real window: edited, withheld, deleted, their author protected. */
import type { Locator, Page } from '@playwright/test'
import { deletePost, editPost } from '../../src/practice/posts.ts'
import type { World } from '../../src/practice/world.ts'
import type { WorldPost } from '../../src/practice/world-data.ts'
import { must } from '../../src/shared/must.ts'
import { skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { changePracticeWorld, movePracticeTime } from './practice-file.ts'

const minute = 60_000
const mara = 'Third agent, third story.'
const words = {
  deshawn: 'status page is green, my router is red',
  bea: 'all over the',
  ole: 'please make a 0.5 l version',
}

const post = (world: World, key: string): WorldPost =>
  must(world.posts.get(must(world.data.keys[key], `the key ${key}`)), key)

/** While the app was closed: each of four customers' posts went another way. */
function change(world: World): void {
  editPost(
    world,
    post(world, 'mara.3'),
    'My bag is in Boston, says the app. @northwindair is that so?',
    world.now(),
  )
  post(world, 'w.deshawn').withheldIn = ['DE', 'FR']
  deletePost(world, post(world, 'w.bea'))
  must(world.users.get(post(world, 'w.ole').authorId), 'Ole').protected = true
}

test('an edited post keeps its versions; of one that is withheld, deleted or protected a line says why', async ({
  launchSwitchboard,
}, info) => {
  const first = await launchSwitchboard()
  await skipWhoIsHere(first.window)
  await waitForTickets(first.window, 19)
  for (const [customer, text] of [
    ['Mara Holt', mara],
    ['deshawn', words.deshawn],
    ['Bea Bakes', words.bea],
    ['Ole B.', words.ole],
  ] as const)
    await expect(await walkTo(first.window, customer)).toContainText(text)
  await first.close()
  await changePracticeWorld(first.profile, change)
  await movePracticeTime(first.profile, 30 * minute)

  const { window, app } = await launchSwitchboard({ profile: first.profile })
  const pane = window.getByRole('complementary', { name: 'Ticket' })
  // Half an hour went by that nobody saw.
  const nobodySaw = window.getByRole('dialog', { name: 'What nobody saw' })
  await expect(nobodySaw).toContainText('Switchboard was closed from', { timeout: 30_000 })
  await expect(nobodySaw.getByRole('listitem').filter({ hasText: 'Northwind Air' })).toContainText('fell due')
  await inAllLooks({ app, window, info }, 'absence', () => expectNothingClipped(nobodySaw))
  await window.keyboard.press('Escape')
  await expect(nobodySaw).toHaveCount(0)

  await (await walkTo(window, 'Mara Holt')).click()
  const edited = pane
    .getByRole('article', { name: 'Post by Mara Holt' })
    .filter({ hasText: 'My bag is in Boston' })
  await expect(edited).toBeVisible({ timeout: 30_000 })
  await expect(pane).not.toContainText(mara)
  await edited.getByRole('button', { name: 'Edited · 2 versions' }).press('Enter')
  const older = edited.getByRole('list', { name: 'Earlier versions' })
  await expect(older).toContainText(mara)
  await expect(older.getByRole('link', { name: 'Edit history on X' })).toBeVisible()
  await older.scrollIntoViewIfNeeded()
  await inAllLooks({ app, window, info }, 'edited')

  for (const [customer, name, text, title, why] of [
    [
      'deshawn',
      'withheld',
      words.deshawn,
      'page still green btw',
      /^Withheld in Germany, France, written by the customer/,
    ],
    ['Bea Bakes', 'deleted', words.bea, 'Deleted on X', /^Deleted on X, written by the customer/],
    [
      'Ole B.',
      'protected',
      words.ole,
      'No longer visible on X',
      /^No longer visible: the account is protected, written by the customer/,
    ],
  ] as const) {
    const chosen = await walkTo(window, customer)
    await chosen.click()
    await expect(pane.getByText(why)).toBeVisible({ timeout: 30_000 })
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText(title)
    await expectGone(window, [pane, chosen], text)
    await inAllLooks({ app, window, info }, name)
  }
})

/** Goes down the mentions with the keys until the cursor is on a customer's row. */
async function walkTo(window: Page, customer: string): Promise<Locator> {
  const list = window.getByRole('listbox', { name: 'Mentions' })
  const toTop = async (): Promise<void> => {
    await list.evaluate((element) => element.scrollTo(0, 0))
    await list.getByRole('option').first().click()
    await window.keyboard.press('Escape')
  }
  await toTop()
  const chosen = list.getByRole('option', { selected: true })
  for (let steps = 0; steps < 200 && !(await chosen.textContent())?.includes(customer); steps++) {
    const isLast =
      (await chosen.getAttribute('aria-posinset')) === (await chosen.getAttribute('aria-setsize'))
    // What came in above the first row is met from the top again.
    if (isLast) {
      await toTop()
      continue
    }
    const before = must(await chosen.getAttribute('id'), 'the id of a row')
    await window.keyboard.press('j')
    // Rows may come in above meanwhile.
    await expect(chosen).not.toHaveAttribute('id', before)
  }
  await expect(chosen).toContainText(customer)
  return chosen
}

/** The words are nowhere any more: in none of these places, nor in the whole of the window. */
async function expectGone(window: Page, places: Locator[], text: string): Promise<void> {
  for (const place of places) await expect(place).not.toContainText(text)
  await expect(window.getByText(text)).toHaveCount(0)
}
