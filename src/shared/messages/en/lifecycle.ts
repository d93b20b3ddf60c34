/** @file Words for what became of messages: deleted, withdrawn, edited; and for forgetting a person. */

export const lifecycleMessages = {
  'gone.deleted': 'Deleted on X',
  'gone.protected': 'No longer visible: the account is protected',
  'gone.suspended': 'No longer visible: the account is suspended',
  'gone.unavailable': 'No longer visible on X',
  'gone.withheld': 'Withheld {where}',
  'gone.withheld.in': 'in {countries}',
  'gone.withheld.everywhere': 'everywhere',
  'gone.withheld.copyright': 'by copyright',
  'gone.by.customer': '{what}, written by the customer {time}',
  'gone.by.ours': '{what}, written by us {time}',
  'gone.by.somebody': '{what}, written {time}',
  'gone.since': 'Found {time}. The words are gone here too.',

  'gone.card.deleted': 'Deleted on X',
  'gone.card.protected': 'No longer visible on X',
  'gone.card.suspended': 'No longer visible on X',
  'gone.card.withheld': 'Withheld by X',
  'gone.card.unavailable': 'No longer visible on X',

  'xchat.chat-event': 'Messages reach @{username} in X Chat. It is encrypted: Switchboard cannot read them.',
  'xchat.refused':
    'X says that a conversation of @{username} has moved to X Chat. It is encrypted: Switchboard cannot read it.',
  'xchat.silent':
    'No message has reached @{username} for unusually long. They may be in X Chat, which Switchboard cannot read.',
  'xchat.open': 'Open X Chat',
  'xchat.label': 'X Chat',

  'versions.edited': 'Edited · {count, plural, one {1 version} other {# versions}}',
  'versions.label': 'Earlier versions',
  'versions.one': 'Version {number}, {time}',
  'versions.history': 'Edit history on X',

  'command.person.forget': 'Forget this person…',
  'forget.title': 'Forget this person',
  'forget.counting': 'Looking for everything that is kept of them…',
  'forget.why': 'Everything that this workspace keeps of {name} goes, from every table, file and copy:',
  'forget.count.tickets': '{count, plural, one {1 ticket} other {# tickets}}',
  'forget.count.posts':
    '{count, plural, one {1 post} other {# posts}}, with earlier versions and your answers',
  'forget.count.directMessages':
    '{count, plural, one {1 direct message} other {# direct messages}}, theirs and yours',
  'forget.count.notes': '{count, plural, one {1 note} other {# notes}}',
  'forget.count.drafts': '{count, plural, one {1 draft} other {# drafts}}',
  'forget.count.messages':
    '{count, plural, one {1 outgoing message} other {# outgoing messages}}; what was not sent will not be',
  'forget.count.backups': '{count, plural, one {1 backup} other {All # backups}} of the whole workspace',
  'forget.others':
    '{count, plural, one {1 post by somebody else names them and stays.} other {# posts by others name them and stay.}}',
  'forget.final':
    'This cannot be undone. On X nothing changes. If they write again, a new ticket opens; nothing old comes back.',
  'forget.reason': 'Why (stands in the receipt)',
  'forget.confirm': 'Type {confirmWith} to confirm',
  'forget.do': 'Forget for good',
  'said.forgotten': 'Forgotten. The receipt lies at {file}',
  'said.forgotten.later': 'Forgotten. The receipt could not be written yet and will be at the next start.',
} as const
