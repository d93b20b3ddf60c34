/** @file Words about the past of a handle: what reading it costs, how far it is, what came of it. */

export const backfillMessages = {
  'tag.imported': 'Imported',
} as const
