/** @file Words of columns in which each customer stands once. */

export const groupingMessages = {
  'command.column.group': 'Group this column by customer',
  'command.column.unfold-customer': 'Unfold this customer’s tickets in the column, or fold them',
  'command.select.customer': 'Choose all tickets of this customer in the column',
  'column.total.rows': '{count, plural, one {1 row} other {# rows}}{many, select, true { or more} other {}}',
  'column.total.grouped': '{rows} of {tickets}',
  'column.total.grouped.name': '{rows} of {tickets}',
  'row.more': '{count, plural, one {+# ticket} other {+# tickets}}',
  'row.more.unfolded': '{count, plural, one {# more below} other {# more below}}',
  'said.chosen.folded':
    '{count, plural, one {# folded ticket is chosen as well} other {# folded tickets are chosen as well}}',
  'row.further': 'Further ticket of {name}',
  'said.unfolded': '{count, plural, one {# more ticket below} other {# more tickets below}}',
  'said.folded': '{count, plural, one {# ticket folded} other {# tickets folded}}',
  'said.chosen.further':
    '{count, plural, one {# ticket is chosen} other {# tickets are chosen}}, also those that are folded or further down',
  'said.nothing-due.folded': 'Nothing is due among the rows shown; folded tickets may be',
} as const
