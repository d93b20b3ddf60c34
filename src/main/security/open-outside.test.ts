/** @file Which addresses may leave for the system browser. */
import { expect, test, vi } from 'vitest'
import { allowedOutside, openOutside } from './open-outside.ts'

const opened = vi.hoisted((): string[] => [])
vi.mock('electron', () => ({
  shell: {
    openExternal: async (url: string) => {
      if (url.includes('no-browser')) throw new Error('no browser')
      opened.push(url)
    },
  },
}))

const stamp = 'http://127.0.0.1:4321'

test('https goes out, and so does the workspace’s own stand-in for X', () => {
  expect(allowedOutside('https://x.com/a', null)).toBe('https://x.com/a')
  expect(allowedOutside('HTTPS://X.com', stamp)).toBe('https://x.com/')
  expect(allowedOutside(`${stamp}/i/oauth2/authorize?state=1`, stamp)).toBe(
    `${stamp}/i/oauth2/authorize?state=1`,
  )
})

test.each([
  ['http://x.com/', stamp],
  [`${stamp}/`, null],
  ['http://127.0.0.1:4322/', stamp],
  ['http://example.org/', 'http://example.org'],
  ['file:///etc/passwd', stamp],
  ['javascript:alert(1)', stamp],
  ['data:text/html,x', stamp],
  ['smb://host/share', stamp],
  ['ms-settings:', stamp],
  ['https://me:secret@x.com/', stamp],
  ['', stamp],
  ['//x.com', stamp],
])('%s stays inside (%s)', (address, webOrigin) => {
  expect(() => allowedOutside(address, webOrigin)).toThrow('input.invalid')
})

test('no browser is a failure that core can tell, and a refused address opens none', async () => {
  await openOutside('https://x.com/a', null)
  await expect(openOutside('https://no-browser/', null)).rejects.toMatchObject({ code: 'internal' })
  await expect(openOutside('file:///a', null)).rejects.toMatchObject({ code: 'input.invalid' })
  expect(opened).toEqual(['https://x.com/a'])
})
