/** @file Japanese words for the whole conversation of a customer with a brand. */
import type { Translated } from '../translated.ts'
import type { conversationMessages as english } from '../en/conversation.ts'

export const conversationMessages: Translated<typeof english> = {
  'command.ticket.earlier': 'この顧客の以前のチケット',
  'command.ticket.unfold': '長い会話を展開',
  'earlier.label': '以前のチケット',
  'earlier.count':
    '{which, select, other {他の} earlier {以前の}}チケット{moreTickets, select, true {99件以上} other {{tickets, plural, other {#件}}}}、{moreMessages, select, true {メッセージ99件以上} other {{messages, plural, =0 {メモのみ} other {メッセージ#件}}}}',
  'earlier.last': '最後は{time}',
  'earlier.more': 'さらに最大{count}件',
  'earlier.fold': '折りたたむ',
  'earlier.open': 'チケット#{number}を開く',
  'earlier.ticket': 'チケット#{number}',
  'earlier.this': 'このチケット、#{number}',
  'earlier.public': '公開',
  'earlier.dm': 'ダイレクトメッセージ',
  'earlier.dates': '{began}から{ended}まで',
  'thread.folded': '{count, plural, other {さらに#件のメッセージ}}',

  'command.customer.show': '顧客カード',
  'customer.card': 'カード',
  'customer.on-x': 'Xのプロフィール',
  'customer.profile': 'Xのプロフィール',
  'customer.on-x.since': '{month}からXを利用',
  'customer.on-x.days': '{days, plural, =0 {今日からXを利用} other {#日前からXを利用}}',
  'customer.tickets': 'チケット',
  'customer.notes': '内部メモ',
  'customer.notes.none': 'この顧客についてのメモはありません。',
  'customer.scores': '顧客による評価',
  'customer.scores.none': 'まだ尋ねていないか、回答がありません。',
  'customer.score': '5点中{score}点',
  'customer.leave-alone': '連絡を望んでいません、{time}',
  'customer.no-survey': 'アンケートを望んでいません、{time}',
  'customer.ended.answered': '{time}に解決',
  'customer.ended.unanswered': '{time}に返信なしで解決',
  'customer.ended.no-reply-needed': '{time}に返信不要',
  'customer.ended.handed-off': '{time}に引き継ぎ',
}
