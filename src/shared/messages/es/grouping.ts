/** @file Spanish words of columns in which each customer stands once. */
import type { Translated } from '../translated.ts'
import type { groupingMessages as english } from '../en/grouping.ts'

export const groupingMessages: Translated<typeof english> = {
  'command.column.group': 'Agrupar esta columna por cliente',
  'command.column.unfold-customer': 'Desplegar o plegar los tickets de este cliente en la columna',
  'command.select.customer': 'Seleccionar todos los tickets de este cliente en la columna',
  'column.total.rows':
    '{count, plural, one {1 fila} many {# de filas} other {# filas}}{many, select, true { o más} other {}}',
  'column.total.grouped': '{rows} de {tickets}',
  'column.total.grouped.name': '{rows} de {tickets}',
  'row.more': '{count, plural, one {+# ticket} many {+# tickets} other {+# tickets}}',
  'row.more.unfolded': '{count, plural, one {# más debajo} many {# más debajo} other {# más debajo}}',
  'said.chosen.folded':
    '{count, plural, one {También se seleccionó # ticket plegado} many {También se seleccionaron # de tickets plegados} other {También se seleccionaron # tickets plegados}}',
  'row.further': 'Otro ticket de {name}',
  'said.unfolded':
    '{count, plural, one {# ticket más debajo} many {# de tickets más debajo} other {# tickets más debajo}}',
  'said.folded':
    '{count, plural, one {# ticket plegado} many {# de tickets plegados} other {# tickets plegados}}',
  'said.chosen.further':
    '{count, plural, one {# ticket seleccionado} many {# de tickets seleccionados} other {# tickets seleccionados}}, también los plegados y los que están más abajo',
  'said.nothing-due.folded': 'Nada vence entre las filas que se ven; entre los tickets plegados puede que sí',
}
