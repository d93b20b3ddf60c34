/** @file Where the cursor of a column stands once its rows were read anew. */
import { surviving } from './cursor.ts'
import type { SessionStore } from './session.ts'

/** @param rows ids of a column before it was read, and now */
export function followRows(
  session: SessionStore,
  columnId: string,
  { before, ids }: { before: readonly string[]; ids: readonly string[] },
): void {
  const { cursors, expected, dealtWith } = session.getState()
  // What left a column is seen to be dealt with; what comes into one is not, any more.
  const still = dealtWith.filter((id) => before.includes(id) === ids.includes(id))
  if (still.length < dealtWith.length) session.setState({ dealtWith: still })
  const returned = expected !== null && ids.includes(expected) && !before.includes(expected)
  if (returned) session.setState({ expected: null })
  // Keys came here before there was a row to stand on.
  const isAwaited = before.length === 0 && session.getState().columnId === columnId
  const known = cursors[columnId] ?? (isAwaited ? (ids[0] ?? null) : null)
  const cursor = returned ? expected : surviving(before, ids, known)
  if (cursor !== (cursors[columnId] ?? null)) {
    const { [columnId]: _left, ...others } = cursors
    session.setState({ cursors: cursor === null ? others : { ...others, [columnId]: cursor } })
  }
}
