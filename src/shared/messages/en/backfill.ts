/** @file Words about the past of a handle: what reading it costs, how far it is, what came of it. */

export const backfillMessages = {
  'tag.imported': 'Imported',

  'backfill.title': 'Past posts of @{username}',
  'backfill.asking': 'Working out what the past would cost…',
  'backfill.last-day':
    'The last 24 hours are here: {count, plural, =0 {nothing needs a reply} one {1 ticket needs a reply} other {# tickets need a reply}}.',
  'backfill.last-day.reading': 'The last 24 hours are being read.',
  'backfill.what':
    'What is older comes in closed: it can be found and read, it has no deadline and stands in no report. If its customer writes again, it needs a reply.',
  'backfill.legend': 'Read further back?',
  'backfill.none': 'No, begin with the last 24 hours',
  'backfill.days':
    '{days} days: {posts, plural, one {1 post} other {# posts}}{messages, plural, =0 {} one {, 1 direct message} other {, # direct messages}}{people, plural, =0 {} one {, the name of 1 person} other {, the names of # people}}: about {price}',
  'backfill.counted': 'X counted the posts, for {price}; the rest is an estimate from the last day.',
  'backfill.guessed':
    'This is an estimate from the last day. With the app’s bearer token X itself would count the posts.',
  'backfill.limits': 'X shows no more than 800 mentions, 3,200 own posts and 30 days of direct messages.',
  'backfill.not-now': 'Not now',
  'backfill.begin': 'Begin',
  'backfill.start': 'Read {days} days for about {price}',
  'backfill.further': 'Read further back',
  'backfill.bar': '{source} read so far',
  'backfill.line':
    'Past: {state, select, running {{items} read, going back to {date}.} paused {{items} read, paused on the way to {date}.} cancelled {{items} here, stopped on the way to {date}.} other {{items} here.}} {price} spent.',
  'backfill.part.items': '{items} so far',
  'backfill.part.of': '{items} of about {expected}',
  'backfill.part.reached': 'back to {date}',
  'backfill.part.next': '(X allows the next page at {time})',
  'backfill.part.done': '{items}, all here',
  'backfill.horizon': '{items}; X shows nothing from before {date}',
  'backfill.pause': 'Pause',
  'backfill.pause.name': 'Pause reading the past of @{username}',
  'backfill.resume': 'Go on',
  'backfill.resume.name': 'Go on reading the past of @{username}',
  'backfill.cancel': 'Stop',
  'backfill.cancel.name': 'Stop reading the past of @{username}',
  'backfill.open': 'Past posts',
  'backfill.entry': 'Backfill @{username}',
  'backfill.entry.detail': 'Past posts of {brand}',

  'error.backfill.missing':
    'Nothing of the past of this handle was asked for yet. Open Brands and handles and choose how far back to read.',
  'error.backfill.budget':
    'Reading the past is paused: nothing is left of the budget. What came so far is kept. Raise the budget, then go on.',
} as const
