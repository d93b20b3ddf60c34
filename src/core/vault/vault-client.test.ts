/** @file The vault client against a main that answers late, out of order, or not well. */
import { describe, expect, it } from 'vitest'
import { toWire, Failure } from '../../shared/errors.ts'
import type { FromCore } from '../../shared/host-protocol.ts'
import { must } from '../../shared/must.ts'
import { vaultClient } from './vault-client.ts'

type Ask = Extract<FromCore, { kind: 'vault.request' }>

function setUp() {
  const asked: Ask[] = []
  const { vault, receive: answer } = vaultClient((message) => asked.push(message))
  return { vault, asked, answer, id: (at: number): number => must(asked[at], 'a request').requestId }
}

describe('the vault client', () => {
  it('matches answers to questions, in any order', async () => {
    const { vault, answer, id } = setUp()
    const first = vault.read('handle/a/access')
    const second = vault.read('handle/b/access')
    answer({ kind: 'vault.answer', requestId: id(1), value: 'two' })
    answer({ kind: 'vault.answer', requestId: id(0), value: 'one' })
    expect(await first).toBe('one')
    expect(await second).toBe('two')
  })

  it('tells a locked keychain as such, and an absent entry as null', async () => {
    const { vault, answer, id } = setUp()
    const locked = vault.read('app/a/secret')
    answer({ kind: 'vault.refusal', requestId: id(0), failure: toWire(new Failure('vault.locked', {})) })
    await expect(locked).rejects.toMatchObject({ code: 'vault.locked' })
    const absent = vault.read('app/a/secret')
    answer({
      kind: 'vault.refusal',
      requestId: id(1),
      failure: toWire(new Failure('vault.absent', { name: 'x' })),
    })
    expect(await absent).toBeNull()
    const erased = vault.erase('app/a/secret')
    answer({
      kind: 'vault.refusal',
      requestId: id(2),
      failure: toWire(new Failure('vault.absent', { name: 'x' })),
    })
    await expect(erased).resolves.toBeUndefined()
  })

  it('refuses a name or a length that no keychain takes, before asking', async () => {
    const { vault, asked } = setUp()
    await expect(vault.read('../etc')).rejects.toThrow()
    await expect(vault.write('app/a/secret', '')).rejects.toThrow(/characters/)
    await expect(vault.write('app/a/secret', 'x'.repeat(1_001))).rejects.toThrow(/characters/)
    expect(asked).toEqual([])
  })
})
