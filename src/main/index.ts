/**
 * @file Main, the landlord: it keeps the keychain and the windows, starts core, hands over the port and steps out. This
 * is the story, top to bottom. Nothing here waits for Electron at the top level: what must happen before it is ready
 * would come too late.
 */
import { join } from 'node:path'
import { app, powerMonitor, type WebContents } from 'electron'
import { systemClock } from '../shared/clock.ts'
import type { CommandId } from '../shared/commands.ts'
import { Failure } from '../shared/errors.ts'
import { plainKeymap, type Keymap } from '../shared/keymap.ts'
import { linkScheme, ticketInArguments, ticketOfLink } from '../shared/ticket-link.ts'
import { languageOf, localeOf } from '../shared/language.ts'
import { awakeWhile } from './awake.ts'
import { handlersFor } from './handlers.ts'
import { serveWindows } from './ipc.ts'
import { leavesBehind, mayLeave } from './leave-question.ts'
import { openLog } from './log-file.ts'
import { autostart, loginItem, noLoginStart, type LoginStart } from './login-start.ts'
import { installMenu } from './menu.ts'
import { showNotice } from './notice.ts'
import { pageAsPdf } from './page-pdf.ts'
import { livePlace, practicePlace, refuseUnfit, startPlace, wasOpened } from './places.ts'
import { presence, type PresenceWindow } from './presence.ts'
import { reportWriter } from './report-writer.ts'
import { registerSchemes } from './protocol.ts'
import { askBeforeQuit, closeBeforeQuit } from './quit.ts'
import { runtimeOf, type Runtime } from './runtime.ts'
import { screenshotOnce } from './screenshot.ts'
import { withoutCoreDump } from './security/core-dumps.ts'
import { denyNavigation } from './security/navigation.ts'
import { openOutside } from './security/open-outside.ts'
import { openSettings } from './settings.ts'
import { listenForStop } from './stop-key.ts'
import { readSwitches, SwitchRefused, type Switches } from './switches.ts'
import { startTheme } from './theme.ts'
import { startTray, type TrayIcon } from './tray.ts'
import { openWindow, windowFiles } from './window.ts'
import { workspace } from './workspace.ts'
import { speak } from './words.ts'
import { workspaces } from './workspaces.ts'

function begin(): void {
  const switches = readSwitches(process.env, process.argv, app.isPackaged)
  const runtime = runtimeOf(
    process.versions.electron,
    app.commandLine.hasSwitch('no-sandbox'),
    app.isPackaged,
    switches,
  )

  // The lock belongs to a user data folder, so that folder must be known first.
  if (switches.profile) app.setPath('userData', switches.profile)
  if (!app.requestSingleInstanceLock()) {
    console.log('Switchboard is running already: its window comes to the front.')
    app.quit()
    return
  }

  registerSchemes()
  app.commandLine.appendSwitch('disable-breakpad')
  if (runtime.sandboxed) app.enableSandbox()
  denyNavigation(app)
  app.whenReady().then(prepare(switches, runtime), refuse).catch(refuse)
}

/**
 * Settings and workspaces come to life, and the first workspace starts what needs no window.
 * @returns what is left to do once Electron is ready: windows, menu and tray
 */
function prepare(switches: Switches, runtime: Runtime): () => Promise<void> {
  const userData = app.getPath('userData')
  const appFolder = app.getAppPath()
  const clock = systemClock()
  const logOf = (name: string) => openLog(join(userData, 'logs', `${name}.log`))
  const log = logOf('main')
  withoutCoreDump(process.pid, log)

  const settings = openSettings(join(userData, 'settings.json'), clock.now(), log)
  const files = {
    core: switches.standInCore ?? join(appFolder, 'out/core/index.js'),
    practice: join(appFolder, 'out/practice/index.js'),
    scenarios: join(appFolder, 'resources/scenarios'),
  }
  const stayAwake = awakeWhile()
  let scheduled = 0
  /** How each workspace is shown, as notices need it; of one that is opened anew, the newest. */
  const windows = new Map<string, PresenceWindow>()
  const notices = presence({
    settings,
    clock,
    show: showNotice,
    login: loginStartHere(runtime),
    windowOf: (workspaceId) => windows.get(workspaceId) ?? null,
    onChanged(view) {
      shown.tellAll({ kind: 'presence', presence: view })
      tray.told({ startsAtLogin: view.startsAtLogin })
    },
  })
  const papers = reportWriter({
    open: (placeId, reportId) => shown.openPaper(placeId, reportId),
    pdf: pageAsPdf,
    clock,
  })
  const shown = workspaces({
    make(place, { tell, tellAll, onBadge, onOutgoing }) {
      windows.set(place.id, {
        onlyBrandId: () => made.onlyBrandId(),
        isThere: () => shown.isShown(place.id),
        isInFront: () => shown.isInFront(place.id),
        open(target) {
          const ticketId = target?.row?.kind === 'ticket' ? target.row.id : null
          if (ticketId !== null && shown.goToTicket(ticketId)) return
          // A window that has to be opened first asks for what it was linked to.
          if (target && !shown.isShown(place.id)) linked = ticketId
          shown.enter(place)
          if (target) tell({ kind: 'column', ...target })
        },
        ring: () => tell({ kind: 'tone' }),
      })
      const made = workspace({
        place,
        runtime,
        files,
        // Node keeps what it compiled of our own code: the next start loads core in half the time.
        env: { ...process.env, NODE_COMPILE_CACHE: join(userData, 'compiled') },
        clock,
        log: logOf(`core-${place.id}`),
        openOutside,
        onState: (state) => tellAll({ kind: 'state', state }),
        onBadge,
        onOutgoing,
        onFellDue: (due) => notices.fellDue(place.id, due),
        onArrived: (arrivals) => notices.arrived(place.id, arrivals),
        writeReport: (job) => papers.write(place.id, job),
      })
      return made
    },
    show: (place, view) =>
      openWindow(place, view.kind, windowFiles(appFolder), settings, log, (id) => shown.media(place.id, id)),
    allow: (place) => refuseUnfit(place, runtime, switches.xApi),
    setBadge(count) {
      app.setBadgeCount(count)
      tray.told({ needsReply: count })
    },
    onOutgoing(all) {
      scheduled = all.scheduled
      onKeepAwake()
      tray.told({ stopped: all.stopped })
    },
    leavesBehind: (outgoing) => leavesBehind(outgoing, clock.now()),
    mayLeave: (outgoing, window) => mayLeave(outgoing, clock.now(), window),
    clock,
  })
  const onKeepAwake = (): void => stayAwake(settings.get().keepAwake && scheduled > 0)

  const places = { practice: practicePlace(userData), live: livePlace(userData) }
  const first = startPlace(userData, switches, runtime, wasOpened(places.live))
  shown.prepare(first)

  const takePicture = screenshotOnce(switches.screenshot)
  const onPainted = (window: WebContents): Promise<void> => {
    if (switches.reportStart) console.log('The first column is painted.')
    return takePicture(window)
  }
  let keymapShown: Keymap = plainKeymap
  const showMenu = (keymap: Keymap): void => {
    keymapShown = keymap
    installMenu(keymap, (command: CommandId, window) => {
      // Stop needs no window.
      if (command === 'outbox.stop') shown.stop()
      else shown.command(command, window)
    })
  }
  const speakChosen = (): Promise<void> =>
    speak(languageOf(localeOf(settings.get().language, app.getLocale())))
  const onLanguage = async (): Promise<void> => {
    await speakChosen()
    showMenu(keymapShown)
    tray.spoken()
    shown.reloadAll()
  }
  const enterFirst = (): void => {
    if (first.kind !== 'live') return shown.enter(first)
    shown.enterUnlessEmpty(first, places.practice).catch(refuse)
  }
  const toFront = (): void => {
    if (!shown.focus()) enterFirst()
  }
  let linked = ticketInArguments(process.argv)
  const takeLinked = (): string | null => {
    const ticketId = linked
    linked = null
    return ticketId
  }
  // Nothing tells the tray before it stands there.
  let tray: TrayIcon = { told: () => {}, spoken: () => {} }

  return async () => {
    await speakChosen()
    serveWindows(
      handlersFor({
        shown,
        places,
        runtime,
        settings,
        presence: notices,
        papers,
        onKeepAwake,
        onLanguage,
        onPainted,
        onKeymap: showMenu,
        takeLinked,
      }),
      log,
    )
    startTheme(settings.get().theme, (dark) => shown.tellAll({ kind: 'theme', dark }))
    listenForStop(app, shown.stop)
    showMenu(plainKeymap)
    powerMonitor.on('suspend', () => shown.power('suspend'))
    powerMonitor.on('resume', () => shown.power('resume'))
    // Whoever ends the program from outside, the system or its launcher, gets no answer to a question.
    powerMonitor.on('shutdown', () => shown.goWithoutAsking())
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        shown.goWithoutAsking()
        app.quit()
      })
    }

    tray = startTray(appFolder, {
      stop: shown.stop,
      open: toFront,
      quit: () => app.quit(),
      startAtLogin(on) {
        notices.startAtLogin(on).catch((error: unknown) => {
          log.line(
            `starting at login could not be changed: ${error instanceof Failure ? error.code : 'unknown'}`,
          )
          tray.spoken()
        })
      },
    })
    tray.told({ startsAtLogin: notices.view().startsAtLogin })
    const follow = (ticketId: string | null): void => {
      if (ticketId !== null && shown.goToTicket(ticketId)) return
      toFront()
      if (ticketId !== null) shown.tellMain({ kind: 'ticket', ticketId })
    }
    app.on('second-instance', (_event, argv) => follow(ticketInArguments(argv)))
    app.on('open-url', (event, url) => {
      event.preventDefault()
      follow(ticketOfLink(url))
    })
    // In development the system would start the bare runtime.
    if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
    app.on('activate', toFront)
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit()
    })
    askBeforeQuit(app, shown.leavesBehind, shown.mayQuit)
    closeBeforeQuit(app, async () => {
      await shown.closeAll()
      await settings.settled()
    })
    enterFirst()
  }
}

/** How this installation starts at login. A practice-only runtime does not, nor one that nobody installed. */
function loginStartHere(runtime: Runtime): LoginStart {
  if (!app.isPackaged || runtime.fallback) return noLoginStart
  if (process.platform !== 'linux') return loginItem(app)
  // An AppImage runs from a folder of the moment: its own path is what starts it again.
  return autostart(app.getPath('appData'), process.env['APPIMAGE'] ?? process.execPath)
}

/** What stands in the way of starting is said where it was started from. */
function refuse(error: unknown): void {
  console.error(error instanceof SwitchRefused ? error.message : error)
  app.exit(2)
}

try {
  begin()
} catch (error) {
  refuse(error)
}
