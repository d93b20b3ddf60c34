/** @file Japanese words of columns in which each customer stands once. */
import type { Translated } from '../translated.ts'
import type { groupingMessages as english } from '../en/grouping.ts'

export const groupingMessages: Translated<typeof english> = {
  'command.column.group': 'このカラムを顧客ごとにまとめる',
  'command.column.unfold-customer': 'この顧客のチケットをカラム内で展開／折りたたむ',
  'command.select.customer': 'カラム内のこの顧客のチケットをすべて選択',
  'column.total.rows': '{count, plural, other {#行}}{many, select, true {以上} other {}}',
  'column.total.grouped': '{rows}/{tickets}',
  'column.total.grouped.name': '{tickets}を{rows}で表示',
  'row.more': '{count, plural, other {+#件}}',
  'row.more.unfolded': '{count, plural, other {下に#件}}',
  'said.chosen.folded': '{count, plural, other {折りたたまれたチケット#件も選択しました}}',
  'row.further': '{name}さんの別のチケット',
  'said.unfolded': '{count, plural, other {下にチケット#件を表示しました}}',
  'said.folded': '{count, plural, other {チケット#件を折りたたみました}}',
  'said.chosen.further':
    '{count, plural, other {チケット#件を選択しました}}（折りたたまれたものや下に続くものも含む）',
  'said.nothing-due.folded':
    '表示中の行に期限のあるものはありません。折りたたまれたチケットにはあるかもしれません',
}
