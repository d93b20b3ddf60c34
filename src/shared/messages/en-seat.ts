/** @file Words for the seat, for who may do what, and for another agent's word on a message. */

export const seatMessages = {
  'ask.approval': 'Another agent must say yes first.',
  'approval.why.trainee': '{what} is a trainee.',
  'approval.why.tag': 'The ticket carries “{what}”.',
  'approval.why.words': 'It says “{what}”.',
  'approval.not.author': '{name} wrote it. Nobody approves their own message.',
  'approval.not.trainee': '{name} is a trainee.',

  'event.agent.added': 'Agent added',
  'event.agent.renamed': 'Agent renamed',
  'event.agent.role-set': 'Role changed',
  'event.agent.retired': 'Agent retired',
  'event.agent.returned': 'Agent is back',
  'event.agent.pin-set': 'PIN set',
  'event.agent.sat': 'Sat down',
  'event.agent.left': 'Left the seat',
  'event.outbox.approved': 'Approved',
  'event.outbox.rejected': 'Not approved',

  'error.agent.missing': 'This agent is not on the list any more. Choose somebody else.',
  'error.agent.not-allowed':
    '{name, select, none {Only a lead may do this, and nobody said who is here} other {Only a lead may do this, not {name}}}. Nothing was changed. Ask a lead to sit down (g a).',
  'error.agent.name-taken': 'Somebody is called {name} already. Choose a name that tells them apart.',
  'error.agent.last-lead':
    'This is the only lead: without one nobody could manage agents. Nothing was changed. Make somebody else lead first.',
  'error.agent.pin-needed': '{name} has a PIN. Type it.',
  'error.agent.pin-wrong':
    'This is not the PIN. {left, plural, one {One more try} other {# more tries}}, then it waits a while.',
  'error.agent.pin-locked': 'Too many wrong PINs. The next one is looked at from {nextAt} on.',
  'error.agent.pin-none':
    '{name} has no PIN, so nobody could tell that the yes is theirs. A lead sets one under Agents.',
  'error.approval.needed':
    'Another agent must say yes first. The message stays where it is. Ask somebody to approve it with their PIN.',
  'error.approval.none': 'This message waits for nobody’s yes any more. Nothing was changed.',
  'error.approval.not-by': '{why} Nothing was changed. Somebody else must answer for it.',
  'error.approval.no-author':
    'Another agent must approve this message, and nobody said who writes it. Your text is kept as a draft. Sit down first (g a), then send again.',
} as const
