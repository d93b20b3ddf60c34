/** @file Japanese words of the page where keys are chosen. */
import type { Translated } from '../translated.ts'
import type { keyMessages as english } from '../en/keys.ts'

export const keyMessages: Translated<typeof english> = {
  'keys.preset': 'キーのプリセット',
  'keys.preset.switchboard': 'Switchboard',
  'keys.preset.gmail': 'Gmail',
  'keys.preset.tweetdeck': 'TweetDeck',
  'keys.preset.vim': 'Vim（回数指定あり）',
  'keys.characters': '文字・記号だけのキー',
  'keys.characters.plain': 'キーとして使う',
  'keys.characters.after-leader': '{leader} のあとに押すと使える',
  'keys.characters.off': '使わない（音声入力向け）',
  'keys.search': 'コマンドとキーを検索',
  'keys.export': 'ファイルに保存',
  'keys.import': 'ファイルから読み込む',
  'keys.reset': 'すべて初期状態に戻す',
  'keys.out': '「{title}」から {key} を外す',
  'keys.add': '「{title}」にキーを追加',
  'keys.back': '「{title}」をプリセットのキーに戻す',
  'keys.press': '新しいキーを押してください…',
  'keys.taken': '次のコマンドで使用中のキーです: {titles}',
  'keys.take': 'そこから移す',
  'keys.trouble.publishes': '誤操作を防ぐため、公開するコマンドのキーにはCtrlまたはCmdが必要です。',
  'keys.trouble.reserved': 'このキーは、システムまたは文字入力で使われます。',
  'keys.trouble.closes': 'Escは常に、開いているものを閉じます。',
  'said.keys.imported': '{name} からキーを読み込みました',
}
