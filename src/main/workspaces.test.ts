/** @file Which workspace a start ends in, and that each closes with its window. */
import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { beforeEach, expect, test } from 'vitest'
import { fakeClock, type FakeClock } from '../../tests/fake-clock.ts'
import type { WorkspaceState } from '../shared/window-protocol.ts'
import { livePlace, practicePlace } from './places.ts'
import type { Workspace, WorkspacePlace } from './workspace.ts'
import { workspaces, type Workspaces } from './workspaces.ts'

const live = livePlace('/data')
const practice = practicePlace('/data')

let story: string[] = []
let windows = new Map<string, EventEmitter>()
/** How each workspace opens: its brands, or null with the state it stays in. */
let opening: Record<string, () => Promise<number | null>> = {}

/** A window as far as `workspaces` touches it. */
function fakeWindow(place: WorkspacePlace): BrowserWindow {
  const emitter = new EventEmitter()
  windows.set(place.id, emitter)
  story.push(`window ${place.id}`)
  const window = Object.assign(emitter, {
    isDestroyed: () => false,
    isMinimized: () => false,
    show: () => story.push(`front ${place.id}`),
    focus: () => {},
    close: () => emitter.emit('closed'),
    webContents: {
      send: (_channel: string, event: { kind: string }) => story.push(`${event.kind} to ${place.id}`),
    },
  })
  return window as unknown as BrowserWindow
}

function fakeWorkspace(place: WorkspacePlace): Workspace {
  const state: WorkspaceState = { state: 'open' }
  const nothing = async (): Promise<void> => {}
  return {
    place,
    state: () => state,
    xOrigin: () => '',
    open: async () => {
      story.push(`open ${place.id}`)
      return (opening[place.id] ?? (async () => 4))()
    },
    close: async () => void story.push(`close ${place.id}`),
    givePassphrase: nothing,
    retry: nothing,
    resetPractice: nothing,
    connect: () => {},
    power: (change) => void story.push(`${change} ${place.id}`),
  }
}

let shown: Workspaces
let clock: FakeClock
beforeEach(() => {
  story = []
  windows = new Map()
  opening = {}
  clock = fakeClock(0)
  shown = workspaces({ make: fakeWorkspace, show: fakeWindow, allow: () => {}, setBadge: () => {}, clock })
})

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
    make: fakeWorkspace,
    show: fakeWindow,
    allow: () => {
      throw new Error('unfit')
    },
    setBadge: () => {},
    clock,
  })
  expect(() => refusing.enter(live)).toThrow('unfit')
  expect(story).toEqual([])
  expect(refusing.focus()).toBe(false)
})
