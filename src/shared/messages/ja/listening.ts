/** @file Japanese words of listening: saved searches and lists of a brand, what they would cost, and the posts that they bring. */
import type { Translated } from '../translated.ts'
import type { listeningMessages as english } from '../en/listening.ts'

export const listeningMessages: Translated<typeof english> = {
  'command.listening.manage': 'リスニング: 検索とリスト',
  'said.post-alone':
    'Xの制限により、アカウントをメンションまたは引用した人にしか返信できません。{key}でX上で返信できます。',
  'said.answer-on-x': 'ブラウザーでXを開き、このポストに返信します。',

  'post.pane.title': 'リスニング対象のポスト',
  'post.pane.ours': 'ブランドのポスト',
  'post.ours':
    '{handle} が投稿しました。返信はメンションに届きます。編集と削除はブランドのポストの一覧で行います。',
  'post.pane.gone': 'このポストはもうカラムにありません。',
  'post.pane.close': 'ポストを閉じる',
  'post.why':
    'これは {handles} への問い合わせではありません。メンションも引用もないため、Xの制限によりプログラムからは返信できません。X上では返信できます。その際は、サインイン中のアカウントを確認してください。',

  'listening.title': '{name} のリスニング',
  'listening.brand': 'リスニング: ブランドを選択',
  'listening.open': 'リスニング',
  'listening.open.name': '{name} のリスニング',
  'listening.why':
    'メンションなしでブランドについて書かれたこと、他社についての声、リストに入れたアカウントのポストを追います。それぞれ {name} のデッキのカラムになります。Xの料金は、届いたポストごと、初めての投稿者の名前ごとにかかります。',
  'listening.none': 'リスニング対象はまだありません。',
  'listening.no-handle':
    '{name} のアカウントがサインインしていません。Xへの問い合わせに必要なため、先に接続してください。',
  'listening.add': '追加',
  'listening.add.title': 'リスニング対象を追加',
  'listening.edit': '編集',
  'listening.edit.name': '{name} を編集',
  'listening.edit.title': '{name} を変更',
  'listening.remove': '削除',
  'listening.remove.name': '{name} を削除',
  'listening.remove.question':
    '{name} を削除しますか？ カラムはなくなりますが、チケットになったポストは残ります。',
  'listening.keep': '残す',
  'listening.kind': '対象の種類',
  'listening.kind.search': '検索',
  'listening.kind.list': 'Xのリスト',
  'listening.name': 'カラムの名前',
  'listening.query': '検索（Xの構文）',
  'listening.query.count': '{length} / {most}',
  'listening.query.help':
    '並べた語はすべて含むものを探します。語の間のOR、"完全一致"、-除外、from:handle、@handle、#tag、lang:en、-is:retweet、has:media も使えます。',
  'listening.query.long': 'Xの上限は{most}文字です。{over}文字超過しています。',
  'listening.list': 'リストのアドレスまたは番号',
  'listening.list.help':
    '例: https://x.com/i/lists/1234567890。アカウントから見えるリストである必要があります。',
  'listening.list.wrong': 'リストのアドレスではありません。末尾は番号です。',
  'listening.preview': 'プレビュー',
  'listening.preview.paid': 'プレビューでは最新の{count}件のポストを取得します。費用は最大{price}です。',
  'listening.preview.asking': 'Xに問い合わせています…',
  'listening.preview.result':
    '{exact, select, true {直近1週間} other {最新数件からの推計}}: 1日あたり{posts}、ポストの費用は1日{price}。今回の確認費用は{paid}でした。',
  'listening.preview.nothing': '何も見つかりませんでした。費用はかかっていません。',
  'listening.preview.posts': '{count, plural, =0 {1件未満} other {約#件}}',
  'listening.save': '保存',
  'listening.again': '検索を変えると最初から取得し直します。以前の検索で届いたものはカラムに残ります。',
  'listening.sign-in':
    'リストには、リストの読み取りを許可したサインインが必要です。@{username} の接続はそれより前のものです。接続し直してください。',
  'said.listening': '{name} のリスニングを開始しました。カラムは {brand} のデッキにあります。',
  'said.listening.removed': '{name} のリスニングを終了しました。',
  'column.total.posts': 'ポスト{count, plural, other {#件}}{many, select, true {以上} other {}}',
}
