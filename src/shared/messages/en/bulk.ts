/** @file Words for tickets that are chosen and worked on together. */

export const bulkMessages = {
  'command.select.toggle': 'Choose this ticket, or let it go',
  'command.select.next': 'Choose downwards',
  'command.select.previous': 'Choose upwards',
  'command.select.all': 'Choose all in this column',
  'command.select.none': 'Let all go',
  'said.solved.many':
    'Solved {count, plural, one {# ticket} other {# tickets}}{unanswered, plural, =0 {} other {, {unanswered} without a reply}}',
  'said.let-go': 'Nothing is chosen any more',

  'command.round.skip': 'On to the next chosen ticket, without an answer',
  'round.two-brands':
    'These tickets are of {names}. An answer speaks for one brand: choose tickets of one. Nothing was changed.',
  'round.begun': '{count} tickets to answer, each with a send of its own',
  'round.left':
    '{count, plural, =0 {The last of the chosen tickets} other {# more to answer after this one}}',
  'round.over': 'All chosen tickets had their turn',
  'round.end': 'End',
  'selection.label': 'Chosen tickets',
  'selection.count': '{count, plural, other {# chosen}}',
  'selection.clear': 'Let go',

  'bulk.title': '{command}?',
  'bulk.count': '{count, plural, one {# ticket is chosen} other {# tickets are chosen}}',
  'bulk.brand': '{name}: {count}',
  'bulk.skipped': '{count, plural, one {# is skipped: it is} other {# are skipped: they are}} {status}',
  'bulk.gone': '{count, plural, one {# is gone} other {# are gone}} meanwhile',
  'bulk.undo': 'z takes all of it back.',
  'bulk.nothing': 'Nothing is left to do: all of them are skipped.',
  'bulk.do': '{command}: {count}',
  'bulk.counting': 'Counting…',
} as const
