/** @file Japanese words about outgoing work: what it is, where it stands, why it asks, what a handle may not do. */
import type { Translated } from '../translated.ts'
import type { outboxMessages as english } from '../en/outbox.ts'

export const outboxMessages: Translated<typeof english> = {
  'job.stopped': '停止中',
  'job.ask': '要確認',

  'kind.reply': '返信',
  'kind.chain': '連続ポスト',
  'kind.dm': 'DM',
  'kind.post': 'ポスト',
  'kind.hide': '返信の非表示',
  'kind.unhide': '非表示返信の再表示',
  'kind.delete': 'ポストの削除',
  'kind.repost': 'リポスト',
  'kind.unrepost': 'リポストの取り消し',
  'kind.bookmark': 'ブックマーク',
  'kind.unbookmark': 'ブックマークの削除',
  'kind.mute': 'ミュート',
  'kind.unmute': 'ミュート解除',
  'kind.edit': 'ポストの編集',

  'ask.answered-here': 'その間に、このコンソールから誰かが返信しました。',
  'ask.answered-elsewhere': 'その間に、ブランドが別のツールで返信しました。',
  'ask.customer-wrote': '顧客から再び書き込みがありました。',
  'ask.target-deleted': 'ポストがX上からなくなりました。',
  'ask.target-edited': 'ポストが編集されました。',
  'ask.account-changed': 'アカウントが再接続されたか、名前が変わりました。',
  'ask.signed-out': '先にアカウントの再接続が必要です。',
  'ask.late': '予定時刻から10分以上過ぎています。',
  'ask.incident': 'このブランドでインシデントが進行中です。',

  'act.unseen': 'そのポストは、このアカウントには表示されたことがありません。',
  'act.not-ours': '削除や編集ができるのはブランドのポストだけです。',
  'act.no-reply': '非表示にできるのはほかの人の返信だけです。',
  'act.not-our-conversation': 'Xで返信を非表示にできるのは、このアカウントが始めた会話だけです。',
  'act.is-reply': 'Xでは、ほかの人への返信は編集できません。',
  'act.no-premium': 'Xでポストを編集できるのは、プレミアムのアカウントだけです。',
  'act.edit-over': 'Xでポストを編集できるのは、1時間以内に5回までです。',

  'event.post.held': 'ポストを送信待ちに追加',
  'event.post.published': 'ポストを送信',
  'event.post.deleted': 'ポストを削除',
  'event.post.edited': 'ポストを編集',
  'event.post.hidden': '返信を非表示',
  'event.post.unhidden': '非表示の返信を再表示',
  'event.post.reposted': 'リポスト',
  'event.post.unreposted': 'リポストを取り消し',
  'event.post.bookmarked': 'ブックマーク',
  'event.post.unbookmarked': 'ブックマークを削除',
  'event.person.muted': '顧客をミュート',
  'event.person.unmuted': '顧客のミュートを解除',
  'event.action.held': '操作を送信待ちに追加',
  'event.action.recalled': '操作を取り消し',

  'refusal.already': 'Xではすでにその状態です。',
  'said.undone.priced': 'Xで実行済みです。取り消すには費用がかかります。',

  'error.job.final': 'Xにはこれを取り消す方法がありません。何も変更されていません。',
  'error.outbox.undecided':
    '停止中のメッセージ{count}件の扱いが決まっていないため、停止を続けます。それぞれ送信、予約変更、破棄のいずれかを選んでから、ブランドの停止を解除してください。',
  'error.schedule.past':
    'その時刻は過ぎています。予約されておらず、文面は保存されています。今後の時刻を選択してください。',
  'error.handle.missing':
    'このアカウントはもう接続されていません。何も変更されていません。接続するか、別のアカウントを選択してください。',
  'error.post.not-allowed': '{why}何も変更されていません。必要な場合は、Xでポストを開いて操作してください。',
}
