/** @file Japanese words about the past of a handle: what reading it costs, how far it is, what came of it. */
import type { Translated } from '../translated.ts'
import type { backfillMessages as english } from '../en/backfill.ts'

export const backfillMessages: Translated<typeof english> = {
  'tag.imported': '取り込み',

  'backfill.title': '@{username} の過去のポスト',
  'backfill.asking': '取り込みの費用を見積もっています…',
  'backfill.last-day':
    '直近24時間分を取得しました。{count, plural, =0 {要返信のものはありません} other {#件のチケットが要返信です}}。',
  'backfill.last-day.reading': '直近24時間分を取得しています。',
  'backfill.what':
    'それより古いものは終了済みとして取り込まれます。検索と閲覧はできますが、期限は付かず、レポートにも含まれません。顧客がもう一度書き込むと要返信になります。',
  'backfill.legend': 'さらにさかのぼって取り込みますか？',
  'backfill.none': 'いいえ、直近24時間分から始める',
  'backfill.days':
    '{days}日分: ポスト{posts, plural, other {#件}}{messages, plural, =0 {} other {、DM#件}}{people, plural, =0 {} other {、#人分の名前}}（約{price}）',
  'backfill.counted': 'ポスト数はXが集計しました（{price}）。ほかは直近1日からの推計です。',
  'backfill.guessed': '直近1日からの推計です。アプリのBearer Tokenがあれば、X側でポスト数を集計できます。',
  'backfill.limits': 'Xから取得できるのは、メンション800件、ブランドのポスト3,200件、30日分のDMまでです。',
  'backfill.not-now': '今はしない',
  'backfill.begin': '開始',
  'backfill.start': '{days}日分を取り込む（約{price}）',
  'backfill.further': 'さらにさかのぼる',
  'backfill.bar': '{source}の取り込み状況',
  'backfill.line':
    '過去分: {state, select, running {{items}を取得、{date} まで取り込み中。} paused {{items}を取得、{date} までの途中で一時停止中。} cancelled {{items}を取得、{date} までの途中で中止。} other {{items}を取り込み済み。}} 費用{price}。',
  'backfill.part.items': '{items}を取得',
  'backfill.part.of': '約{expected}中{items}',
  'backfill.part.reached': '{date} まで到達',
  'backfill.part.next': '（次のページは {time} 以降）',
  'backfill.part.done': '{items}、すべて取得済み',
  'backfill.horizon': '{items}。{date} より前はXから取得できません',
  'backfill.pause': '一時停止',
  'backfill.pause.name': '@{username} の過去分の取り込みを一時停止',
  'backfill.resume': '再開',
  'backfill.resume.name': '@{username} の過去分の取り込みを再開',
  'backfill.cancel': '中止',
  'backfill.cancel.name': '@{username} の過去分の取り込みを中止',
  'backfill.open': '過去のポスト',
  'backfill.entry': '@{username} の過去分を取り込む',
  'backfill.entry.detail': '{brand} の過去のポスト',

  'error.backfill.missing':
    'このアカウントの過去分はまだ取り込まれていません。「ブランドとアカウント」で、さかのぼる期間を選択してください。',
  'error.backfill.budget':
    '予算を使い切ったため、過去分の取り込みを一時停止しました。取得済みの分は保存されています。予算を増やしてから再開してください。',
}
