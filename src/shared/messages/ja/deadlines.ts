/** @file Japanese words for deadlines, hours and holidays. */
import type { Translated } from '../translated.ts'
import type { deadlineMessages as english } from '../en/deadlines.ts'

export const deadlineMessages: Translated<typeof english> = {
  'due.at': '期限 {at}',
  'due.at.name': '返信期限 {at}（途中に営業時間外あり）',
  'due.closed.name': '営業時間外: 返信期限 {at}',

  'due.why.title': '期限の根拠',
  'due.why.none': '期限はありません。返信を待つ人がいない間、時計は止まっています。',
  'due.why.first-reply': '初回返信の期限',
  'due.why.next-reply': '次の返信の期限',
  'due.why.resolution': '解決の期限',
  'due.why.day': '{day} に{amount}',
  'due.why':
    '{what}: {due}。{from} から営業時間で{target}（{days}{more, plural, =0 {} other {、ほか#日}}）{elsewhere, select, true {。時刻は {zone}} other {}}。',

  'command.reply.schedule-at-opening': '営業開始時に送信',
  'when.at-opening': '営業開始時（{at}）',
  'said.never-closes': '{name} は24時間営業です。今すぐ送信できます。',

  'settings.section.hours': '営業時間',
  'settings.section.holidays': '休業日',
  'settings.section.targets': '目標時間',
  'settings.not-understood': '入力を認識できません。保存されていません。',
  'hours.zone': 'タイムゾーン',
  'hours.day.mon': '月曜日',
  'hours.day.tue': '火曜日',
  'hours.day.wed': '水曜日',
  'hours.day.thu': '木曜日',
  'hours.day.fri': '金曜日',
  'hours.day.sat': '土曜日',
  'hours.day.sun': '日曜日',
  'hours.closed': '休み',
  'hours.why':
    '「9–18」や「9–13, 14–17」のように入力します。空欄は休みで、営業日が1日以上必要です。深夜をまたぐ場合は「22–24」と翌日の「0–2」に分けます。期限は営業時間内だけ進み、変更するとずれます。',
  'holidays.none': '休業日はまだありません。',
  'holidays.when': '{date}{days, plural, =1 {} other { · #日間}}{again, select, true { · 毎年} other {}}',
  'holidays.remove': '{name} を削除',
  'holidays.name': '名前',
  'holidays.date': '日付',
  'holidays.yearly': '毎年',
  'holidays.add': '追加',
  'holidays.import': 'カレンダー（.ics）を読み込む…',
  'holidays.read':
    '{leftOut, plural, =0 {カレンダーの予定をすべて読み込みました。} other {終日ではない予定#件を除いて読み込みました。}}',
  'holidays.why': 'この日は誰もいないため、期限は次の営業開始まで進みません。',
  'error.holidays.unreadable':
    'このファイルはカレンダーとして読み込めません。何も変更されていません。.icsファイルを選択してください。',
  'targets.priority': '優先度',
  'targets.priority.urgent': '緊急',
  'targets.priority.high': '高',
  'targets.priority.normal': '通常',
  'targets.priority.low': '低',
  'targets.firstReply': '初回返信',
  'targets.nextReply': '次の返信',
  'targets.resolution': '解決',
  'targets.field': '{kind}、{priority}',
  'targets.warn': '期限間近と表示するタイミング',
  'targets.warn.share': '{share}%経過時',
  'targets.notify': '返信期限をシステム通知で知らせる',
  'targets.why': '営業時間で入力します: 「15 m」「4 h」「1 h 30 m」。',

  'notice.due.one': '返信の期限です',
  'notice.due.many': '{count}件の返信が期限です',
  'notice.due.more': 'ほか{count}件',
}
