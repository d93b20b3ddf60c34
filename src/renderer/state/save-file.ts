/** @file Hands a file that the console made to the person. */
import { t } from '../words.ts'
import type { Console } from './console.ts'

/**
 * Asks where to, and says that it was written; says nothing when the person thought better of it.
 * @returns whether it was written
 */
export async function saveFile(c: Console, file: { name: string; content: string }): Promise<boolean> {
  const { saved } = await c.host.invoke('file.save', file)
  if (saved !== null) c.say(t('said.saved', { name: saved }))
  return saved !== null
}
