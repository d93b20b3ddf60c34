/** @file Japanese words of the client-safe screen. */
import type { Translated } from '../translated.ts'
import type { clientSafeMessages as english } from '../en/client-safe.ts'

export const clientSafeMessages: Translated<typeof english> = {
  'command.view.client-safe': '1ブランドのみ表示／すべて表示',
  'client-safe.title': '1ブランドのみ表示',
  'client-safe.why':
    '通話や画面共有のための表示です。解除するまで、ほかのブランドの情報はこのワークスペースのどのウィンドウにも通知にも一切表示されません。',
  'client-safe.on': '{name} のみ',
  'client-safe.on.name':
    'このワークスペースのすべてのウィンドウと通知には {name} のみ表示されています。押すとすべてのブランドの表示に戻ります。',
  'said.client-safe': '{name} のみ表示しています',
  'said.client-safe.off': 'すべてのブランドを表示しています',
  'error.brand.hidden':
    '現在表示していないブランドのものです。何も変更されていません。見るには、すべてのブランドの表示に戻してください。',
}
