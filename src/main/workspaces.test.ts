/** @file Which workspace a start ends in, and that each closes with its window. */
import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { beforeEach, expect, test } from 'vitest'
import { fakeClock, type FakeClock } from '../../tests/fake-clock.ts'
import type { WorkspaceState } from '../shared/window-protocol.ts'
import { livePlace, practicePlace } from './places.ts'
import type { Workspace, WorkspacePlace } from './workspace.ts'
import { workspaces, type WorkspaceHear, type Workspaces, type WorkspacesParts } from './workspaces.ts'

const live = livePlace('/data')
const practice = practicePlace('/data')

let story: string[] = []
let windows = new Map<string, EventEmitter>()
const hears = new Map<string, WorkspaceHear>()
/** What a person says when messages would be left behind. */
let mayLeave = true
/** How each workspace opens: its brands, or null with the state it stays in. */
let opening: Record<string, () => Promise<number | null>> = {}

/** A window as far as `workspaces` touches it. */
function fakeWindow(name: string): BrowserWindow {
  const emitter = new EventEmitter()
  windows.set(name, emitter)
  story.push(`window ${name}`)
  const window = Object.assign(emitter, {
    isDestroyed: () => false,
    isMinimized: () => false,
    show: () => story.push(`front ${name}`),
    focus: () => {},
    close() {
      let prevented = false
      emitter.emit('close', { preventDefault: () => (prevented = true) })
      if (!prevented) emitter.emit('closed')
    },
    webContents: {
      send: (_channel: string, event: { kind: string }) => story.push(`${event.kind} to ${name}`),
    },
  })
  return window as unknown as BrowserWindow
}

function fakeWorkspace(place: WorkspacePlace, hear: WorkspaceHear): Workspace {
  hears.set(place.id, hear)
  const state: WorkspaceState = { state: 'open' }
  const nothing = async (): Promise<void> => {}
  return {
    place,
    state: () => state,
    xOrigin: () => '',
    prepare: () => void story.push(`prepare ${place.id}`),
    open: async () => {
      story.push(`open ${place.id}`)
      return (opening[place.id] ?? (async () => 4))()
    },
    close: async () => void story.push(`close ${place.id}`),
    givePassphrase: nothing,
    retry: nothing,
    resetPractice: nothing,
    connect: () => {},
    media: async () => null,
    onlyBrandId: () => null,
    showOnly: () => {},
    power: (change) => void story.push(`${change} ${place.id}`),
    folderChosen: () => {},
    stop: () => Boolean(story.push(`stop ${place.id}`)),
  }
}

let shown: Workspaces
let clock: FakeClock
beforeEach(() => {
  story = []
  windows = new Map()
  opening = {}
  clock = fakeClock(0)
  mayLeave = true
  shown = workspaces(parts())
})

const parts = (): WorkspacesParts => ({
  make: fakeWorkspace,
  show: (place, view) => fakeWindow(view.kind === 'main' ? place.id : view.kind),
  allow: () => {},
  setBadge: () => {},
  onOutgoing: (all) => void story.push(`waiting ${all.waiting}`),
  leavesBehind: ({ waiting }) => waiting > 0,
  async mayLeave({ waiting }) {
    story.push(`asked about ${waiting}`)
    return mayLeave
  },
  clock,
})
const outgoing = { waiting: 0, scheduled: 0, nextScheduledAt: null, stopped: false }
const closeWindow = (id: string): void => (windows.get(id) as unknown as BrowserWindow).close()

test('a live workspace with brands stays', async () => {
  opening = { live: async () => 2 }
  await shown.enterUnlessEmpty(live, practice)
  expect(story).toEqual(['open live', 'window live'])
})

test('without any brand it makes way for practice', async () => {
  opening = { live: async () => 0 }
  await shown.enterUnlessEmpty(live, practice)
  await shown.closeAll()
  expect(story[0]).toBe('open live')
  expect(story.filter((each) => each.endsWith('practice')).slice(0, 2)).toEqual([
    'open practice',
    'window practice',
  ])
  expect(story.filter((each) => each === 'close live')).toHaveLength(1)
  expect(story).not.toContain('window live')
})

test('one that did not open, for want of a keychain say, stays and tells why: that is not "no brand"', async () => {
  opening = { live: async () => null }
  await shown.enterUnlessEmpty(live, practice)
  expect(story).toEqual(['open live', 'window live'])
})

test('a slow one shows its window meanwhile', async () => {
  let done: (brands: number | null) => void = () => {}
  opening = {
    live: () =>
      new Promise((resolve) => {
        done = resolve
      }),
  }
  const entering = shown.enterUnlessEmpty(live, practice)
  await clock.advance(999)
  expect(story).toEqual(['open live'])
  await clock.advance(1)
  expect(story).toEqual(['open live', 'window live'])
  done(1)
  await entering
  expect(story).toEqual(['open live', 'window live'])
})

test('a workspace has one window, and closes with it', async () => {
  shown.enter(practice)
  await expect.poll(() => story).toContain('open practice')
  shown.enter(practice)
  expect(story.filter((each) => each === 'window practice')).toHaveLength(1)
  expect(story).toContain('front practice')
  shown.command('view.palette', undefined)
  expect(story.at(-1)).toBe('command to practice')
  windows.get('practice')?.emit('closed')
  await expect.poll(() => story.at(-1)).toBe('close practice')
  expect(shown.focus()).toBe(false)
  shown.enter(practice)
  await expect.poll(() => story.filter((each) => each === 'open practice')).toHaveLength(2)
})

test('a place that may not be opened leaves nothing behind', () => {
  const refusing = workspaces({
    ...parts(),
    allow: () => {
      throw new Error('unfit')
    },
  })
  expect(() => refusing.enter(live)).toThrow('unfit')
  expect(story).toEqual([])
  expect(refusing.focus()).toBe(false)
})

test('a window that would leave messages behind asks, and stays until the answer is yes', async () => {
  shown.enter(practice)
  await expect.poll(() => story).toContain('window practice')
  hears.get('practice')?.onOutgoing({ ...outgoing, waiting: 2 })
  mayLeave = false
  closeWindow('practice')
  await expect.poll(() => story.at(-1)).toBe('asked about 2')
  expect(story).not.toContain('close practice')
  mayLeave = true
  closeWindow('practice')
  await expect.poll(() => story).toContain('close practice')
})

test('the app asks once for all workspaces, and no window asks again', async () => {
  shown.enter(practice)
  shown.enter(live)
  await expect.poll(() => story).toContain('window live')
  hears.get('practice')?.onOutgoing({ ...outgoing, waiting: 2 })
  hears.get('live')?.onOutgoing({ ...outgoing, scheduled: 1, waiting: 1 })
  expect(shown.leavesBehind()).toBe(true)
  expect(await shown.mayQuit()).toBe(true)
  closeWindow('practice')
  closeWindow('live')
  await expect.poll(() => story).toContain('close live')
  expect(story.filter((each) => each.startsWith('asked'))).toEqual(['asked about 3'])
})

test('a computer that goes down asks nobody', async () => {
  shown.enter(practice)
  await expect.poll(() => story).toContain('window practice')
  hears.get('practice')?.onOutgoing({ ...outgoing, waiting: 2 })
  shown.goWithoutAsking()
  expect(shown.leavesBehind()).toBe(false)
  closeWindow('practice')
  await expect.poll(() => story).toContain('close practice')
  expect(story.filter((each) => each.startsWith('asked'))).toEqual([])
})

test('stop reaches every workspace, with a window in front or without', async () => {
  shown.enter(practice)
  shown.enter(live)
  await expect.poll(() => story).toContain('window live')
  expect(shown.stop()).toHaveLength(2)
  expect(story.slice(-2)).toEqual(['stop practice', 'stop live'])
})

test('windows beside the main one hear what concerns all, and go with it', async () => {
  shown.enter(practice)
  await expect.poll(() => story).toContain('window practice')
  const contentsOf = (name: string) => (windows.get(name) as unknown as BrowserWindow).webContents
  shown.windowsOf(contentsOf('practice')).openBeside({ kind: 'deck', deckId: 'all' }, contentsOf('practice'))
  expect(shown.of(contentsOf('deck'))).toBe(shown.of(contentsOf('practice')))
  story = []
  hears.get('practice')?.tellAll({ kind: 'theme', dark: true })
  hears.get('practice')?.tell({ kind: 'tone' })
  shown.command('view.palette', windows.get('deck') as unknown as BrowserWindow)
  shown.command('view.palette', undefined)
  expect(story).toEqual([
    'theme to practice',
    'theme to deck',
    'tone to practice',
    'command to deck',
    'command to practice',
  ])
  const gone: string[] = []
  windows.get('deck')?.once('closed', () => gone.push('deck'))
  closeWindow('practice')
  expect(gone).toEqual(['deck'])
  await expect.poll(() => story.at(-1)).toBe('close practice')
})
