/** @file `--screenshot FILE`: one picture of the first window that has content. */
import { resolve } from 'node:path'
import type { WebContents } from 'electron'
import writeFileAtomic from 'write-file-atomic'

/** @returns what to call when a window has painted; only the first call does something */
export function screenshotOnce(file: string | null): (contents: WebContents) => Promise<void> {
  let wanted = file
  return async (contents) => {
    if (wanted === null) return
    const target = resolve(wanted)
    wanted = null
    try {
      const image = await contents.capturePage()
      await writeFileAtomic(target, image.toPNG())
      console.log(`Saved a picture of the window: ${target}`)
    } catch (error) {
      console.error(
        `The picture could not be saved: ${error instanceof Error ? error.message : 'unknown error'}`,
      )
    }
  }
}
