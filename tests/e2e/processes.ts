/** @file Reads the system's table of processes, on Linux, as the security tests need it. */
import { readdirSync, readFileSync } from 'node:fs'

/** A process as /proc shows it. */
export type SystemProcess = { pid: number; parent: number; argv: string[] }

/** Every process below `root`, itself included. One that ends while we look is left out. */
export function processesBelow(root: number): SystemProcess[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = readIfAlive(Number(name), 'stat')
      const command = readIfAlive(Number(name), 'cmdline')
      const parent = /\) \S (\d+)/.exec(stat ?? '')?.[1]
      if (command === null || parent === undefined) return []
      // Chromium's processes write their title over the arguments: one text instead of several.
      const argv = command.split('\0').filter((part) => part !== '')
      return [{ pid: Number(name), parent: Number(parent), argv }]
    })
  const found = new Set([root])
  for (let before = 0; before !== found.size;) {
    before = found.size
    for (const each of all) if (found.has(each.parent)) found.add(each.pid)
  }
  return all.filter((each) => found.has(each.pid))
}

/** One file of a process: `status`, `environ`, `limits`. @returns null when it has ended */
export function readIfAlive(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'ESRCH', 'EACCES'].includes(String(error.code))
    )
      return null
    throw error
  }
}
