/** @file X's consent page as the browser of a person leaves it. */
import { must } from '../../src/shared/must.ts'

/** Decides on the consent page. @returns the address at which the browser would end */
export async function consent(
  authorizeUrl: string,
  username: string,
  decision: 'approve' | 'deny',
): Promise<string> {
  const asked = new URL(authorizeUrl)
  const form = new URLSearchParams([...asked.searchParams, ['user', username], ['decision', decision]])
  const response = await fetch(asked.origin + asked.pathname, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  })
  return must(response.headers.get('location'), 'a redirect')
}
