/**
 * @file Core's side of the vault: asks main for a secret by name and waits for its answer. Keeps nothing; where the
 * secrets lie is main's affair.
 */
import { fromWire, Failure } from '../../shared/errors.ts'
import { SecretName, type FromCore, type ToCore } from '../../shared/host-protocol.ts'

/** Secrets by name. Every method may throw `vault.unreachable` or `vault.locked`. */
export type Vault = {
  /** Null when there is no such entry. */
  read(name: string): Promise<string | null>
  /** Resolves once the value is safely kept. `value` has 1 to 1,000 characters. */
  write(name: string, value: string): Promise<void>
  /** An entry that is not there is fine. */
  erase(name: string): Promise<void>
}

type Ask = Extract<FromCore, { kind: 'vault.request' }>
type Answer = Extract<ToCore, { kind: 'vault.answer' | 'vault.refusal' }>

/** The longest value that every platform's keychain holds. */
const longestSecret = 1_000

/**
 * @param post sends to main
 * @returns the vault, and `receive`, which the owner of the parent port feeds with main's answers
 */
export function vaultClient(post: (message: Ask) => void): { vault: Vault; receive(message: Answer): void } {
  let nextId = 0
  const waiting = new Map<
    number,
    { resolve: (value: string | null) => void; reject: (failure: Failure) => void }
  >()

  const receive = (message: Answer): void => {
    const call = waiting.get(message.requestId)
    waiting.delete(message.requestId)
    if (message.kind === 'vault.answer') call?.resolve(message.value)
    else call?.reject(fromWire(message.failure))
  }

  const ask = (action: Ask['action']): Promise<string | null> =>
    new Promise((resolve, reject) => {
      SecretName.parse(action.name)
      const requestId = ++nextId
      waiting.set(requestId, { resolve, reject })
      post({ kind: 'vault.request', requestId, action })
    })

  const vault: Vault = {
    async read(name) {
      try {
        return await ask({ do: 'read', name })
      } catch (error) {
        // A keychain that says "no such entry" as an error says the same as null.
        if (error instanceof Failure && error.is('vault.absent')) return null
        throw error
      }
    },
    async write(name, value) {
      if (value.length === 0 || value.length > longestSecret)
        throw new Error(`a secret has 1 to ${longestSecret} characters, ${name} has ${value.length}`)
      await ask({ do: 'write', name, value })
    },
    async erase(name) {
      try {
        await ask({ do: 'erase', name })
      } catch (error) {
        if (!(error instanceof Failure && error.is('vault.absent'))) throw error
      }
    },
  }
  return { vault, receive }
}
