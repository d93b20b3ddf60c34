/** @file German words of the client-safe screen. */
import type { Translated } from '../translated.ts'
import type { clientSafeMessages as english } from '../en/client-safe.ts'

export const clientSafeMessages: Translated<typeof english> = {
  'command.view.client-safe': 'Nur eine Marke zeigen, oder wieder alle',
  'client-safe.title': 'Nur eine Marke zeigen',
  'client-safe.why':
    'Für Anrufe und geteilte Bildschirme: Von anderen Marken erscheint in keinem Fenster dieses Arbeitsbereichs und in keiner Mitteilung etwas, bis Sie es wieder erlauben.',
  'client-safe.on': 'Nur {name}',
  'client-safe.on.name':
    'Alle Fenster dieses Arbeitsbereichs und Mitteilungen zeigen nur {name}. Drücken, um wieder alle Marken zu zeigen.',
  'said.client-safe': 'Nur {name} wird gezeigt',
  'said.client-safe.off': 'Alle Marken werden wieder gezeigt',
  'error.brand.hidden':
    'Das gehört zu einer Marke, die gerade nicht gezeigt wird. Nichts wurde geändert. Zeigen Sie wieder alle Marken, um es zu sehen.',
}
