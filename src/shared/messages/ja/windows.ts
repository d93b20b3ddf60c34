/** @file Japanese words of windows beside the main one. */
import type { Translated } from '../translated.ts'
import type { windowMessages as english } from '../en/windows.ts'

export const windowMessages: Translated<typeof english> = {
  'command.window.open-ticket': 'チケットを専用のウィンドウで開く',
  'command.window.open-deck': 'このデッキを専用のウィンドウで開く',
  'command.window.close': 'このウィンドウを閉じる',
  'elsewhere.line': '返信が二重に送られないよう、このチケットの入力は別のウィンドウで行います。',
  'elsewhere.go': 'そちらへ移動',
}
