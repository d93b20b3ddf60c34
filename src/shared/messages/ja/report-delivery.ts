/** @file Japanese words of how reports look for a client, their delivery by themselves, and exports with content. */
import type { Translated } from '../translated.ts'
import type { reportDeliveryMessages as english } from '../en/report-delivery.ts'

export const reportDeliveryMessages: Translated<typeof english> = {
  'command.report.schedule': '月次レポート：自動納品、ロゴ、色',
  'said.report-scheduled': 'このクライアントへのレポートを毎月納品します',
  'said.report-unscheduled': 'このクライアントへの自動納品を終了しました',
  'said.report-delivering': 'レポートを集計して書き出しています',
  'said.look-kept': 'このクライアントのレポート用にロゴと色を保存しました',
  'error.report.no-lines':
    'このレポートは、チケットの行を一緒に保管するようになる前に納品されました。数字と PDF はあります。何も保存していません。',
  'error.report.taken':
    '{name} という別のファイルがすでにあり、そのままにしました。レポートはここに保管されています。そのファイルを移動するか、別のフォルダーを選択してください。',
  'error.report.unscheduled':
    'このクライアントへの自動納品は設定されていないため、次の月がありません。先にフォルダーを選択して開始してください。',
  'error.client.missing': 'このクライアントはもうありません。何も変更されていません。',
  'error.logo.type':
    'このファイルは、名前にかかわらず PNG または JPEG の画像ではありません。ロゴは元のままです。別のファイルを選択してください。',
  'error.logo.too-large':
    'この画像は {kilobytes} kB または {side} ピクセルを超えています。ロゴは元のままです。より小さい画像を選択してください。',
  'error.folder.unknown':
    'このフォルダーを選択した後に Switchboard が再起動したため、フォルダーがわかりません。何も変更されていません。もう一度選択してください。',
  'error.folder.gone':
    'フォルダー {folder} がありません。レポートはここに保管されており、何も書き込んでいません。フォルダーを元に戻すか、別のフォルダーを選択してください。',
  'error.folder.shut':
    'フォルダー {folder} への書き込みが許可されていません。レポートはここに保管されています。許可するか、別のフォルダーを選択してください。',
  'error.export.limit':
    'X の投稿と人物が {needs} 件必要ですが、本日の残りは {left} 件です。何も書き出していません。期間を短くするか、{freshAt} までお待ちください。',
  'alert.report': 'レポートをフォルダーに書き込めませんでした',
  'elsewhere.reason.report': 'レポートをフォルダーに書き込めなかったとき',
  'webhook.said.report': 'レポートを書き込めず',
  'report.delivery': '月次レポート',
  'report.client': 'クライアント',
  'report.no-client': 'レポート先のクライアントがまだありません。',
  'report.schedules': '自動納品',
  'report.schedule.none': '自動納品はありません。',
  'report.schedule.next': '次回：{month}分（{at} 以降）',
  'report.schedule.into': '保存先：{folder}',
  'report.schedule.last': '前回：{month}分（{at} に書き込み）',
  'report.schedule.trouble': '{month}分は {at} に書き込めませんでした。{why}次の試行：{again}。',
  'report.schedule.change': '自動納品、ロゴ、色',
  'report.schedule.change.of': '自動納品、ロゴ、色：{client}',
  'report.schedule.day': '毎月の日付',
  'report.schedule.why':
    '前の月を集計して固定し、ブランドの現地時刻の午前 6 時に PDF と CSV で書き込みます。その日がない月は月末に行います。その時にコンピューターの電源が切れているか Switchboard が閉じている場合は、次に開いたときに一度だけ行います。チケットの行には ID と自社の数字だけが入ります。',
  'report.schedule.folder': 'フォルダー',
  'report.schedule.no-folder': '未選択',
  'report.schedule.choose': 'フォルダーを選択',
  'report.schedule.words': 'クライアント向けの文章（毎月同じ内容）',
  'report.schedule.keep': '保存',
  'report.schedule.start': '毎月納品する',
  'report.schedule.now': '次の分を今すぐ納品',
  'report.schedule.stop': '自動納品を終了',
  'report.delivered.schedule': '自動納品',
  'report.look': 'ロゴと色',
  'report.look.choose': 'ロゴを選択（PNG または JPEG）',
  'report.look.remove': 'ロゴを削除',
  'report.look.accent': '色',
  'report.look.keep': 'この色を保存',
  'report.look.no-accent': '標準の色に戻す',
  'report.look.pale': 'この色は白い紙の文字には薄すぎます。線と棒グラフに使用し、文字は黒のままにします。',
  'report.look.preview': 'レポートの見出しのプレビュー',
  'report.content': '公開の投稿とアカウント名を含める',
  'report.content.left':
    'X のポリシーで 1 日に書き出せる投稿と人物 {limit, number} 件のうち {needs, number} 件を使用します。{at} までの残りは {left, number} 件です。保存しなくても、行を作成した時点で数えます。ダイレクトメッセージは書き出しません。',
  'report.content.too-much':
    'X の投稿と人物が {needs, number} 件必要ですが、{at} までの残りは {limit, number} 件中 {left, number} 件です。一部だけの書き出しは行いません。期間を短くするか、ブランドを減らしてください。',
}
