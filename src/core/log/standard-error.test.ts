import { afterEach, expect, test, vi } from 'vitest'
import { Failure } from '../../shared/errors.ts'
import { standardErrorLog } from './standard-error.ts'

afterEach(() => vi.restoreAllMocks())

function linesOf(tell: () => void): Record<string, unknown>[] {
  const written: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text))
    return true
  })
  tell()
  return written.map((line) => JSON.parse(line) as Record<string, unknown>)
}

const secret = 'Bearer AAAA-very-secret'

test('of a foreign error only class, code and frames are told: its message may hold a token', () => {
  const error = Object.assign(new TypeError(`${secret}\n    at ${secret}`), {
    code: 'E_CODE',
    headers: { authorization: secret },
    cause: new Error(secret),
  })
  const [line] = linesOf(() => standardErrorLog().error('x.odd', error, { handleId: 'h' }))
  expect(line).toMatchObject({ level: 'error', event: 'x.odd', handleId: 'h', errorCode: 'E_CODE' })
  expect(JSON.stringify(line)).toContain('standard-error.test.ts')
  expect(JSON.stringify(line)).not.toContain('secret')
})

test('of a failure the code is told, of anything else its type', () => {
  const lines = linesOf(() => {
    standardErrorLog().error('a', new Failure('x.refused', { reason: 'forbidden', detail: secret }))
    standardErrorLog().error('b', secret)
  })
  expect(lines).toMatchObject([{ code: 'x.refused' }, { thrown: 'string' }])
  expect(JSON.stringify(lines)).not.toContain('secret')
})
