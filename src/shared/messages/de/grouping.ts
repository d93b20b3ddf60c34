/** @file German words of columns in which each customer stands once. */
import type { Translated } from '../translated.ts'
import type { groupingMessages as english } from '../en/grouping.ts'

export const groupingMessages: Translated<typeof english> = {
  'command.column.group': 'Diese Spalte nach Kunden gruppieren',
  'command.column.unfold-customer': 'Tickets dieses Kunden in der Spalte auf- oder zuklappen',
  'command.select.customer': 'Alle Tickets dieses Kunden in der Spalte wählen',
  'column.total.rows':
    '{count, plural, one {1 Zeile} other {# Zeilen}}{many, select, true { oder mehr} other {}}',
  'column.total.grouped': '{rows} / {tickets}',
  'column.total.grouped.name': '{rows} für {tickets}',
  'row.more': '{count, plural, one {+# Ticket} other {+# Tickets}}',
  'row.more.unfolded': '{count, plural, one {# darunter} other {# darunter}}',
  'said.chosen.folded':
    '{count, plural, one {# zugeklapptes Ticket ist auch gewählt} other {# zugeklappte Tickets sind auch gewählt}}',
  'row.further': 'Weiteres Ticket von {name}',
  'said.unfolded': '{count, plural, one {# weiteres Ticket darunter} other {# weitere Tickets darunter}}',
  'said.folded': '{count, plural, one {# Ticket zugeklappt} other {# Tickets zugeklappt}}',
  'said.chosen.further':
    '{count, plural, one {# Ticket ist gewählt} other {# Tickets sind gewählt}}, auch zugeklappte und solche weiter unten',
  'said.nothing-due.folded':
    'Unter den gezeigten Zeilen ist nichts fällig; zugeklappte Tickets können es sein',
}
