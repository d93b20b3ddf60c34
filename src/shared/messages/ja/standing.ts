/** @file Japanese words for where a ticket stands: its status, who moved it, how it was solved. */
import type { Translated } from '../translated.ts'
import type { standingMessages as english } from '../en/standing.ts'

export const standingMessages: Translated<typeof english> = {
  'command.ticket.no-reply-needed': '解決: 返信不要',
  'command.ticket.set-status': 'ステータスを設定',
  'command.ticket.hold': '保留: ほかの人の対応待ち',

  'status.choose': 'ステータスを選択',
  'status.new.why': 'まだ誰も見ていない',
  'status.open.why': 'こちらで対応中',
  'status.pending.why': '顧客の返答待ち',
  'status.on-hold.why': 'ほかの人の対応待ち',
  'status.solved.why': '完了。顧客が再開できる',
  'status.closed.why': '完全に終了。次の書き込みは新しいチケット',

  'command.ticket.merge': 'この顧客の別のチケットに統合',
  'command.ticket.split': 'メッセージ以降を分割',
  'command.ticket.link': '以前のチケットにリンク',
  'command.ticket.rename': 'チケットの名前を変更',
  'stack.merge.title': '{count, plural, =1 {統合先のチケットを選択} other {チケット#件の統合先を選択}}',
  'stack.link.title': '続きの元になるチケットを選択',
  'stack.placeholder': 'チケットの番号または言葉',
  'stack.option': '#{number}  {title}',
  'stack.none': 'このブランドに、この顧客の別のチケットはありません。',
  'stack.unlink': 'リンクなし',
  'split.title': 'どのメッセージから分割しますか？',
  'split.placeholder': 'メッセージの言葉',
  'split.none': '分割できる、顧客の2件目以降のメッセージはありません。',
  'rename.title': 'チケットの名前を変更',
  'rename.label': '名前',
  'rename.hint': '空欄にすると、顧客の最初の書き込みが名前になります。',
  'rename.save': '名前を変更',
  'stack.previous': '#{number} の続き',
  'stack.merged': '#{number} に統合済み。メッセージはそちらにあります',
  'stack.open': '{name} に未解決{count}件',
  'stack.open.merge': '統合',
  'stack.show': '表示',
  'linked.answered': '{names} がすでに返信しています。顧客は両方に宛てて書いています。',
  'tag.stack': '{name} に未解決{count}件',
  'tag.linked-answered': '別ブランドが返信済み',
  'said.merged': '#{number} に統合しました',
  'said.split': '別のチケットに分割しました',
  'said.linked': '{on, select, true {リンクしました} other {リンクを解除しました}}',
  'said.renamed': '名前を変更しました',
  'event.ticket.merged': '別のチケットに統合',
  'event.ticket.split': '別のチケットから分割',
  'event.ticket.split-off': '一部を分割',
  'event.ticket.linked': '以前のチケットにリンク',
  'event.ticket.renamed': '名前を変更',
  'error.ticket.unlike': '同じブランドの、同じ顧客のチケットだけをまとめられます。何も変更されていません。',
  'error.ticket.busy':
    'そのチケットには、未処理のメッセージか下書きがあります。何も変更されていません。先に送信するか、空にしてください。',
  'error.ticket.nothing-to-split':
    'チケットの最初のもの以外で、顧客のメッセージを選択してください。何も変更されていません。',
  'command.column.quiet': 'カラム: お礼のみ',
  'column.quiet': 'お礼のみ',
  'column.order.quiet': '新しい順',
  'column.empty.quiet': 'お礼だけの書き込みはありません。',
  'column.empty.quiet.next':
    '解決後のお礼だけの書き込みでは、チケットは解決済みのままになり、ここに表示されます。',
  'other-seat.notice':
    '別の席も @{username} で返信しているようです。1時間以内に、ここから送信されていない返信が3件ありました。二重返信を防ぐため、誰が返信するか決めてください。',
  'composer.answered-elsewhere':
    'この返信が送信を待つ間に、別のツールですでに返信されています。その返信を読んでから送信してください。',
  'composer.answered-by':
    '顧客が同時に宛てた {names} がすでに返信しています。その返信を読んでから送信してください。',
  'thread.other-ticket': 'チケット #{number}',
  'event.ticket.quiet-close': 'お礼のみ。解決済みのまま',
  'event.ticket.no-reply-needed': '返信不要',
  'event.ticket.on-hold': '保留に変更',
  'event.ticket.status-set': 'ステータスを設定',

  'said.unanswered': '返信せずに解決しました',
  'said.no-reply-needed':
    "返信不要: {count, plural, =1 {'#'{number} を解決しました} other {チケット#件を解決しました}}",
  'said.status-set': "{count, plural, =1 {'#'{number}} other {チケット#件}}: {status}",

  'error.ticket.no-such-move':
    '「{from, select, new {新規} open {対応中} pending {顧客待ち} solved {解決済み} closed {終了} other {保留}}」から「{to, select, new {新規} open {対応中} pending {顧客待ち} solved {解決済み} closed {終了} other {保留}}」には変更できません。何も変更されていません。先に再開してください。',
}
