/** @file Japanese words for a pasted list of clients, and for handles that wait for their sign-in. */
import type { Translated } from '../translated.ts'
import type { clientMessages as english } from '../en/clients.ts'

export const clientMessages: Translated<typeof english> = {
  'command.brand.paste': 'クライアントの一覧を貼り付け',
  'command.brand.connect-next': '接続待ちの次のアカウントを接続',
  'paste.title': 'クライアントの一覧を貼り付け',
  'paste.why':
    '1行に1クライアントを書きます。アカウントまたはそのアドレス、前に名前を付けたもの（「Northwind Group, @northwindair」「Kettle: @kettleandco @kettlehelp」）、または表のセル（クライアント、ブランド、アカウント）です。Xには何も問い合わせません。接続はあとでアカウントごとに行います。',
  'paste.field': 'クライアント（1行に1件）',
  'paste.preview': '作成される内容',
  'paste.line': '行',
  'paste.brand': 'ブランド',
  'paste.client': 'クライアント',
  'paste.handles': 'アカウント',
  'paste.nothing': '貼り付けた行がここに表示されます。',
  'paste.counts':
    'クライアント{clients, number}件、アカウント{handles, number}件{problems, plural, =0 {} other {、除外#行}}',
  'paste.joins': '追加',
  'paste.joins.why': 'このブランドはすでにあるか、前の行にあります。アカウントはそこに追加されます。',
  'paste.problem.no-handle': 'この行にアカウントがありません。@を付けて書いてください。',
  'paste.problem.unclear':
    'どこが名前か分かりません。「クライアント, @アカウント」または「クライアント, ブランド, @アカウント」と書いてください。',
  'paste.problem.name-too-long': '名前が{most}文字を超えています。短くしてください。',
  'paste.problem.bad-handle':
    '「{handle}」はアカウントではありません。1～15文字の英字、数字、_ で書いてください。',
  'paste.problem.twice': '@{handle} はすでに{line}行目にあります。',
  'paste.problem.connected': '@{handle} はすでに {brand} に接続されています。',
  'paste.problem.expected': '@{handle} はすでに {brand} で接続待ちです。',
  'paste.problem.removed':
    '@{handle} は、データを残して削除された {brand} のものです。「アカウントを接続」で両方が戻ります。',
  'paste.do': '{count, plural, =0 {アカウントを追加} other {アカウント#件を追加}}',
  'paste.cut':
    '一度に読み込めるのは{most, number}文字までです。残りは行の区切りで省かれました。2回に分けて貼り付けてください。',
  'said.pasted': 'ブランド{brands, number}件を追加、接続待ちのアカウント{handles, number}件',
  'expected.title': '{name} はまだ接続されていません。',
  'expected.state': '未接続',
  'expected.connect': '@{username} を接続',
  'expected.drop': '一覧から外す',
  'expected.drop.name': '一覧から外す: @{username}',
  'expected.next': 'Xでこのアカウントにサインインすると、メンションとメッセージがここでチケットになります。',
  'expected.left': 'あと{count, number}件のアカウントがサインインを待っています。',
  'expected.all': '一覧のアカウントはすべて接続されました。',
  'said.dropped': '@{username} を一覧から外しました',
  'rail.brand.expected': '{name}（{initials}）、未接続',
  'connect.label.expected': '{brand} の @{username} を接続',
  'connect.wait.expected': 'Xで @{username} を選んでください。ほかのアカウントは接続できません。',
  'leave.why.none':
    '接続されたアカウントがないため、取り消すサインインはありません。ここにあるデータは次のとおりです。',
  'event.brand.pasted': 'クライアントの一覧を追加',
  'event.brand.handle-dropped': 'アカウントを一覧から外した',
  'error.brand.unconnected':
    '{brand} にはサインイン済みのアカウントがないため、まだリスニングはできません。何も変更されていません。先にアカウントを接続するか、リスニングを除いてください。',
  'error.connect.other-than-listed':
    '{brand} が待っている @{expected} ではなく @{found} としてサインインされました。何も接続されていません。Xでアカウントを切り替えて最初からやり直してください。一覧が誤っていた場合は、「ブランドとアカウント」で @{expected} を一覧から外してください。',
  'error.connect.listed-elsewhere':
    '@{username} は {brand} の一覧にあります。何も接続されていません。そちらで接続するか、先に一覧から外してください。',
  'error.connect.was-elsewhere':
    '@{username} は、データを残して削除された {brand} に接続されていました。何も接続されていません。「アカウントを接続」で両方が戻ります。',
  'error.connect.not-expected':
    'このアカウントはもう一覧にありません。接続されたか、外されました。何も変更されていません。別のアカウントを選択してください。',
}
