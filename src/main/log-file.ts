/**
 * @file A log on disk that stays small: lines are appended, and past its cap the file becomes `.old` (the one before it
 * goes). Writes never throw: a full disk must not take the console down, so the lines that were lost are counted.
 */
import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs'
import { dirname } from 'node:path'

/** A log that takes whole lines or raw chunks. */
export type LogFile = {
  /** Appends text as it is. */
  write(text: string): void
  /** Appends one line with the machine's time before it. */
  line(text: string): void
  close(): void
}

/** @param cap bytes; on disk there may be twice as many, with the `.old` file */
export function openLog(file: string, cap = 2_000_000): LogFile {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  let lost = 0
  let size = sizeOf(file)
  let stream = open()

  function open(): WriteStream {
    const opened = createWriteStream(file, { flags: 'a', mode: 0o600 })
    opened.on('error', () => {
      lost += 1
    })
    return opened
  }

  function write(text: string): void {
    if (size > cap) {
      stream.end()
      try {
        renameSync(file, `${file}.old`)
        size = 0
      } catch {
        // It cannot be moved: writing goes on at its end, and the next cap tries again.
        lost += 1
        size = 0
      }
      stream = open()
    }
    const note = lost > 0 ? `(${lost} earlier writes to this log failed)\n` : ''
    lost = 0
    size += Buffer.byteLength(text)
    stream.write(note + text)
  }

  return {
    write,
    line: (text) => write(`${new Date().toISOString()} ${text}\n`),
    close: () => stream.end(),
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
