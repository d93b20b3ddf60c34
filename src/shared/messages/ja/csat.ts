/** @file Japanese words of asking customers how it went. */
import type { Translated } from '../translated.ts'
import type { csatMessages as english } from '../en/csat.ts'

export const csatMessages: Translated<typeof english> = {
  'command.csat.ask': '顧客に満足度を尋ねる',
  'csat.text':
    '今回の対応はいかがでしたか？ 1（不満）から5（満足）の数字でお答えください。「stop」と返信いただければ、今後はお尋ねしません。',
  'error.csat.not-now': '{why}アンケートは送信されていません。',
  'csat.not.off': 'このブランドでは満足度を尋ねません。リーダーがブランドの設定で有効にできます。',
  'csat.not.no-dm': '満足度はDMでのみ尋ねますが、このチケットにはDMの会話がありません。',
  'csat.not.not-theirs': 'この会話は顧客から始めたものではないため、ここでは尋ねません。',
  'csat.not.stop': 'この顧客は、尋ねないことを希望しています。',
  'csat.not.lately': 'この顧客には最近尋ねたばかりです。',
  'csat.not.protest': 'このチケットは抗議です。抗議にアンケートは送りません。',
  'csat.not.spam': 'このチケットはスパムです。',
  'csat.not.incident': 'このチケットはインシデントの一部です。',
  'event.csat.asked': '満足度を尋ねた',
  'event.csat.stopped': '顧客が今後尋ねないことを希望',
  'event.csat.answered-1': '顧客の回答: 5点中1点',
  'event.csat.answered-2': '顧客の回答: 5点中2点',
  'event.csat.answered-3': '顧客の回答: 5点中3点',
  'event.csat.answered-4': '顧客の回答: 5点中4点',
  'event.csat.answered-5': '顧客の回答: 5点中5点',
  'settings.section.csat': '満足度（CSAT）',
  'settings.csat.on': 'エージェントが顧客に満足度を尋ねられるようにする',
  'settings.csat.why':
    '顧客から始まった会話のDMでのみ尋ねます。スパム、抗議、インシデントのあとには尋ねません。1または2の回答があると、チケットは「unhappy」ラベル付きで再開されます。',
  'settings.csat.text': '質問文',
  'settings.csat.period': '同じ顧客に尋ねる最短の間隔',
  'settings.csat.days': '{days}日',
  'settings.csat.summary': '直近30日: 送信{asked}件、回答{answered}件、平均{average}（5点満点）。',
  'settings.csat.save': '質問文を保存',
}
