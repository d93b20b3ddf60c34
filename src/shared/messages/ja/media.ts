/** @file Japanese words of pictures and films: in the conversation, and on their way out. */
import type { Translated } from '../translated.ts'
import type { mediaMessages as english } from '../en/media.ts'

export const mediaMessages: Translated<typeof english> = {
  'error.attachment.missing':
    'このファイルは添付から外れています。何も送信されていません。もう一度添付してください。',
  'error.attachment.type':
    '「{name}」は、Xが受け付ける画像・動画ではありません。添付されていません。JPEG、PNG、WebP、GIF、MP4、QuickTimeのいずれかを使用してください。',
  'error.attachment.too-large':
    '「{name}」はXの上限を超えています。{kind, select, photo {画像} gif {GIF} other {動画}}は {megabytes} MBまでです。添付されていません。サイズを小さくしてください。',
  'error.attachment.too-many':
    '「{name}」は添付されていません。Xに添付できるのは、{channel, select, dm {DM1通につきファイル1つ} other {画像4枚、GIF1点、動画1本のいずれか}}までです。先にほかの添付を外してください。',
  'error.attachment.changed':
    '「{name}」は読み込み中に変更されました。読み込んだ内容は使用されません。外してから、もう一度添付してください。',
  'error.attachment.arriving':
    '「{name}」はまだ読み込み中です。何も送信されていません。読み込みが終わってから再送信してください。',
  'error.attachment.failed':
    '「{name}」はXに受け付けられません（{detail}）。何も送信されておらず、文面は保存されています。別のファイルを使用してください。',

  'command.reply.attach': '画像・動画を添付',
  'media.photo': '画像',
  'media.gif': 'GIF',
  'media.video': '動画',
  'media.alt': 'ALT',
  'media.title': '原寸表示',
  'media.nth': '{n} / {count}',
  'media.open': '原寸表示: {name}',
  'media.previous': '前へ',
  'media.next': '次へ',
  'media.missing': '読み込めませんでした。',
  'media.again': '再試行',
  'attachment.add': '画像・動画を添付',
  'attachment.list': '添付ファイル',
  'attachment.alt': '代替テキスト',
  'attachment.alt.name': '{name} の代替テキスト',
  'attachment.remove': '{name} を外す',
  'attachment.arriving': '{name} を読み込み中',
  'attachment.uploading': '{name} をXに送信中',
  'attachment.processing': 'Xが {name} を処理中',
}
