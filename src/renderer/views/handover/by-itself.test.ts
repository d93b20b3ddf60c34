/** @file The page for whoever comes opens by itself only where it may, when it is known that it is due; else what nobody saw. */
import { expect, test } from 'vitest'
import { rowsStore } from '../../state/rows.ts'
import { sessionStore, type Session } from '../../state/session.ts'
import { showAbsence } from '../rules/show-absence.ts'
import { openIfDue } from './by-itself.ts'

/** @param meanwhile what changes while core is asked */
function desk(due: boolean, meanwhile: (x: ReturnType<typeof stores>) => void = () => {}) {
  const x = stores()
  const call = async (method: string) => {
    if (method === 'absence.get') return { brands: [{}] }
    meanwhile(x)
    return { due }
  }
  return { ...x, c: { ...x, call } as never }
}

function stores() {
  const session = sessionStore()
  const rows = rowsStore()
  session.setState({ painted: true, workspace: { state: 'open' } as Session['workspace'] })
  const sit = (id: string): void => rows.setState({ session: { agent: { id } } as never })
  sit('ana')
  return { session, rows, sit, opened: () => session.getState().overlay?.kind ?? null }
}

test('it opens where it is due, and tells of nothing where it is not', async () => {
  const one = desk(true)
  expect([await openIfDue(one.c, null), one.opened()]).toEqual(['opened', 'handover'])
  const other = desk(false)
  expect([await openIfDue(other.c, null), other.opened()]).toEqual(['nothing', null])
})

const ways: Record<string, (x: ReturnType<typeof stores>) => void> = {
  'a client looks on': ({ session }) => session.setState({ onlyBrandId: 'b' }),
  'another window is this': ({ session }) => session.setState({ view: { kind: 'board' } as never }),
  'a drill begins': ({ session }) => session.setState({ drillBegins: true }),
  'a drill goes on': ({ session }) => session.setState({ drill: { endedAt: null } as never }),
  'the workspace is opened anew': ({ session }) => session.setState({ workspace: { state: 'opening' } }),
  'somebody types': ({ session }) => session.setState({ area: 'composer' }),
  'somebody else sits down': ({ sit }) => sit('jo'),
}
test.each(Object.entries(ways))('it does not open when, while core is asked, %s', async (_, meanwhile) => {
  const x = desk(true, meanwhile)
  expect([await openIfDue(x.c, null), x.opened()]).toEqual(['later', null])
})

test('what nobody saw shows itself where the other page is due and cannot open', async () => {
  const typing = desk(true)
  typing.session.setState({ area: 'composer' })
  await showAbsence(typing.c)
  expect(typing.opened()).toBe('absence')
  const since = desk(true, ({ session }) => session.setState({ area: 'composer' }))
  await showAbsence(since.c)
  expect(since.opened()).toBe('absence')
  const free = desk(true)
  await showAbsence(free.c)
  expect(free.opened()).toBe('handover')
})
