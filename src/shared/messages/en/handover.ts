/** @file Words of the page for whoever comes to the keyboard, or leaves it. */

export const handoverMessages = {
  'command.handover.show': 'Morning and handover',
  'event.handover.left': 'Handed over',
  'event.handover.words-taken': 'Handover taken',
  'event.handover.confirmed': 'Took over',
  'event.handover.taken-in': 'Handover file taken in',
  'event.ticket.handed-over': 'Taken in from a handover file',
  'history.ticket.handed-over': '{who} took it in from a handover file',
  'handover.title': 'Morning and handover',
  'handover.since': 'Since {at}',
  'handover.first': 'You were never here before, so this is the last day: since {at}',
  'handover.nothing': 'Nothing new',
  'handover.lines': 'What waits, by brand',
  'handover.rows': 'Rows of the line',
  'handover.rows.none': 'Open a line: what it counts stands here.',
  'handover.rows.of': '{brand}: {count} {line}',
  'handover.rows.more': '{count, plural, one {and 1 more} other {and # more}}',
  'handover.line.late': '{count, plural, one {reply is late} other {replies are late}}',
  'handover.line.late-at-opening':
    '{count, plural, one {is late at opening, or within 30 minutes} other {are late at opening, or within 30 minutes}}',
  'handover.line.new': '{count, plural, one {new ticket} other {new tickets}}',
  'handover.line.promises':
    '{count, plural, one {promise or follow-up due today} other {promises or follow-ups due today}}',
  'handover.line.waking':
    '{count, plural, one {wakes today, or woke meanwhile} other {wake today, or woke meanwhile}}',
  'handover.line.incidents': '{count, plural, one {incident} other {incidents}}',
  'handover.line.refused': '{count, plural, one {message refused by X} other {messages refused by X}}',
  'handover.line.unsure':
    '{count, plural, one {message that X did not confirm} other {messages that X did not confirm}}',
  'handover.line.stopped':
    '{count, plural, one {message held back or asking} other {messages held back or asking}}',
  'handover.line.missed':
    '{count, plural, one {scheduled message not sent in time} other {scheduled messages not sent in time}}',
  'handover.line.reconnects':
    '{count, plural, one {handle has to be connected again} other {handles have to be connected again}}',
  'handover.line.gaps': '{count, plural, one {gap in what was read} other {gaps in what was read}}',
  'handover.line.budget':
    '{count, plural, one {budget near its limit or beyond} other {budgets near their limit or beyond}}',
  'handover.line.quiet':
    '{count, plural, one {closed quietly with thanks} other {closed quietly with thanks}}',
  'handover.row.gap': 'Missing from {from} to {until}',
  'handover.row.handle': 'Its sign-in is over: connect it again.',
  'handover.row.budget.warn': '{today} today, four fifths of a budget or more',
  'handover.row.budget.slow': '{today} today, a budget is used up: it reads less often',
  'handover.row.budget.stopped': '{today} today, a cap is reached: it reads no more',
  'handover.start': 'Start with the most urgent',
  'handover.confirm': 'Take over',
  'handover.somebody': 'Somebody',
  'handover.words.by': '{by}, {at}',
  'handover.words.open': 'not taken over yet',
  'handover.words.taken': 'taken over by {by}, {at}',
  'handover.leave': 'Hand over…',
  'handover.leave.why':
    'A sentence about a brand, if there is something to say. It is kept as you type, and others see it once you hand over.',
  'handover.leave.of': 'About {brand}',
  'handover.leave.do':
    '{count, plural, =0 {Hand over} one {Hand over 1 sentence} other {Hand over # sentences}}',
  'handover.copy': 'Copy as Markdown',
  'handover.save': 'Save as Markdown',
  'handover.md.title': 'Handover, {at}',
  'handover.export': 'For another computer…',
  'handover.take-in': 'Open a handover file…',
  'handover.file.why':
    'A handover file holds where tickets stand, whose they are, snoozes, follow-ups, promises and notes: no word of a post or direct message. You see what it would change before anything does.',
  'handover.file.choose': 'Choose a file…',
  'handover.file.from': 'From {by}, {at}.',
  'handover.file.known':
    '{known, plural, one {1 ticket of it is here} other {# tickets of it are here}}, {unknown, plural, =0 {none is missing} one {1 is not here yet} other {# are not here yet}}.',
  'handover.file.agents':
    'Nobody here is called {names}: what they own stays with whoever owns it here, and their notes name nobody.',
  'handover.file.nothing': 'It changes nothing here.',
  'handover.file.changed': '{count, plural, one {1 ticket changes} other {# tickets change}}',
  'handover.file.kept':
    '{count, plural, one {1 ticket stays as it is here} other {# tickets stay as they are here}}',
  'handover.file.take': '{count, plural, =0 {Take in} one {Take in 1 ticket} other {Take in # tickets}}',
  'handover.field.status': 'status',
  'handover.field.owner': 'owner',
  'handover.field.snooze': 'snooze',
  'handover.field.follow-up': 'follow-up',
  'handover.field.promise': 'promise',
  'handover.field.note': 'note',
  'handover.kept.changed-here': 'changed here later',
  'handover.kept.newer-here': 'the customer wrote since',
  'handover.kept.older-file': 'a file taken in before is newer',
  'handover.kept.behind': 'its newest message is not here yet: read from X, then open the file again',
  'said.handover.confirmed':
    '{count, plural, =0 {Taken over. What comes from now on is new} one {Taken over, 1 sentence confirmed} other {Taken over, # sentences confirmed}}',
  'said.handover.left': '{count, plural, one {Handed over 1 sentence} other {Handed over # sentences}}',
  'said.handover.copied': 'Copied as Markdown',
  'said.handover.exported':
    '{count, plural, one {Written: 1 ticket, no word of a message} other {Written: # tickets, no word of a message}}',
  'said.handover.exported.some':
    '{count, plural, one {Written: 1 ticket} other {Written: # tickets}}, what is open first, then what is newest. There are more than fit into one file',
  'said.handover.taken-in':
    '{count, plural, =0 {Nothing changed} one {1 ticket changed} other {# tickets changed}}{kept, plural, =0 {} one {, 1 stays as it is here} other {, # stay as they are here}}',
  'error.handover.invalid':
    'This file is no handover that can be read: {issues}. Nothing was changed. Choose another file, or have it written again.',
  'error.handover.newer':
    'This handover was written by a newer Switchboard (version {found}; this one reads {known}). Nothing was changed. Update Switchboard here, then open it again.',
  'error.handover.other-origin':
    'This handover is of another X ({found}); this workspace is of {expected}. Nothing was changed. Open it in the workspace that it belongs to.',
  'error.handover.too-large':
    'This file is too large to be a handover. Nothing was changed. Choose another file.',
} as const
