/**
 * @file The one switch between two runtimes. The current Electron forks core as a utility process; the old fallback
 * Electron cannot load the database (Node-API 10), so core runs on Node 24 there, and no real workspace opens.
 */
import { SwitchRefused, type Switches } from './switches.ts'

/** How children are started, and what may be opened here. */
export type Runtime = {
  electron: string
  /** The browser engine is an old one without security updates. */
  fallback: boolean
  sandboxed: boolean
  /** Real credentials are safe here. Otherwise only origins of this machine open. */
  fit: boolean
  /** `node` is Node 24's binary. */
  core: { how: 'utility' } | { how: 'fork'; node: string }
  practice: { how: 'utility' } | { how: 'fork'; node: string }
}

/** The first Electron whose Node has Node-API 10, which the database needs. */
const firstCapable = 36

/**
 * @param electron `process.versions.electron`
 * @param sandboxOff the command line says --no-sandbox
 * @throws SwitchRefused on the fallback without a Node 24, or without a sandbox that the launcher did not announce
 */
export function runtimeOf(
  electron: string,
  sandboxOff: boolean,
  packaged: boolean,
  switches: Switches,
): Runtime {
  const fallback = Number.parseInt(electron, 10) < firstCapable
  if (fallback && packaged) throw new SwitchRefused(`Electron ${electron} is too old for this build.`)
  if (sandboxOff && !switches.noSandbox) {
    throw new SwitchRefused(
      'Switchboard does not run without its sandbox. Where the system allows none, npm start says so and opens practice.',
    )
  }
  if (fallback && !switches.node) {
    throw new SwitchRefused(
      `Electron ${electron} needs SWITCHBOARD_NODE, the path of a Node 24. Use npm start.`,
    )
  }
  const child =
    fallback && switches.node ? { how: 'fork' as const, node: switches.node } : { how: 'utility' as const }
  return {
    electron,
    fallback,
    sandboxed: !sandboxOff,
    fit: !fallback && !sandboxOff,
    // A stand-in core needs no database: it shows the way of the product on any runtime.
    core: switches.standInCore ? { how: 'utility' } : child,
    practice: child,
  }
}
