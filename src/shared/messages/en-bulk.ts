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
