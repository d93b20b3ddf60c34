/** @file Words about the past of a handle: what reading it costs, how far it is, what came of it. */

export const backfillMessages = {
  'tag.imported': 'Imported',

  'error.backfill.missing':
    'Nothing of the past of this handle was asked for yet. Open Brands and handles and choose how far back to read.',
  'error.backfill.budget':
    'Reading the past is paused: nothing is left of the budget. What came so far is kept. Raise the budget, then go on.',
} as const
