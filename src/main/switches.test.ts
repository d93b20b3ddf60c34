/** @file What the environment may say to main, and who is refused. */
import { describe, expect, test } from 'vitest'
import { runtimeOf } from './runtime.ts'
import { readSwitches, SwitchRefused } from './switches.ts'

const read = (env: NodeJS.ProcessEnv, argv: string[] = [], packaged = false) =>
  readSwitches(env, argv, packaged)

describe('switches', () => {
  test('nothing given is nothing switched, empty values included', () => {
    expect(read({ SWITCHBOARD_PROFILE: '', PATH: '/bin' })).toEqual({
      profile: null,
      xApi: null,
      node: null,
      standInCore: null,
      noSandbox: false,
      screenshot: null,
      reportStart: false,
    })
  })

  test.each([
    'SWITCHBOARD_PROFILE',
    'SWITCHBOARD_X_API',
    'SWITCHBOARD_NODE',
    'SWITCHBOARD_CORE',
    'SWITCHBOARD_NO_SANDBOX',
  ])('a packaged app refuses %s by name', (name) => {
    const value = name === 'SWITCHBOARD_NO_SANDBOX' ? '1' : 'http://127.0.0.1:1'
    expect(() => read({ [name]: value }, [], true)).toThrow(name)
    expect(() => read({ [name]: value })).not.toThrow()
  })

  test.each([
    ['http://127.0.0.1:4321', 'http://127.0.0.1:4321', true],
    ['http://localhost:80/', 'http://localhost', true],
    ['http://[::1]:9', 'http://[::1]:9', true],
    ['https://x.example.org', 'https://x.example.org', false],
  ])('%s is an X-compatible server', (given, origin, loopback) => {
    expect(read({ SWITCHBOARD_X_API: given }).xApi).toEqual({ origin, loopback })
  })

  test.each([
    'https://api.x.com',
    'https://x.com',
    'https://api.twitter.com',
    'http://example.org',
    'http://127.0.0.1:1/path',
    'http://me@127.0.0.1:1',
    'ftp://127.0.0.1',
    'nonsense',
  ])('%s is none', (given) => {
    expect(() => read({ SWITCHBOARD_X_API: given })).toThrow(SwitchRefused)
  })

  test('a screenshot needs a file', () => {
    expect(read({}, ['electron', '.', '--screenshot', '/a.png']).screenshot).toBe('/a.png')
    expect(read({}, ['electron', '.', '--screenshot=b.png']).screenshot).toBe('b.png')
    expect(() => read({}, ['electron', '.', '--screenshot'])).toThrow('file name')
    expect(() => read({}, ['electron', '.', '--screenshot', '--other'])).toThrow('file name')
  })
})

describe('runtime', () => {
  const none = read({})
  const node = read({ SWITCHBOARD_NODE: '/node24' })

  test('the current Electron forks utility processes, and real workspaces open', () => {
    expect(runtimeOf('45.4.1', false, true, none)).toMatchObject({
      fallback: false,
      fit: true,
      core: { how: 'utility' },
      practice: { how: 'utility' },
    })
  })

  test('the fallback forks Node 24, and no real workspace opens', () => {
    expect(runtimeOf('33.2.1', false, false, node)).toMatchObject({
      fallback: true,
      fit: false,
      core: { how: 'fork', node: '/node24' },
    })
    expect(() => runtimeOf('33.2.1', false, false, none)).toThrow('SWITCHBOARD_NODE')
    expect(() => runtimeOf('33.2.1', false, true, none)).toThrow('too old')
  })

  test('a stand-in core goes the way of the product on any runtime', () => {
    const standIn = read({ SWITCHBOARD_NODE: '/node24', SWITCHBOARD_CORE: '/core.js' })
    expect(runtimeOf('33.2.1', false, false, standIn)).toMatchObject({
      core: { how: 'utility' },
      practice: { how: 'fork', node: '/node24' },
    })
  })

  test('without a sandbox nothing starts unless the launcher said so, and then nothing real opens', () => {
    expect(() => runtimeOf('45.4.1', true, false, none)).toThrow('sandbox')
    const said = read({ SWITCHBOARD_NO_SANDBOX: '1' })
    expect(runtimeOf('45.4.1', true, false, said)).toMatchObject({ sandboxed: false, fit: false })
  })
})
