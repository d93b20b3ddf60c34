/** @file Japanese words of mutes: what columns leave out, for a time or for good. */
import type { Translated } from '../translated.ts'
import type { muteMessages as english } from '../en/mutes.ts'

export const muteMessages: Translated<typeof english> = {
  'command.column.show-muted': 'このカラムのミュート中を表示／非表示',
  'command.mute.person': 'この人をカラムでミュート',
  'command.mute.here': 'このカラムで何かをミュート',
  'command.mute.list': 'ミュート: カラムに表示しないもの',
  'column.muted': 'ミュート中 {count, plural, other {#件}}{many, select, true {以上} other {}}',
  'column.muted.shown':
    'ミュート中の{count, plural, other {#件}}{many, select, true {以上} other {}}を表示しています',
  'column.muted.show': '表示',
  'column.muted.hide': '再び隠す',
  'column.muted.all': 'ここにあるものはすべてミュート中です。',
  'column.muted.all.next':
    'これまでどおり待っています。緊急のものと期限が近いものはミュート中でも表示されます。',
  'mute.title': 'ミュート',
  'mute.why':
    'カラムはミュートしたものを表示せず、その件数を示します。件数バッジ、期限、アラートは変わらず、X側でも何も変わりません。緊急のもの、セキュリティに関わるもの、期限が近いものはミュート中でも表示されます。',
  'mute.none': 'ミュート中のものはありません。',
  'mute.what': '対象',
  'mute.kind.word': '語句',
  'mute.kind.person': '人',
  'mute.kind.source': '検索またはリスト',
  'mute.field.word': '語句（複数の場合はこの順）',
  'mute.field.person': 'ハンドル',
  'mute.field.source': '検索・リスト',
  'mute.where': '場所',
  'mute.everywhere': 'すべてのカラム',
  'mute.nowhere': '現在表示されていないカラム',
  'mute.place': '{column}（{deck}）',
  'mute.until.label': '期限',
  'mute.until.examples': '空欄の場合は無期限です。入力例: 2時間, 金曜 9, 明日',
  'mute.until.unknown': '今後の日時として認識できません。入力例: 2時間, 金曜 9, 明日',
  'mute.until': '{at}まで',
  'mute.for-good': '無期限',
  'mute.by': '設定者: {name}',
  'mute.words': '「{words}」',
  'mute.add': 'ミュート',
  'mute.remove': '解除',
  'mute.remove.name': '{name}のミュートを解除',
  'said.mute.added': '{name}をミュートしました',
  'said.mute.removed': '{name}のミュートを解除しました',
  'event.mute.added': 'カラムでミュート',
  'event.mute.removed': 'ミュートを解除',
  'event.mute.ended': 'ミュート期間が終了',
  'error.mute.nobody':
    'ここに書き込んだ人の中に @{username} はいません。何もミュートされていません。ハンドルを確認してください。',
  'error.mute.too-many':
    'ミュートは{most}件までです。何もミュートされていません。先にどれかを解除してください。',
}
