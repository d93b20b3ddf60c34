/** @file Whether what agents wrote may be about somebody: what is in doubt goes with them. */
import type { Tx } from '../db/database.ts'

// Compared here, since SQLite knows capitals of ASCII only.
const folded = (text: string): string => text.normalize('NFC').toLocaleLowerCase()

/** @returns whether a text holds the name or the username of this person, anywhere. Before their row in `people` goes. */
export function mentionsOf(tx: Tx, xUserId: string): (text: string) => boolean {
  const person = tx
    .raw<{ username: string; name: string }>('SELECT username, name FROM people WHERE x_user_id = ?')
    .get(xUserId)
  const names = [person?.username ?? '', person?.name ?? ''].map(folded).filter((name) => name !== '')
  return (text) => names.some((name) => folded(text).includes(name))
}
