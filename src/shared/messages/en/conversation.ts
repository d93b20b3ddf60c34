/** @file Words for the whole conversation of a customer with a brand. */

export const conversationMessages = {
  'command.ticket.earlier': 'Earlier tickets of this customer',
  'command.ticket.unfold': 'Unfold long conversations',
  'earlier.label': 'Earlier tickets',
  'earlier.count':
    '{which, select, other {{moreTickets, select, true {99+ other tickets} other {{tickets, plural, one {1 other ticket} other {# other tickets}}}}} earlier {{moreTickets, select, true {99+ earlier tickets} other {{tickets, plural, one {1 earlier ticket} other {# earlier tickets}}}}}}, {moreMessages, select, true {99+ messages} other {{messages, plural, =0 {notes alone} one {1 message} other {# messages}}}}',
  'earlier.last': 'last {time}',
  'earlier.more': 'Up to {count} more',
  'earlier.fold': 'Fold away',
  'earlier.open': 'Open ticket #{number}',
  'earlier.ticket': 'Ticket #{number}',
  'earlier.this': 'This ticket, #{number}',
  'earlier.public': 'Public',
  'earlier.dm': 'Direct messages',
  'earlier.dates': '{began} to {ended}',
  'thread.folded': '{count, plural, one {1 more message} other {# more messages}}',

  'command.customer.show': 'Customer card',
  'customer.card': 'Card',
  'customer.on-x': 'Profile on X',
  'customer.profile': 'Profile on X',
  'customer.on-x.since': 'On X since {month}',
  'customer.on-x.days':
    '{days, plural, =0 {On X since today} one {On X for one day} other {On X for # days}}',
  'customer.tickets': 'Tickets',
  'customer.notes': 'Internal notes',
  'customer.notes.none': 'Nobody has noted anything about them.',
  'customer.scores': 'How it went, in their words',
  'customer.scores.none': 'They were not asked, or did not answer.',
  'customer.score': '{score} of 5',
  'customer.leave-alone': 'Asked to be left alone, {time}',
  'customer.no-survey': 'Asked for no survey, {time}',
  'customer.ended.answered': 'Solved {time}',
  'customer.ended.unanswered': 'Solved without an answer {time}',
  'customer.ended.no-reply-needed': 'Needed no reply {time}',
  'customer.ended.handed-off': 'Handed off {time}',
} as const
