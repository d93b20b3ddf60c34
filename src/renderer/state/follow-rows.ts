/** @file Where the cursor of a column stands once its rows were read anew. */
import type { ColumnRow } from '../../shared/domain/deck.ts'
import { surviving } from './cursor.ts'
import { rowOfCustomer } from './groups.ts'
import type { SessionStore } from './session.ts'

/** Ids of a column before it was read, and now. `grouped`: each customer is one row now; `held`: the rows known of either. */
type Change = {
  before: readonly string[]
  ids: readonly string[]
  grouped: boolean
  held: (id: string) => ColumnRow | undefined
}

export function followRows(
  session: SessionStore,
  columnId: string,
  { before, ids, grouped, held }: Change,
): void {
  const { cursors, expected, dealtWith, tookOver } = session.getState()
  // What left a column is seen to be dealt with; what comes into one is not, any more.
  const still = dealtWith.filter((id) => before.includes(id) === ids.includes(id))
  if (still.length < dealtWith.length) session.setState({ dealtWith: still })
  const returned = expected !== null && ids.includes(expected) && !before.includes(expected)
  if (returned) session.setState({ expected: null })
  // Keys came here before there was a row to stand on.
  const isAwaited = before.length === 0 && session.getState().columnId === columnId
  const known = cursors[columnId] ?? (isAwaited ? (ids[0] ?? null) : null)
  // What is folded away leads to its customer, never to somebody else.
  const isFolded = grouped && !returned && known !== null && !ids.includes(known)
  const other = isFolded ? rowOfCustomer(ids, held, known) : null
  const cursor = returned ? expected : (other ?? surviving(before, ids, known))
  if (cursor === (cursors[columnId] ?? null)) return
  const { [columnId]: _left, ...others } = cursors
  const { [columnId]: taken, ...otherwise } = tookOver
  // Where the one before was dealt with from here, this one is meant next.
  const isMeant = other === null || known === null || dealtWith.includes(known)
  const from = taken !== undefined && taken.rowId === known ? taken.from : known
  session.setState({
    cursors: cursor === null ? others : { ...others, [columnId]: cursor },
    tookOver:
      isMeant || from === null || from === other
        ? otherwise
        : { ...otherwise, [columnId]: { rowId: other, from } },
  })
}
