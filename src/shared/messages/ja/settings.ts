/** @file Japanese words for what a brand settles for itself. */
import type { Translated } from '../translated.ts'
import type { settingsMessages as english } from '../en/settings.ts'

export const settingsMessages: Translated<typeof english> = {
  'command.brand.settings': 'ブランドの設定',
  'settings.title': '{name} の設定',
  'settings.brand': 'ブランドを選択',
  'settings.sections': 'セクション',
  'settings.open': '設定',
  'settings.open.name': '{name} の設定',
  'said.setting': '{name} に保存しました · z で元に戻せます',

  'settings.section.lifecycle': 'チケット',
  'settings.lifecycle.reopen': '顧客の書き込みで解決済みチケットを再開する期間',
  'settings.lifecycle.reopen.days': '{days, plural, =0 {再開しない（新しいチケット）} other {#日以内}}',
  'settings.lifecycle.why': 'その後の書き込みは新しいチケットになり、以前のチケットにリンクされます。',
}
