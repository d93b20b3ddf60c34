/** @file The control side as typed functions, for tests and benchmarks. Speaks plain fetch. */
import {
  controlMethods,
  type ControlInput,
  type ControlName,
  type ControlOutput,
} from './control-protocol.ts'

export type Control = { [N in ControlName]: (input?: ControlInput<N>) => Promise<ControlOutput<N>> }

/**
 * The control side of a running practice X. Each method throws an Error with the server's reason when it is refused.
 * @param baseUrl `http://127.0.0.1:PORT` · @param token its control token
 */
export function controlOf(baseUrl: string, token: string): Control {
  const call = async (name: ControlName, input: unknown): Promise<unknown> => {
    const response = await fetch(`${baseUrl}/control/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input ?? {}),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`control ${name}: ${response.status} ${text}`)
    return controlMethods[name].output.parse(JSON.parse(text))
  }
  const methods = Object.keys(controlMethods).map((name) => [
    name,
    (input?: unknown) => call(name as ControlName, input),
  ])
  return Object.fromEntries(methods) as Control
}
