/**
 * @file One workspace while it is open: its keychain, its core, for practice its X, and the state that its windows
 * show. Owns the order of opening and closing and the way back after a crash; commands run one after the other.
 */
import { mkdirSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { WebContents } from 'electron'
import type { Clock } from '../shared/clock.ts'
import type { ScenarioName } from '../shared/domain/scenario.ts'
import type { WorkspaceKind } from '../shared/domain/session.ts'
import { Failure, fromWire, toWire } from '../shared/errors.ts'
import type {
  Arrival,
  FellDue,
  MediaFile,
  Outgoing,
  PowerState,
  WorkspaceBoot,
  WriteReport,
} from '../shared/host-protocol.ts'
import { redirectPorts } from '../shared/redirect.ts'
import type { WorkspaceState } from '../shared/window-protocol.ts'
import { backoff } from './backoff.ts'
import { startCore, type Badge, type CoreProcess } from './core-process.ts'
import type { LogFile } from './log-file.ts'
import { startPractice, type PracticeProcess } from './practice-process.ts'
import type { Runtime } from './runtime.ts'
import { inTurns } from './turns.ts'
import { keychainOf, openVault, vaultForThisRun } from './vault/database-key.ts'
import { keyFromPassphrase, passphraseFileName } from './vault/passphrase.ts'
import type { Vault } from './vault/vault.ts'

/** Which workspace: fixed for its life. `x` is null for practice, whose X gets a port at each start. */
export type WorkspacePlace = {
  id: string
  kind: WorkspaceKind
  folder: string
  stamp: string
  x: { origin: string; webOrigin: string } | null
}

/** What a workspace needs of the app. */
export type WorkspaceParts = {
  place: WorkspacePlace
  runtime: Runtime
  files: { core: string; practice: string; scenarios: string }
  env: NodeJS.ProcessEnv
  clock: Clock
  log: LogFile
  /** @throws Failure for an address that may not be opened; `webOrigin` is the workspace's own stand-in for X */
  openOutside(url: string, webOrigin: string | null): Promise<void>
  onState(state: WorkspaceState): void
  onBadge(badge: Badge): void
  onOutgoing(outgoing: Outgoing): void
  onFellDue(due: FellDue): void
  onArrived(arrivals: Arrival[]): void
  /** Writes the files of a report of this workspace. @throws Failure: none of them is there */
  writeReport(job: WriteReport): Promise<void>
}

/** An open workspace. */
export type Workspace = {
  place: WorkspacePlace
  state(): WorkspaceState
  /** Where its X lives now; empty before the practice X listens. */
  xOrigin(): string
  /**
   * Starts its processes ahead of `open`. A utility process can be started only once Electron is ready: there nothing
   * happens before `open`.
   */
  prepare(): void
  /** Opens it. @returns how many brands it has; null when it did not open, which its state then tells */
  open(): Promise<number | null>
  givePassphrase(passphrase: string): Promise<void>
  retry(): Promise<void>
  /** Begins that world. @throws Failure `input.invalid` outside practice */
  resetPractice(scenario: ScenarioName): Promise<void>
  /** Gives `window` a port to core. @throws Failure `core.gone` while there is none */
  connect(window: WebContents, word: string): void
  /** The file behind an opaque name; null while there is no core, or when it has nothing to show. */
  media(id: string): Promise<MediaFile | null>
  /** The client-safe screen: the one brand that is shown; null: all. */
  onlyBrandId(): string | null
  showOnly(brandId: string | null): void
  power(state: PowerState): void
  /** A person chose a folder. @throws Failure `core.gone` while there is no core */
  folderChosen(folderId: string, folder: string): void
  /** Freezes everything outgoing. Without a core the word is kept for the next. @returns whether core was there */
  stop(): boolean
  close(): Promise<void>
}

/** A workspace that is not open yet. */
export function workspace(parts: WorkspaceParts): Workspace {
  const { place, runtime, files, env, clock, log } = parts
  const turn = inTurns()
  const crashes = backoff()
  let state: WorkspaceState = { state: 'opening' }
  let practice: PracticeProcess | null = null
  let core: CoreProcess | null = null
  /** Loading its code while the practice X starts and the keychain answers; has no workspace yet. */
  let ahead: CoreProcess | null = null
  /** What was started ahead of `open`. */
  let starting: Promise<void> | null = null
  let vault: Vault | null = null
  let cancelRestart: () => void = () => {}
  /** Stop was pressed, and no core has written it down yet. */
  let stopWanted = false
  /** The world that is made when there is none. */
  let world: ScenarioName = 'practice'
  let onlyBrandId: string | null = null

  function become(next: WorkspaceState): null {
    state = next
    parts.onState(next)
    return null
  }
  const fail = (failure: Failure): null => become({ state: 'failed', failure: toWire(failure) })

  async function startProcesses(): Promise<void> {
    mkdirSync(place.folder, { recursive: true, mode: 0o700 })
    const practiceIsUp = place.kind === 'practice' ? openPractice() : null
    ahead ??= newCore()
    await practiceIsUp
  }

  function prepare(): void {
    if (runtime.core.how === 'utility') return
    starting = startProcesses()
    // What went wrong is told by `open`.
    starting.catch(() => {})
  }

  async function open(): Promise<number | null> {
    become({ state: 'opening' })
    try {
      const started = starting ?? startProcesses()
      starting = null
      await started
      const opened = await openVault(place)
      if (opened.state === 'open') return await openCore(opened.vault, opened.databaseKey, false)
      if (opened.state === 'shut') return await giveUp(opened.failure)
      const { first, failure } = opened
      return become({ state: 'passphrase', first, wrong: false, vault: toWire(failure) })
    } catch (error) {
      return await giveUp(failureOf(error))
    }
  }

  async function giveUp(failure: Failure): Promise<null> {
    fail(failure)
    const unused = ahead
    ahead = null
    await unused?.close()
    return null
  }

  const newCore = (): CoreProcess =>
    startCore({
      way: runtime.core,
      script: files.core,
      env,
      log,
      workspaceId: place.id,
      openOutside: (url) => parts.openOutside(url, place.x?.webOrigin ?? practice?.origin ?? null),
      onBadge: parts.onBadge,
      onOutgoing: parts.onOutgoing,
      onFellDue: parts.onFellDue,
      onArrived: parts.onArrived,
      writeReport: parts.writeReport,
      onStopped: () => {
        stopWanted = false
      },
    })

  async function openPractice(): Promise<void> {
    const started = await startPractice({
      way: runtime.practice,
      script: files.practice,
      env,
      log,
      worldFile: join(place.folder, 'world.json'),
      scenarioFile: join(files.scenarios, `${world}.jsonl`),
    })
    practice = started
    crashes.began(clock.monotonic())
    void started.exited.then((exit) => {
      if (practice !== started) return
      practice = null
      if (exit.asked) return
      log.line(`the practice X crashed (${exit.signal ?? exit.code})`)
      // Its next run has another port, so core must begin anew with it.
      comeBack(async () => {
        await shut()
        await open()
      })
    })
  }

  async function openCore(with_: Vault, databaseKey: string, byPassphrase: boolean): Promise<number | null> {
    vault = with_
    const run = ahead ?? newCore()
    ahead = null
    core = run
    crashes.began(clock.monotonic())
    const booted = await run.boot(boot(with_, databaseKey), with_)
    if (booted?.ok) {
      if (stopWanted) run.stop()
      watch(run, () => openCore(with_, databaseKey, byPassphrase))
      become({ state: 'open' })
      return booted.brands
    }
    core = null
    await run.close()
    if (booted === null) {
      log.line('core ended before it was open')
      comeBack(() => openCore(with_, databaseKey, byPassphrase))
      return null
    }
    const failure = fromWire(booted.failure)
    // A wrong key and a broken file look alike to the database; who just typed a passphrase mistyped it.
    if (byPassphrase && failure.is('workspace.unreadable')) {
      const absent = toWire(new Failure('vault.absent', { name: 'database' }))
      return become({ state: 'passphrase', first: false, wrong: true, vault: absent })
    }
    return fail(failure)
  }

  function watch(run: CoreProcess, again: () => Promise<unknown>): void {
    void run.exited.then((exit) => {
      if (core !== run) return
      core = null
      if (exit.asked) return
      log.line(`core crashed (${exit.signal ?? exit.code})`)
      comeBack(again)
    })
  }

  /** After a crash: again in a while, or given up when it crashed too often. */
  function comeBack(again: () => Promise<unknown>): void {
    const wait = crashes.crashed(clock.monotonic())
    if (wait === null) {
      fail(new Failure('core.gone', {}))
      return
    }
    cancelRestart()
    become({ state: 'restarting', at: clock.now() + wait })
    cancelRestart = clock.after(wait, () => {
      turn(again).catch((error: unknown) => fail(failureOf(error)))
    })
  }

  function boot(with_: Vault, databaseKey: string): WorkspaceBoot {
    const origin = practice?.origin ?? ''
    const { id, kind, folder, stamp } = place
    return {
      id,
      kind,
      folder,
      stamp,
      xOrigin: place.x?.origin ?? origin,
      xWebOrigin: place.x?.webOrigin ?? origin,
      databaseKey,
      secretsKept: with_.kept,
      clockOffsetMs: practice?.clockOffsetMs ?? 0,
      redirectPorts: [...redirectPorts],
      grants: practice?.grants ?? null,
    }
  }

  async function shut(): Promise<void> {
    cancelRestart()
    const [endingCores, endingPractice] = [[core, ahead], practice]
    core = null
    ahead = null
    practice = null
    await Promise.all(endingCores.map((each) => each?.close()))
    await endingPractice?.close()
  }

  async function wipePractice(): Promise<void> {
    try {
      await (vault ?? keychainOf(place)).wipe()
    } catch (error) {
      // Made-up secrets in a keychain that does not answer must not keep anybody from a fresh practice world.
      log.line(`the practice world’s keychain entries stay: ${failureOf(error).code}`)
    }
    vault = null
    const entries = await readdir(place.folder)
    await Promise.all(entries.map((entry) => rm(join(place.folder, entry), { recursive: true, force: true })))
  }

  function failureOf(error: unknown): Failure {
    if (error instanceof Failure) return error
    const id = crypto.randomUUID()
    log.line(`internal ${id}: ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`)
    return new Failure('internal', { id })
  }

  return {
    place,
    state: () => state,
    xOrigin: () => place.x?.origin ?? practice?.origin ?? '',
    prepare,
    open: () => turn(open),
    givePassphrase: (passphrase) =>
      turn(async () => {
        if (state.state !== 'passphrase') return
        const key = await keyFromPassphrase(join(place.folder, passphraseFileName), passphrase)
        become({ state: 'opening' })
        await openCore(vaultForThisRun(), key, true)
      }),
    retry: () =>
      turn(async () => {
        if (state.state === 'open' || state.state === 'opening') return
        crashes.reset()
        await shut()
        await open()
      }),
    resetPractice(scenario) {
      if (place.kind !== 'practice') {
        throw new Failure('input.invalid', {
          method: 'practice.reset',
          issues: ['this workspace is not practice'],
        })
      }
      return turn(async () => {
        become({ state: 'opening' })
        await shut()
        await wipePractice()
        world = scenario
        onlyBrandId = null
        crashes.reset()
        await open()
      })
    },
    connect(window, word) {
      if (!core || state.state !== 'open') throw new Failure('core.gone', {})
      core.connect(window, word)
    },
    media: async (id) => (await core?.media(id)) ?? null,
    onlyBrandId: () => onlyBrandId,
    showOnly(brandId) {
      onlyBrandId = brandId
    },
    power: (change) => core?.power(change),
    folderChosen(folderId, folder) {
      if (!core || state.state !== 'open') throw new Failure('core.gone', {})
      core.folderChosen(folderId, folder)
    },
    stop() {
      stopWanted = true
      if (state.state === 'open') core?.stop()
      return core !== null && state.state === 'open'
    },
    close: () => turn(shut),
  }
}
