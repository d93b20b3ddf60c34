/** @file Keeps the computer from falling asleep, where its person wants that, as long as a post is scheduled. */
import { powerSaveBlocker } from 'electron'

/** @returns what to call whenever the wish or the scheduled posts change */
export function awakeWhile(): (wanted: boolean) => void {
  let blocker: number | null = null
  return (wanted) => {
    if (wanted === (blocker !== null)) return
    if (blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension')
    else {
      powerSaveBlocker.stop(blocker)
      blocker = null
    }
  }
}
