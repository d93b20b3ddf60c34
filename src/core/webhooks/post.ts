/** @file Posts one JSON message to a webhook: no sign-in, no cookie, no redirect followed, and nothing read of the answer but its status. */
import type { Clock } from '../../shared/clock.ts'
import type { WebhookFailure } from '../../shared/domain/webhook.ts'

/** Whoever takes longer is not there. */
const patienceMs = 10_000

/** @returns null when it arrived */
export async function postJson(
  address: string,
  body: unknown,
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): Promise<WebhookFailure | null> {
  const silence = new AbortController()
  const cancel = clock.after(patienceMs, () => silence.abort())
  try {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, silence.signal]),
    })
    await response.body?.cancel()
    if (response.ok) return null
    return response.status >= 500 ? 'server' : 'refused'
  } catch (error) {
    // What fetch throws is a TypeError, or the abort.
    if (error instanceof DOMException && error.name === 'AbortError')
      return silence.signal.aborted ? 'timeout' : 'unreachable'
    if (error instanceof TypeError) return 'unreachable'
    throw error
  } finally {
    cancel()
  }
}
