/** @file Japanese words of the worlds to practise in. */
import type { Translated } from '../translated.ts'
import type { scenarioMessages as english } from '../en/scenarios.ts'

export const scenarioMessages: Translated<typeof english> = {
  'scenario.title': '別の練習',
  'scenario.why':
    'どれも、今から始まる架空の環境です。現在の練習環境で行ったことは消えます。本番ワークスペースには影響ありません。',
  'said.scenario': '「{name}」を始めます',

  'scenario.practice': '火曜の朝',
  'scenario.practice.why': '4ブランド、チケット19件、3分後に障害発生',
  'scenario.next-morning': '翌朝',
  'scenario.next-morning.why': 'お詫びと、帰りの便が無事だったかの確認',
  'scenario.care-handle': 'ブランドとサポートの2アカウント',
  'scenario.care-handle.why': '両方をメンションした人にもチケットは1件',
  'scenario.small-team': '小さなチーム',
  'scenario.small-team.why': '1営業日以内の約束、金曜の午後',
  'scenario.last-resort': '最後の手段',
  'scenario.last-resort.why': '電話は4回、見ている人は100万人',
  'scenario.regulated': '銀行',
  'scenario.regulated.why': '秘密は非公開で、結びは公開で',
  'scenario.handed-to-phone': '電話への引き継ぎ',
  'scenario.handed-to-phone.why': '受付時間を伝える。返信なしではなく対応結果として',
  'scenario.told-by-customers': '顧客の声で知る障害',
  'scenario.told-by-customers.why': 'インシデント1件、個別の返信、終息連絡',
  'scenario.beyond-mentions': 'メンションの先へ',
  'scenario.beyond-mentions.why': '1日数百件、大半はアカウントへのメンションなし',
  'scenario.twenty-handles': '20のアカウント',
  'scenario.twenty-handles.why': '1つのブランドを、対象者と言語で分担',
  'scenario.delay-notices': '路線の遅延',
  'scenario.delay-notices.why': 'まず告知、次にその下に付く質問',
  'scenario.usual-mix': 'いつもの内訳',
  'scenario.usual-mix.why': '質問48件、要望10件、苦情33件、怒りのみ9件',
  'scenario.human-voice': '独自の話し方',
  'scenario.human-voice.why': 'ブランドの禁止語',
  'scenario.drill': '訓練',
  'scenario.drill.why': '時間を計って50件のチケット',
}
