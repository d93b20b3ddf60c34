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

  'versions.edited': 'Edited · {count, plural, one {1 version} other {# versions}}',
  'versions.label': 'Earlier versions',
  'versions.one': 'Version {number}, {time}',
  'versions.history': 'Edit history on X',
} as const
