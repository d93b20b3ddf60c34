/** @file Japanese words for tickets that are chosen and worked on together. */
import type { Translated } from '../translated.ts'
import type { bulkMessages as english } from '../en/bulk.ts'

export const bulkMessages: Translated<typeof english> = {
  'command.select.toggle': 'このチケットを選択／解除',
  'command.select.next': '下へ選択',
  'command.select.previous': '上へ選択',
  'command.select.all': 'カラム内をすべて選択',
  'command.select.none': '選択をすべて解除',
  'said.solved.many': 'チケット{count}件を解決{unanswered, plural, =0 {} other {（うち返信なし#件）}}',
  'said.let-go': '選択を解除しました',

  'command.round.skip': '返信せずに次の選択チケットへ',
  'round.two-brands':
    '選択したチケットは複数のブランド（{names}）のものです。返信は1つのブランドからしかできません。何も変更されていません。同じブランドのチケットだけを選択してください。',
  'round.begun': '{count}件のチケットに1件ずつ返信します',
  'round.left': '{count, plural, =0 {選択したチケットの最後の1件です} other {このあと残り#件}}',
  'round.over': '選択したチケットをすべて回りました',
  'round.end': '終了',
  'selection.label': '選択したチケット',
  'selection.count': '{count, plural, other {#件選択中}}',
  'selection.clear': '選択解除',

  'bulk.title': '「{command}」を実行しますか？',
  'bulk.count': '{count}件のチケットを選択中',
  'bulk.brand': '{name}: {count}',
  'bulk.skipped': '{count}件は「{status}」のためスキップされます',
  'bulk.gone': '{count}件はすでになくなっています',
  'bulk.undo': 'z ですべて元に戻せます。',
  'bulk.nothing': '対象がありません。すべてスキップされます。',
  'bulk.do': '{command}: {count}件',
  'bulk.counting': '集計中…',
}
