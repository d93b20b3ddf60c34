/** @file Why X said no: the closed set behind `x.refused`. Each has its sentence in the catalogue (`refusal.<reason>`). */
import { z } from 'zod'

export const RefusalReason = z.enum([
  /** The post's author neither named the handle nor quoted it: answer on X's own site. */
  'not-summoned',
  /** The same text stands already; perhaps an earlier try went through. */
  'duplicate',
  /** It is as it was asked to be: nothing was changed. */
  'already',
  /** The author restricted who can reply. */
  'replies-restricted',
  /** The post is no longer on X. */
  'deleted',
  /** The post or person is protected. */
  'protected',
  /** The person on the other side is suspended. */
  'suspended',
  /** The person takes no direct messages from this handle. */
  'dm-closed',
  /** The conversation is encrypted: it goes on in X Chat alone. */
  'encrypted',
  'account-suspended',
  'account-locked',
  'app-suspended',
  /** The app is in no project, or this endpoint is not open to it. */
  'app-not-enrolled',
  /** The sign-in does not allow this: a missing scope, or an app that may only read. */
  'missing-permission',
  'wrong-token-kind',
  /** OAuth 1.0a: the computer's clock is too far off. */
  'wrong-clock',
  'not-found',
  'invalid-request',
  'forbidden',
])
export type RefusalReason = z.infer<typeof RefusalReason>
