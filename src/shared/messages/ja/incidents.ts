/** @file Japanese words of incidents: one trouble, many customers. */
import type { Translated } from '../translated.ts'
import type { incidentMessages as english } from '../en/incidents.ts'

export const incidentMessages: Translated<typeof english> = {
  'command.incident.show': 'インシデント',
  'command.incident.gather': 'インシデントに追加・新規作成',
  'error.incident.missing': 'このインシデントはもうありません。何も変更されていません。',
  'error.incident.noticed':
    'このインシデントの告知はすでに公開されています。何も送信されていません。先にその告知を取り消すか、編集してください。',
  'error.incident.other-brand':
    'インシデントは1つのブランドに属しますが、別のブランドのチケットが含まれています。何も変更されていません。同じブランドのチケットだけを選択してください。',

  'incident.title': 'インシデント',
  'incident.none': '進行中のインシデントはありません。',
  'incident.none.why':
    '同じ問題について多くの顧客から連絡があったら、そのチケットを選択（{select}）して{gather}を押します。1つの文面で全員に個別に返信でき、終息も一度の操作で伝えられます。',
  'incident.open.title': '{brand} のインシデントを作成',
  'incident.open.count':
    '{count, plural, =0 {チケットはまだ選択されていません。下の言葉から候補が表示されます} other {チケット#件を追加します}}',
  'incident.open.into': '{count, plural, other {または既存のインシデントに追加}}',
  'incident.open.do': '作成',
  'incident.name': '問題の内容',
  'incident.name.example': 'ハンブルクでインターネットが不通',
  'incident.terms': 'チケットに含まれる言葉（カンマ区切り）',
  'incident.terms.example': '障害, つながらない, オフライン',
  'incident.status-text': '現在の状況',
  'incident.status-text.why': '各チケットと、文面の「{variable}」の位置に表示されます。',
  'incident.words.keep': '保存',
  'incident.choose': 'インシデントを選択',
  'incident.option': '{title}{over, select, true {（終息）} other {}}',
  'incident.since': '{at} から',
  'incident.over-since': '{at} に終息',
  'incident.counts': 'チケット{tickets}件{separator}返信済み{answered}件{separator}終息を連絡済み{told}件',
  'incident.suggested': 'ほか{count}件のチケットが該当',
  'incident.suggested.all': 'すべて追加',
  'incident.take': '追加',
  'incident.decline': '対象外',
  'incident.members': 'チケット',
  'incident.members.none': 'チケットはまだありません。',
  'incident.release': '外す',
  'incident.row': '#{number} {name}',
  'incident.answer.waiting': '返信を送信中',
  'incident.answer.sent': '返信済み',
  'incident.answer.failed': '返信失敗',
  'incident.all-clear.waiting': '終息連絡を送信中',
  'incident.all-clear.sent': '連絡済み',
  'incident.all-clear.failed': '終息連絡失敗',

  'incident.notice': '告知',
  'incident.notice.why': 'まだ連絡していない人も含め、全員に向けた1件のポストです。',
  'incident.notice.nudge': '告知はまだ投稿されていません。',
  'incident.notice.state': '告知: {state}',

  'incident.tell.answer': '全員に返信',
  'incident.tell.all-clear': '終息を連絡',
  'incident.tell.answer.why':
    'Xで返信できる顧客それぞれに個別の返信が届きます。同じ人に2通届くことはありません。',
  'incident.tell.all-clear.why':
    '各顧客に1回ずつ届き、そのメッセージでチケットが解決済みになります。連絡できない顧客のチケットはそのままです。',
  'incident.tell.answer.example':
    '{open}customer.first_name|お客{close}様、現在の状況は把握しており、対応を進めております。{open}incident.status{close}',
  'incident.tell.all-clear.example':
    '{open}customer.first_name|お客{close}様、{at} に復旧いたしました。ご不便をおかけしましたことをお詫びし、お待ちいただきありがとうございました。',
  'incident.wording': '文面{n}',
  'incident.wording.more': '文面を追加',
  'incident.wording.why': '順番に使われます。多数に同じ文面を送ると、Xではスパムと見なされます。',
  'incident.reason': '3人を超えて同じ文面を送る理由',
  'incident.reason.example': 'クライアントと合意済みの公式な障害告知',
  'incident.preview': '1件ずつプレビュー',
  'incident.preview.counts':
    '{going, plural, =0 {送信対象なし} other {メッセージ#件}}{skipped, plural, =0 {} other {、スキップ#件}}',
  'incident.preview.finish': '最後の1件は {at} に送信',
  'incident.preview.now': '送信待ちのあと、すべて送信',
  'incident.preview.public': '公開',
  'incident.preview.dm': 'DM',
  'incident.send': '{count}件のメッセージを送信',
  'said.incident.told':
    '{count, plural, =0 {誰にも送信されません} other {#件のメッセージを送信します}}{skipped, plural, =0 {} other {（スキップ#件）}}',

  'incident.skip.told': 'すでに送信済み',
  'incident.skip.on-its-way': '返信を送信中',
  'incident.skip.over': '解決済み',
  'incident.skip.answered': '最後の書き込み以降に返信済み',
  'incident.skip.draft': '返信の下書きあり',
  'incident.skip.no-way': 'Xが拒否する見込み: {route}',
  'incident.skip.unfilled': '値のない変数あり',
  'incident.skip.too-long': 'Xの文字数上限を超過',
  'incident.skip.guarded': 'ガードが停止: {guards}',
  'incident.skip.alike': 'ほかの3人と同じ文面',

  'incident.end': '終息にする',
  'incident.resume': '終息を取り消す',
  'said.incident.opened': '「{title}」を作成しました · z で元に戻せます',
  'said.incident.kept': '「{title}」を保存しました',
  'said.incident.gathered':
    '{count, plural, =0 {すでにそうなっています} other {チケット#件を「{title}」に追加しました}}',
  'said.incident.released': '{count, plural, =0 {今後は候補に表示しません} other {チケット#件を外しました}}',
  'said.incident.ended': '「{title}」は終息しました',
  'said.incident.resumed': '「{title}」は継続中です',
  'incident.line': '「{title}」の一部',
  'incident.line.over': '「{title}」の一部（{at} に終息）',
  'incident.line.show': 'インシデントを表示',
  'event.ticket.gathered': 'インシデントに追加',
  'event.ticket.released': 'インシデントから外した',
  'event.incident.opened': 'インシデントを作成',
  'event.incident.changed': 'インシデントを変更',
  'event.incident.ended': 'インシデントが終息',
  'event.incident.resumed': 'インシデントが継続',
  'event.incident.declined': 'インシデントの対象外',
  'history.ticket.gathered': '{who} がインシデントに追加',
  'history.ticket.released': '{who} がインシデントから外した',
  'history.incident.declined': '{who} がインシデントの対象外と判断',
}
