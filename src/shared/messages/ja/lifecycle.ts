/** @file Japanese words for what became of messages: deleted, withdrawn, edited; and for forgetting a person. */
import type { Translated } from '../translated.ts'
import type { lifecycleMessages as english } from '../en/lifecycle.ts'

export const lifecycleMessages: Translated<typeof english> = {
  'gone.deleted': 'Xで削除済み',
  'gone.protected': '表示不可: 非公開アカウント',
  'gone.suspended': '表示不可: 凍結アカウント',
  'gone.unavailable': 'Xで表示不可',
  'gone.withheld': '表示制限（{where}）',
  'gone.withheld.in': '{countries}',
  'gone.withheld.everywhere': '全地域',
  'gone.withheld.copyright': '著作権',
  'gone.by.customer': '{what}。顧客が {time} に書いたもの',
  'gone.by.ours': '{what}。ブランドが {time} に書いたもの',
  'gone.by.somebody': '{what}。{time} に書かれたもの',
  'gone.since': '{time} に確認。本文はここからも消去されています。',

  'gone.card.deleted': 'Xで削除済み',
  'gone.card.protected': 'Xで表示不可',
  'gone.card.suspended': 'Xで表示不可',
  'gone.card.withheld': 'Xが表示制限',
  'gone.card.unavailable': 'Xで表示不可',

  'xchat.chat-event':
    '@{username} 宛てのメッセージがX Chatに届いています。暗号化されているため、Switchboardでは読めません。',
  'xchat.refused':
    '@{username} の会話がX Chatに移行したと、Xから通知がありました。暗号化されているため、Switchboardでは読めません。',
  'xchat.silent':
    'いつになく長い間、@{username} にメッセージが届いていません。Switchboardでは読めないX Chatに届いている可能性があります。',
  'xchat.open': 'X Chatを開く',
  'xchat.label': 'X Chat',

  'versions.edited': '編集済み · {count}バージョン',
  'versions.label': '以前のバージョン',
  'versions.one': 'バージョン{number}、{time}',
  'versions.history': 'Xの編集履歴',

  'command.person.forget': 'この人のデータを消去…',
  'forget.title': 'この人のデータを消去',
  'forget.counting': '保存されているデータを探しています…',
  'forget.why':
    'このワークスペースにある {name} のデータを、すべてのテーブル、ファイル、コピーから消去します。',
  'forget.count.tickets': 'チケット{count, number}件',
  'forget.count.posts': 'ポスト{count, number}件（以前のバージョンとこちらの返信を含む）',
  'forget.count.directMessages': 'DM{count, number}件（双方の分）',
  'forget.count.notes': 'メモ{count, number}件',
  'forget.count.drafts': '下書き{count, number}件',
  'forget.count.messages': '送信メッセージ{count, number}件（未送信のものは送信されません）',
  'forget.count.backups': 'ワークスペース全体のバックアップ{count, plural, =1 {1件} other {#件すべて}}',
  'forget.others': 'この人の名前を含むほかの人のポスト{count, number}件は残ります。',
  'forget.final':
    '元に戻せません。X上では何も変わりません。再び書き込みがあると新しいチケットになり、以前のデータは戻りません。',
  'forget.reason': '理由（消去記録に記載）',
  'forget.confirm': '確認のため {confirmWith} と入力',
  'forget.do': '完全に消去',
  'said.forgotten': '消去しました。消去記録: {file}',
  'said.forgotten.later': '消去しました。消去記録をまだ書き出せないため、次回の起動時に書き出します。',
}
