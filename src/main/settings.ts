/**
 * @file The few things main remembers: theme, language, keeping awake, quiet hours, and where each window stood. A file that cannot be read is put aside under
 * another name and said, never overwritten.
 */
import { readFileSync, renameSync } from 'node:fs'
import writeFileAtomic from 'write-file-atomic'
import { z } from 'zod'
import { basename, dirname, join } from 'node:path'
import { Theme } from '../shared/domain/session.ts'
import { plainQuietHours, QuietHours } from '../shared/domain/quiet-hours.ts'
import { LanguageChoice } from '../shared/language.ts'
import type { LogFile } from './log-file.ts'
import { hasCode } from './system-errors.ts'
import { inTurns } from './turns.ts'

const Bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1).max(20_000),
  height: z.number().int().min(1).max(20_000),
  maximized: z.boolean(),
})
export type Bounds = z.infer<typeof Bounds>

const Settings = z.object({
  theme: Theme.default('system'),
  language: LanguageChoice.default('system'),
  /** The computer stays awake while a post is scheduled. */
  keepAwake: z.boolean().default(false),
  quiet: QuietHours.default(plainQuietHours),
  /** Epoch ms. */
  pausedUntil: z.number().nullable().default(null),
  /** By workspace id. */
  windows: z.record(z.string(), Bounds).default({}),
})
type Settings = z.infer<typeof Settings>

/** The settings, read once and kept at each change. */
export type SettingsFile = {
  get(): Settings
  /** Changes take effect at once; a disk that refuses them is only logged. */
  change(what: Partial<Settings>): void
  /** The name under which an unreadable file was kept, if there was one. */
  keptAs: string | null
  /** Resolves once every change is on disk or refused. */
  settled(): Promise<void>
}

/** @param now epoch ms, for the name of a file that is put aside */
export function openSettings(file: string, now: number, log: LogFile): SettingsFile {
  const read = readSettings(file, now)
  const turn = inTurns()
  let settings = read.settings
  let last: Promise<void> = Promise.resolve()
  return {
    get: () => settings,
    change(what) {
      settings = { ...settings, ...what }
      const text = JSON.stringify(settings, null, 2)
      last = turn(() => writeFileAtomic(file, text, { mode: 0o600 })).catch((error: unknown) =>
        log.line(`settings could not be kept: ${error instanceof Error ? error.message : 'unknown'}`),
      )
    },
    keptAs: read.keptAs,
    settled: () => last,
  }
}

function readSettings(file: string, now: number): { settings: Settings; keptAs: string | null } {
  try {
    return { settings: Settings.parse(JSON.parse(readFileSync(file, 'utf8'))), keptAs: null }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return { settings: Settings.parse({}), keptAs: null }
    const stamp = new Date(now).toISOString().replaceAll(':', '-')
    const keptAs = join(dirname(file), `settings.corrupt-${stamp}.json`)
    renameSync(file, keptAs)
    return { settings: Settings.parse({}), keptAs: basename(keptAs) }
  }
}
