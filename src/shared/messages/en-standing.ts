/** @file Words for where a ticket stands: its status, who moved it, how it was solved. */

export const standingMessages = {
  'command.ticket.no-reply-needed': 'Solve: no reply needed',
  'command.ticket.set-status': 'Set status',
  'command.ticket.hold': 'Put on hold: waiting for somebody else',

  'status.choose': 'Where does it stand?',
  'status.new.why': 'Nobody has looked at it',
  'status.open.why': 'In work here',
  'status.pending.why': 'Waiting for the customer',
  'status.on-hold.why': 'Waiting for somebody else',
  'status.solved.why': 'Done; the customer can reopen it',
  'status.closed.why': 'Over for good; whatever comes opens a new ticket',

  'thread.other-ticket': "In ticket '#'{number}",
  'event.ticket.quiet-close': 'Thanked; stays solved',
  'event.ticket.no-reply-needed': 'No reply needed',
  'event.ticket.on-hold': 'Put on hold',
  'event.ticket.status-set': 'Status set',

  'said.unanswered': 'Closed without a reply',
  'said.no-reply-needed': "No reply needed: {count, plural, =1 {'#'{number}} other {# tickets}} solved",
  'said.status-set': "{count, plural, =1 {'#'{number}} other {# tickets}}: {status}",

  'error.ticket.no-such-move':
    'From {from, select, new {New} open {Open} pending {Pending} solved {Solved} closed {Closed} other {On hold}} it cannot go to {to, select, new {New} open {Open} pending {Pending} solved {Solved} closed {Closed} other {On hold}}. Nothing was changed; reopen it first.',
} as const
