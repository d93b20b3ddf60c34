/** @file Japanese words of the first steps. */
import type { Translated } from '../translated.ts'
import type { tourMessages as english } from '../en/tour.ts'

export const tourMessages: Translated<typeof english> = {
  'command.tour.start': 'はじめの一歩を表示',
  'command.tour.end': 'はじめの一歩を終了',
  'tour.label': 'はじめの一歩',
  'tour.step': 'ステップ {n} / {of}',
  'tour.step.move': '次のチケットへ移動',
  'tour.step.reply': '返信。ボタンに送信元のアカウントが表示されます',
  'tour.step.send': '送信。少しの送信待ちのあと、Xに送られます',
  'tour.step.recall': '取り消し。まだ誰の目にも触れていません',
  'tour.tries': '今度は、わざと間違えてみましょう:',
  'tour.tries.done': 'どれも外には出ませんでした。',
  'tour.try.number': '返信に電話番号を書く',
  'tour.try.brand': '別のブランド名を書く',
  'tour.try.recall': '送信を取り消す',
  'tour.caught.number': '電話番号: 止めました',
  'tour.caught.brand': '別のブランド: 止めました',
  'tour.caught.recall': '送信: 取り消しました',
  'tour.skip': 'スキップ',
  'tour.close': '閉じる',
  'tour.summary': '返信{count}件 · 中央値{seconds}秒 · キー{keys}回 · ミス{slips}回',
}
