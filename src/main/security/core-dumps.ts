/**
 * @file No core dumps: they would hold tokens and customers' words. Node cannot set a limit of its own process, so
 * Linux's `prlimit` does; Windows and macOS write none by default.
 */
import { execFile } from 'node:child_process'
import type { LogFile } from '../log-file.ts'

/** Sets the core size limit of process `pid` to zero; children that it starts later inherit that. */
export function withoutCoreDump(pid: number | undefined, log: LogFile): void {
  if (process.platform !== 'linux' || pid === undefined) return
  execFile('prlimit', ['--core=0:0', `--pid=${pid}`], { timeout: 5_000 }, (error) => {
    if (error) log.line(`core dumps of process ${pid} could not be switched off: ${error.message}`)
  })
}
