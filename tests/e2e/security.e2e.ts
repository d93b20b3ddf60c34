/**
 * @file The security list of docs/ARCHITECTURE.md, read from the running app: what the system, the browser engine and
 * the page themselves say, not what the source promises.
 */
import type { Page } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { coreFlags } from '../../src/shared/core-flags.ts'
import { infoOf, invoke, stateOf } from './bridge.ts'
import { expect, test, type Prepared, type Running } from './launch.ts'
import { processesBelow, readIfAlive } from './processes.ts'

const address = 'app://switchboard/index.html'

/** The status and headers that the app's own scheme answers with, asked from main past any page's policy. */
async function fetched(
  { app }: Running,
  url: string,
): Promise<{ status: number; headers: Record<string, string>; text: string }> {
  const answer: unknown = await app.evaluate(async ({ BrowserWindow }, asked) => {
    const [window] = BrowserWindow.getAllWindows()
    if (!window) throw new Error('no window')
    const response = await window.webContents.session.fetch(asked)
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    }
  }, url)
  return z
    .object({ status: z.number(), headers: z.record(z.string(), z.string()), text: z.string() })
    .parse(answer)
}

/**
 * Runs `attempt` in the page and gives its result, or the name of the error it met. It runs in a task of its own: a
 * debugger's call is allowed more than the page is.
 */
const tried = (page: Page, attempt: () => unknown): Promise<unknown> =>
  page.evaluate(
    `new Promise((done) => setTimeout(done)).then(${attempt.toString()}).then((value) => value, (error) => 'refused: ' + error.name)`,
  )

const onlyOnLinux = (): void => test.skip(process.platform !== 'linux', '/proc is Linux’s')
const onlyWithSandbox = (electron: Prepared): void =>
  test.skip(
    electron.args.includes('--no-sandbox'),
    'this system allows no sandbox: Electron runs with --no-sandbox',
  )

test('every renderer runs in the sandbox, isolated, without Node', async ({
  launchSwitchboard,
  electron,
}) => {
  const running = await launchSwitchboard()
  const { app, window: page } = running
  await page.waitForLoadState()
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((each) => {
      // Known to every Electron, declared by few of its type files.
      const known: unknown = Reflect.get(each.webContents, 'getLastWebPreferences').call(each.webContents)
      return known
    }),
  )
  expect(preferences).toMatchObject([
    {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    },
  ])
  const globals = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer']
  expect(await page.evaluate((names) => names.filter((name) => name in globalThis), globals)).toEqual([])
  expect(await page.evaluate(() => Object.keys(window.switchboard).sort())).toEqual(['invoke', 'onEvent'])
  expect((await infoOf(page)).sandboxed).toBe(!electron.args.includes('--no-sandbox'))
})

test('the system confirms it: each renderer has a seccomp filter', async ({
  launchSwitchboard,
  electron,
}) => {
  onlyOnLinux()
  onlyWithSandbox(electron)
  const { window: page, pid } = await launchSwitchboard()
  await page.waitForLoadState()
  const renderers = processesBelow(pid).filter(({ argv }) => argv.join(' ').includes('--type=renderer'))
  expect(renderers.length).toBeGreaterThan(0)
  for (const { pid: renderer } of renderers) expect(readIfAlive(renderer, 'status')).toMatch(/^Seccomp:\t2$/m)
})

test('pages come with a policy that starts at nothing', async ({ launchSwitchboard }) => {
  const running = await launchSwitchboard()
  const { status, headers } = await fetched(running, address)
  expect(status).toBe(200)
  const policy = headers['content-security-policy'] ?? ''
  expect(policy.startsWith("default-src 'none'; ")).toBe(true)
  for (const rule of [
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'none'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy.split('; ')).toContain(rule)
  }
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  })
})

test('the page can run no inline code, no eval, and reach no network', async ({ launchSwitchboard }) => {
  const { window: page } = await launchSwitchboard()
  await page.waitForLoadState()
  // What eval may do, this may: the policy knows one permission for both.
  expect(await tried(page, () => new Function('return 1')())).toBe('refused: EvalError')
  expect(await tried(page, () => fetch('https://example.com/'))).toBe('refused: TypeError')
  expect(await tried(page, () => fetch('http://127.0.0.1:9/'))).toBe('refused: TypeError')
  expect(await tried(page, () => fetch('app://switchboard/index.html'))).toBe('refused: TypeError')
  expect(await tried(page, () => fetch('file:///etc/passwd'))).toBe('refused: TypeError')
  const loaded = (tag: 'img' | 'script' | 'link', address: string): Promise<boolean> =>
    page
      .evaluate(
        ([name, url]) =>
          new Promise<boolean>((done) => {
            const element = document.createElement(String(name))
            element.onload = () => done(true)
            element.onerror = () => done(false)
            if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: url })
            else if (element instanceof HTMLImageElement) element.src = String(url)
            else element.setAttribute('src', String(url))
            document.head.append(element)
          }),
        [tag, address],
      )
      .catch(() => false)
  expect(await loaded('img', 'https://example.com/a.png')).toBe(false)
  expect(await loaded('img', 'data:image/gif;base64,R0lGODlhAQABAAAAACw=')).toBe(false)
  expect(await loaded('img', 'media:unknown')).toBe(false)
  expect(await loaded('link', 'https://example.com/a.css')).toBe(false)
  expect(await loaded('script', 'https://example.com/a.js')).toBe(false)
  expect(
    await tried(page, () => {
      const script = document.createElement('script')
      script.append('globalThis.inlineRan = true')
      document.head.append(script)
      return 'inlineRan' in globalThis
    }),
  ).not.toBe(true)
})

test('the scheme serves the renderer’s folder and nothing around it', async ({ launchSwitchboard }) => {
  const running = await launchSwitchboard()
  for (const path of [
    '../../package.json',
    '%2e%2e/%2e%2e/package.json',
    '..%2f..%2fpackage.json',
    '..%5c..%5cpackage.json',
    '%2fetc/passwd',
    '/etc/passwd',
    'index.html%00.js',
    '.',
    '',
    'assets',
    'nothing.js',
    '%',
  ]) {
    const { status, text } = await fetched(running, `app://switchboard/${path}`)
    expect([path, status, text]).toEqual([path, 404, ''])
  }
  expect((await fetched(running, 'app://elsewhere/index.html')).status).toBe(404)
})

test('main answers its own page alone', async ({ launchSwitchboard }) => {
  const { app, window: page } = await launchSwitchboard()
  await page.waitForLoadState()
  await expect(invoke(page, 'window.nothing')).rejects.toThrow()
  await expect(invoke(page, 'constructor')).rejects.toThrow()
  expect(await invoke(page, 'window.theme', { theme: 'pink' })).toMatchObject({
    ok: false,
    failure: { code: 'input.invalid' },
  })
  const foreign: unknown = await app.evaluate(async ({ app: main, BrowserWindow }) => {
    const preload = `${main.getAppPath()}/out/preload/index.cjs`
    // In a session of its own, or its page would not even load.
    const other = new BrowserWindow({
      show: false,
      webPreferences: { preload, partition: 'foreign', sandbox: true },
    })
    await other.loadURL('data:text/html,foreign')
    const ask = `window.switchboard.invoke('window.info', {}).then(() => 'answered', (error) => error.message)`
    const said: unknown = await other.webContents.executeJavaScript(ask)
    other.destroy()
    return said
  })
  expect(foreign).toContain('refused')
})

test('only one file of main listens to windows', () => {
  const folder = join(import.meta.dirname, '../../src/main')
  const importers = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) =>
      /import[^;]*\bipcMain\b[^;]*from 'electron'/.test(readFileSync(join(folder, file), 'utf8')),
    )
  expect(importers).toEqual(['ipc.ts'])
})

test('permissions are denied, asked or checked, but notifications and writing the clipboard', async ({
  launchSwitchboard,
}) => {
  const { window: page } = await launchSwitchboard()
  await page.waitForLoadState()
  for (const name of ['geolocation', 'camera', 'microphone', 'midi', 'clipboard-read', 'background-sync']) {
    const state = await tried(
      page,
      new Function(
        `return navigator.permissions.query({ name: '${name}' }).then((status) => status.state)`,
      ) as () => unknown,
    )
    expect([name, state]).toEqual([name, 'denied'])
  }
  expect(await page.evaluate(() => Notification.permission)).toBe('granted')
  expect(await tried(page, () => navigator.clipboard.readText())).toBe('refused: NotAllowedError')
  expect(await tried(page, () => navigator.mediaDevices.getUserMedia({ audio: true }))).toMatch(/^refused: /)
  expect(await tried(page, () => navigator.mediaDevices.getDisplayMedia())).toMatch(/^refused: /)
  expect(
    await tried(
      page,
      () =>
        new Promise((done) => {
          navigator.geolocation.getCurrentPosition(
            () => done('found'),
            (error) => done(error.code),
          )
        }),
    ),
  ).toBe(1)
})

test('the window stays where it is: no navigation, no second window, no frame, no webview', async ({
  launchSwitchboard,
}) => {
  const { app, window: page } = await launchSwitchboard()
  await page.waitForLoadState()
  expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull()
  expect(await page.evaluate(() => window.open('app://switchboard/index.html'))).toBeNull()
  for (const address of [
    'https://example.com/',
    'file:///etc/passwd',
    'app://switchboard/other.html',
    'javascript:1',
  ]) {
    await page.evaluate((url) => {
      const link = document.createElement('a')
      link.href = url
      document.body.append(link)
      link.click()
      link.target = '_blank'
      link.click()
      link.remove()
    }, address)
  }
  await page.evaluate(() => {
    for (const name of ['iframe', 'webview']) {
      const element = document.createElement(name)
      element.setAttribute('src', 'app://switchboard/index.html')
      document.body.append(element)
    }
  })
  expect(page.url()).toBe(address)
  expect((await infoOf(page)).workspaceId).toBe('practice')
  const contents = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => each.getType()),
  )
  expect(contents).toEqual(['window'])
})

test('a window beside the main one is held to the same', async ({ launchSwitchboard }) => {
  const { app, window: first } = await launchSwitchboard()
  await expect.poll(() => stateOf(first)).toBe('open')
  for (const [method, input] of [
    ['window.open-ticket', { ticketId: '../../etc/passwd' }],
    ['window.open-deck', { deckId: 'https://example.com/' }],
    ['window.open-deck', {}],
  ] as const) {
    expect(await invoke(first, method, input)).toMatchObject({
      ok: false,
      failure: { code: 'input.invalid' },
    })
  }
  const [page] = await Promise.all([
    app.waitForEvent('window'),
    invoke(first, 'window.open-deck', { deckId: 'all' }),
  ])
  await expect.poll(() => stateOf(page)).toBe('open')
  expect((await infoOf(page)).view).toEqual({ kind: 'deck', deckId: 'all' })
  const kept = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const known: unknown = Reflect.get(webContents, 'getLastWebPreferences').call(webContents)
      return { known, onDisk: webContents.session.getStoragePath() }
    }),
  )
  expect(kept).toHaveLength(2)
  for (const each of kept)
    expect(each).toMatchObject({
      known: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        webSecurity: true,
      },
      onDisk: null,
    })
  expect(await page.evaluate(() => Object.keys(window.switchboard).sort())).toEqual(['invoke', 'onEvent'])
  expect(await tried(page, () => new Function('return 1')())).toBe('refused: EvalError')
  expect(await tried(page, () => fetch('https://example.com/'))).toBe('refused: TypeError')
  expect(await tried(page, () => navigator.clipboard.readText())).toBe('refused: NotAllowedError')
  expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull()
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://example.com/'
    document.body.append(link)
    link.click()
  })
  expect(page.url()).toBe(address)
  const foreign = await app.evaluate(async ({ app: main, BrowserWindow }) => {
    const preload = `${main.getAppPath()}/out/preload/index.cjs`
    const other = new BrowserWindow({
      show: false,
      webPreferences: { preload, partition: 'foreign', sandbox: true },
    })
    await other.loadURL('data:text/html,foreign')
    const ask = `window.switchboard.invoke('window.open-deck', { deckId: 'all' }).then(() => 'answered', (error) => error.message)`
    const said: unknown = await other.webContents.executeJavaScript(ask)
    other.destroy()
    return said
  })
  expect(foreign).toContain('refused')
})

test('what a window shows is never cached on disk', async ({ launchSwitchboard }) => {
  const { app } = await launchSwitchboard()
  const paths = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((each) => each.webContents.session.getStoragePath()),
  )
  expect(paths).toEqual([null])
})

test('children get a scrubbed environment and bare arguments, and nobody dumps core or reports crashes', async ({
  launchSwitchboard,
}) => {
  onlyOnLinux()
  const { window: page, pid } = await launchSwitchboard({
    env: { SWITCHBOARD_A_SECRET: 'never-to-be-seen', NPM_TOKEN: 'nor-this' },
  })
  await expect.poll(() => stateOf(page)).toBe('open')
  const all = processesBelow(pid)
  const ours = all.filter(({ argv }) => /out[\\/](core|practice)[\\/]index\.js/.test(argv.join(' ')))
  for (const child of ours) {
    // The engine, its own options, the script, and nothing else.
    const script = child.argv.at(-1) ?? ''
    expect(child.argv.slice(1)).toEqual([...(/core[\\/]index\.js$/.test(script) ? coreFlags : []), script])
    const environment = readIfAlive(child.pid, 'environ') ?? ''
    const names = environment.split('\0').map((entry) => entry.split('=')[0])
    expect(names).toContain('PATH')
    expect(
      names.filter((name) => /switchboard|token|secret|npm|node_options|display|dbus/i.test(name ?? '')),
    ).toEqual([])
    expect(environment).not.toMatch(/never-to-be-seen|nor-this/)
  }
  if ((await infoOf(page)).fallbackRuntime) expect(ours).toHaveLength(2)
  for (const { pid: own } of [...ours, { pid }]) {
    expect(readIfAlive(own, 'limits')).toMatch(/^Max core file size\s+0\s+0\s/m)
  }
  expect(all.filter(({ argv }) => /crashpad_handler/.test(argv[0] ?? ''))).toEqual([])
  expect(all.filter(({ argv }) => /never-to-be-seen|nor-this|Bearer|oauth/i.test(argv.join(' ')))).toEqual([])
})

test('pictures come by opaque name alone, and only those of this workspace', async ({
  launchSwitchboard,
}) => {
  const { window: page } = await launchSwitchboard()
  const shown = page.locator('img[src^="media:"]').first()
  await expect(shown).toBeAttached({ timeout: 30_000 })
  const address = z.string().parse(await shown.getAttribute('src'))
  expect(address).toMatch(/^media:[0-9a-f]{32}$/)
  const loads = (asked: string): Promise<boolean> =>
    page.evaluate(
      (url) =>
        new Promise<boolean>((done) => {
          const image = new Image()
          image.onload = () => done(true)
          image.onerror = () => done(false)
          image.src = url
        }),
      asked,
    )
  await expect.poll(() => loads(address)).toBe(true)
  for (const foreign of [
    `media:${'0'.repeat(32)}`,
    `${address}?url=https://example.com/a.png`,
    `${address}/../../switchboard.db`,
    `media://${address.slice(6)}`,
    'media:https://example.com/a.png',
    'media:../switchboard.db',
    'media:',
  ]) {
    expect([foreign, await loads(foreign)]).toEqual([foreign, false])
  }
  // Not readable as data either: a picture is shown, and nothing more.
  expect(
    await page.evaluate(
      (url) =>
        fetch(url).then(
          () => 'read',
          (error: unknown) => (error instanceof Error ? error.name : 'refused'),
        ),
      address,
    ),
  ).toBe('TypeError')
  expect((await infoOf(page)).workspaceId).toBe('practice')
})
