/** @file Checks OAuth 1.0a signatures (RFC 5849, HMAC-SHA1). Knows no tokens: the caller brings the secrets. */
import { createHmac, timingSafeEqual } from 'node:crypto'

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/** The parameters of an `Authorization: OAuth …` header; null when it is none. */
export function readOAuth1Header(header: string): Map<string, string> | null {
  if (!/^OAuth\s/i.test(header)) return null
  const parts = [...header.slice(6).matchAll(/([a-zA-Z_]+)="([^"]*)"/g)]
  return new Map(parts.map(([, key, value]) => [key ?? '', decodeURIComponent(value ?? '')]))
}

/**
 * Whether the signature fits.
 * @param url scheme, host and path without query · @param params query and form parameters of the request
 */
export function signatureFits(input: {
  method: string
  url: string
  params: Iterable<readonly [string, string]>
  oauth: ReadonlyMap<string, string>
  consumerSecret: string
  tokenSecret: string
}): boolean {
  const oauthParams = [...input.oauth].filter(([key]) => key !== 'oauth_signature' && key !== 'realm')
  const line = [...input.params, ...oauthParams]
    .map(([key, value]): [string, string] => [encode(key), encode(value)])
    .sort(([ka, va], [kb, vb]) => (ka < kb ? -1 : ka > kb ? 1 : va < vb ? -1 : va > vb ? 1 : 0))
    .map(([key, value]) => `${key}=${value}`)
    .join('&')
  const base = [input.method.toUpperCase(), input.url, line].map(encode).join('&')
  const key = `${encode(input.consumerSecret)}&${encode(input.tokenSecret)}`
  const expected = createHmac('sha1', key).update(base).digest()
  const given = Buffer.from(input.oauth.get('oauth_signature') ?? '', 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
