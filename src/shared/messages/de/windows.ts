/** @file German words of windows beside the main one. */
import type { Translated } from '../translated.ts'
import type { windowMessages as english } from '../en/windows.ts'

export const windowMessages: Translated<typeof english> = {
  'command.window.open-ticket': 'Ticket in einem eigenen Fenster öffnen',
  'command.window.open-deck': 'Dieses Deck in einem eigenen Fenster öffnen',
  'command.window.close': 'Dieses Fenster schließen',
  'elsewhere.line':
    'Geschrieben wird zu diesem Ticket in einem anderen Fenster, damit keine Antwort zweimal hinausgeht.',
  'elsewhere.go': 'Dorthin wechseln',
}
