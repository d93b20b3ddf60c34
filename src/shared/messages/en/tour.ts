/** @file Words of the first steps. */

export const tourMessages = {
  'command.tour.start': 'Show the first steps',
  'command.tour.end': 'End the first steps',
  'tour.label': 'First steps',
  'tour.step': 'Step {n} of {of}',
  'tour.step.move': 'goes to the next ticket',
  'tour.step.reply': 'answers it: the button names the handle that speaks',
  'tour.step.send': 'sends what you wrote; it is held for a moment before it leaves',
  'tour.step.recall': 'takes it back, before anybody has seen it',
  'tour.tries': 'Now try to break it:',
  'tour.tries.done': 'Nothing of it got out.',
  'tour.try.number': 'write a phone number in an answer',
  'tour.try.brand': 'name another brand',
  'tour.try.recall': 'regret a send',
  'tour.caught.number': 'a phone number: caught',
  'tour.caught.brand': 'another brand: caught',
  'tour.caught.recall': 'a send: taken back',
  'tour.skip': 'Skip',
  'tour.close': 'Close',
  'tour.summary':
    '{count} answered · {seconds} s median · {keys, plural, one {1 key} other {# keys}} · {slips, plural, one {1 slip} other {# slips}}',
} as const
