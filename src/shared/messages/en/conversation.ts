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
  'said.earlier': 'What was said in other tickets stands above this one’s messages',
} as const
