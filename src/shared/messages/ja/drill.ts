/** @file Japanese words of the practice drill. */
import type { Translated } from '../translated.ts'
import type { drillMessages as english } from '../en/drill.ts'

export const drillMessages: Translated<typeof english> = {
  'command.drill.show': '訓練: 時間を計って50件のチケット',
  'command.drill.end': '訓練を終了',
  'said.drill': '計測中です',
  'drill.title': '訓練',
  'drill.why':
    '架空の朝、4つのブランドに50件のメッセージが届いています。返信する、解決する、後にする、返信不要とするのいずれかで、すべてに対応してください。残りがなくなるまで時間を計ります。',
  'drill.counts': 'ミスになること',
  'drill.rule.wrong-brand':
    'ブランド違い: 返信に別のクライアントの言葉、リンク、画像がある（ガードが止めた場合も含む）。',
  'drill.rule.leaked-number':
    '番号の漏えい: 誰かの番号、住所、口座を公開の場に書く（ガードが止めた場合も含む）。',
  'drill.rule.missed-deadline': '期限切れ: 返信が遅れる。最初の期限は数分後です。',
  'drill.rule.impostor': 'なりすまし: ブランドを装うアカウントを、チケットに対応する前に報告しない。',
  'drill.gone':
    '訓練には専用の世界があります。始めると、今の練習での作業は消えます。本番のワークスペースには影響しません。',
  'drill.start': '計測を開始',
  'drill.again': 'もう一度',
  'drill.go-on': '続ける',
  'drill.leave': '練習に戻る',
  'drill.end': '終了',
  'drill.clock': '時間',
  'drill.progress': '対応済みのチケット',
  'drill.done': '{total}件中{done}件に対応',
  'drill.answered': '{count}件に返信',
  'drill.each': '1件あたり{seconds}秒',
  'drill.misses': '{count, plural, =0 {ミスなし} other {ミス#件}}',
  'drill.score': '結果',
  'drill.score.wrong-brand': '{count, plural, =0 {別のクライアントの言葉なし} other {ブランド違い: #件}}',
  'drill.score.leaked-number': '{count, plural, =0 {番号の漏えいなし} other {番号の漏えい: #件}}',
  'drill.score.missed-deadline': '{count, plural, =0 {期限切れなし} other {期限切れ: #件}}',
  'drill.score.impostor': '{count, plural, =0 {見落としたなりすましなし} other {見落としたなりすまし: #件}}',
  'drill.miss.post': '新しい投稿',
  'drill.miss.caught': 'ガードが止めました',
}
