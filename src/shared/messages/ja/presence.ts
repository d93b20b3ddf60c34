/** @file Japanese words of notices, tones and quiet hours: how this computer makes itself known. */
import type { Translated } from '../translated.ts'
import type { presenceMessages as english } from '../en/presence.ts'

export const presenceMessages: Translated<typeof english> = {
  'command.column.alert': 'このカラムの新着メッセージを通知',
  'command.column.sound': 'このカラムの新着メッセージを音で知らせる',
  'command.presence.quiet-hours': '通知オフの時間帯',
  'command.presence.pause': '通知と音を1時間止める',
  'command.presence.resume': '通知と音を再開',
  'command.app.start-at-login': 'ログイン時に起動',
  'column.alerts': '新着メッセージを通知します',
  'column.sounds': '新着メッセージを音で知らせます',
  'notice.new.one': '新着：{place}',
  'notice.new.many': '新着{count}件：{place}',
  'notice.new.group': '{place}：{count}件',
  'notice.new.several': '新着メッセージ{count}件',
  'notice.meanwhile.one': '通知オフの間に返信1件が期限を過ぎました',
  'notice.meanwhile.many': '通知オフの間に返信{count}件が期限を過ぎました',
  'quiet.on': 'このコンピューターで通知をオフにする',
  'quiet.from': '開始',
  'quiet.until': '終了',
  'quiet.next-day': '翌朝まで続きます。曜日は開始する日です。',
  'quiet.days': '曜日',
  'quiet.never': '曜日と、開始とは異なる終了時刻を選択してください。',
  'quiet.breaks':
    'この時間でも知らせるもの：セキュリティに関する件は常に。書いた人の影響力や拡散の速さによって多くの人の目に触れるもののうち、緊急のもの、最後の手段としての訴え、非常に多くの人の前での怒り。',
  'quiet.waits':
    'それ以外は通知も音も出しません。期限を過ぎた返信は、時間帯が終わったときにまとめて知らせます。新着メッセージは各カラムにあります。',
  'quiet.keep': '保存',
  'quiet.paused': '通知と音は{time}まで止まっています。',
  'said.quiet.on': '{from}から{until}まで通知をオフにします',
  'said.quiet.off': 'このコンピューターに通知オフの時間帯はありません',
  'said.notices.paused': '通知と音を{time}まで止めました。待てないものは知らせます',
  'said.login.on': 'ログイン時にSwitchboardが起動します',
  'said.login.off': 'Switchboardは自動では起動しなくなりました',
  'said.login.unchanged':
    'システムの設定は変わりませんでした。ログイン時に起動するものは、システムの設定で確認できます。',
  'said.login.cannot': 'このSwitchboardはインストールされていないため、ログイン時に起動できません',
  'said.notices.resumed': '通知と音を再開しました',
}
