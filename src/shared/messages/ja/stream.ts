/** @file Japanese words about X's live stream: whether it is there, why not, and what that means for how soon things arrive. */
import type { Translated } from '../translated.ts'
import type { streamMessages as english } from '../en/stream.ts'

export const streamMessages: Translated<typeof english> = {
  'command.stream.take-over': 'ライブ配信を引き継ぐ',
  'error.stream.busy':
    'このアプリのライブ配信は別の2台のコンピューターが使用中で、Xの制限により3台目は使えません。失われたものはありません。このコンピューターでは約1分ごとにXに問い合わせます。いずれかのSwitchboardを閉じるか、ここにライブ配信を引き継いでください。',
  'error.stream.bearer':
    'アプリ {app} のBearer TokenがXに受け付けられません。失われたものはありません。約1分ごとにXに問い合わせます。console.x.comで新しいBearer Tokenを取得し、入力してください。',
  'stream.app': '{app} のライブ配信:',
  'stream.live': 'ライブ',
  'stream.live.why': 'このアカウントの動きが、1秒以内にXから届きます。',
  'stream.asked': '定期取得',
  'stream.asked.why': 'このアカウントの動きを、約1分ごとにXに問い合わせます。',
  'stream.take-over.name': '{app} のライブ配信を引き継ぐ',
  'sync.live': 'ライブ · {time} まで確認済み',
  'said.stream.taken-over':
    'ライブ配信をここに引き継ぎました。ほかのコンピューターは約1分ごとにXに問い合わせます。',
}
