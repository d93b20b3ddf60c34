/** @file The whole conversation of a customer with a brand, with keys alone: what came before, unfolded and folded. */
import { violations } from './axe.ts'
import { connectHandle } from './connecting.ts'
import { row, skipWhoIsHere } from './console.ts'
import { expect, test } from './launch.ts'
import { expectNothingClipped, inAllLooks } from './looks.ts'
import { startWorld } from './world.ts'

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()

/** A long thread about a bag, and a new one about a seat. */
const edda = [
  {
    type: 'user',
    username: 'edda',
    name: 'Edda Rask',
    followers: 1_250,
    description:
      'Ships, fog & #weather. Blog: https://edda-rask.example/notes with @northwindair\nمرحبا بالعالم، أهلا وسهلا',
    location: 'Torshavn, where the rain comes from all sides and from below as well',
    site: 'https://edda-rask.example/about/me/and/the/sea',
    since: '2012-03-15',
  },
  { type: 'post', key: 'bag', by: 'edda', text: '@northwindair my bag is lost', at: minutesAgo(200) },
  ...Array.from({ length: 69 }, (_, n) => ({
    type: 'post',
    key: `bag-${n}`,
    by: 'edda',
    replyTo: n === 0 ? 'bag' : `bag-${n - 1}`,
    text: `@northwindair still no bag, call ${n + 1}`,
    at: minutesAgo(190 - n),
  })),
  {
    type: 'post',
    key: 'seat',
    by: 'edda',
    text: '@northwindair may I change my seat to Oslo?',
    at: minutesAgo(5),
  },
]

/** Made to break a card: many lines, marks piled up, nothing to break at, a direction turned, a new account. */
const zalgo = 'Z' + '\u0300\u0336\u0353\u034e'.repeat(60)
const nasty = {
  type: 'user',
  username: 'nasty',
  name: 'Nasty',
  followers: 3,
  description: `${zalgo}\n${'x\n'.repeat(40)}\u202emoc.knab ${'W'.repeat(200)}\u0007\u0000end`,
  location: `\u202e${'Ж'.repeat(120)}\n\n${zalgo}`,
  site: `https://${'a'.repeat(60)}.example/`,
  since: new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10),
}

test('a profile that was made to break the card stays within it, and is scrolled by key', async ({
  launchSwitchboard,
}, info) => {
  const lines = [nasty, { type: 'post', by: 'nasty', text: '@northwindair help', at: minutesAgo(5) }]
  const world = await startWorld(lines, { clock: 'of-this-computer' })
  const running = await launchSwitchboard({ env: world.env })
  const { window } = running
  await skipWhoIsHere(window)
  const northwind = { user: 'northwindair', client: 'Northwind Group', brand: 'Northwind Air' }
  await connectHandle(window, world, northwind)
  await expect(row(window, 'Nasty')).toHaveCount(1, { timeout: 30_000 })
  await row(window, 'Nasty').click()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('log', { name: 'Conversation' })).toContainText('help')
  await window.keyboard.press('Shift+W')
  const card = window.getByRole('dialog', { name: 'Nasty' })
  await expect(card.getByText(/^On X for \d days$/)).toBeVisible()
  const words = card.getByRole('group', { name: 'Profile on X' })
  await expect(words).toContainText('⟨RLO⟩')
  await inAllLooks({ ...running, info }, 'customer-card-nasty', async () => {
    await expectNothingClipped(card)
    // Tickets stand below it in sight, whatever it holds.
    await expect(card.getByRole('link', { name: /help/ })).toBeInViewport()
  })
  await words.focus()
  await window.keyboard.press('End')
  await expect.poll(() => words.evaluate((one) => one.scrollTop)).toBeGreaterThan(100)
  expect(await violations(window)).toEqual([])
})

test('what was said in other tickets comes in above, page by page, and nothing jumps; the middle of long ones is folded', async ({
  launchSwitchboard,
}, info) => {
  const world = await startWorld(edda, { clock: 'of-this-computer' })
  const running = await launchSwitchboard({ env: world.env })
  const { window } = running
  await skipWhoIsHere(window)
  await connectHandle(window, world, {
    user: 'northwindair',
    client: 'Northwind Group',
    brand: 'Northwind Air',
  })
  await expect(row(window, 'Edda Rask')).toHaveCount(2, { timeout: 30_000 })
  await window.keyboard.press('1')
  const seat = row(window, 'change my seat')
  for (let n = 0; n < 2 && (await seat.getAttribute('aria-selected')) !== 'true'; n++)
    await window.keyboard.press('j')
  await expect(seat).toHaveAttribute('aria-selected', 'true')
  await window.keyboard.press('Enter')
  const thread = window.getByRole('log', { name: 'Conversation' })
  const own = thread.getByRole('article').filter({ hasText: 'may I change my seat' })
  await expect(own).toBeInViewport()
  await expect(thread.getByRole('button', { name: /^1 earlier ticket, 70 messages · last/ })).toBeVisible()
  await inAllLooks({ ...running, info }, 'conversation-folded')

  // The first page: the newest fifty, of which the middle is folded; the ticket's own message stays where it is read.
  await window.keyboard.press('w')
  const other = thread.getByRole('region', { name: 'Ticket #1' })
  await expect(other.getByText('still no bag, call 69')).toBeVisible()
  await expect(other.getByText('call 30', { exact: false })).toHaveCount(0)
  await expect(own).toBeInViewport()
  await inAllLooks({ ...running, info }, 'conversation-earlier')

  // The next page, while somebody reads far above: what they read stands still.
  await thread.focus()
  await window.keyboard.press('Home')
  await expect.poll(() => thread.evaluate((element) => element.scrollTop)).toBe(0)
  const read = other.getByText('still no bag, call 20', { exact: false })
  const topOf = () => read.evaluate((element) => Math.round(element.getBoundingClientRect().top))
  const before = await topOf()
  await window.keyboard.press('w')
  await expect(other.getByText('my bag is lost')).toBeAttached()
  await expect(other.getByRole('article')).toHaveCount(70)
  expect(Math.abs((await topOf()) - before)).toBeLessThanOrEqual(1)
  await inAllLooks({ ...running, info }, 'conversation-unfolded')
  expect(await violations(window)).toEqual([])
  await window.keyboard.press('y')
  await expect(other.getByRole('button', { name: '52 more messages' })).toBeAttached()
  await window.keyboard.press('y')
  await expect(other.getByRole('article')).toHaveCount(70)

  await window.keyboard.press('Shift+W')
  const card = window.getByRole('dialog', { name: 'Edda Rask' })
  await expect(card.getByRole('link', { name: /my bag is lost/ })).toBeVisible()
  await expect(card.getByRole('link', { name: /^edda-rask.example\/notes/ })).toBeVisible()
  await expect(card.getByRole('link', { name: '@northwindair' })).toBeVisible()
  await expect(card).toContainText('On X since March 2012')
  await inAllLooks({ ...running, info }, 'customer-card', () => expectNothingClipped(card))
  expect(await violations(window)).toEqual([])
  await window.keyboard.press('Escape')
  await expect(card).toHaveCount(0)

  // Nothing of another ticket is answered: the composer goes where it went.
  await window.keyboard.press('w')
  await expect(other).toHaveCount(0)
  await window.keyboard.press('r')
  await expect(window.getByRole('textbox', { name: /^Public reply as @northwindair/ })).toBeFocused()
})
