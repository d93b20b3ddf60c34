/** @file German words for tickets that are chosen and worked on together. */
import type { Translated } from '../translated.ts'
import type { bulkMessages as english } from '../en/bulk.ts'

export const bulkMessages: Translated<typeof english> = {
  'command.select.toggle': 'Dieses Ticket wählen oder abwählen',
  'command.select.next': 'Nach unten wählen',
  'command.select.previous': 'Nach oben wählen',
  'command.select.all': 'Alle in dieser Spalte wählen',
  'command.select.none': 'Alle abwählen',
  'said.solved.many':
    '{count, plural, one {# Ticket} other {# Tickets}} gelöst{unanswered, plural, =0 {} other {, {unanswered} ohne Antwort}}',
  'said.let-go': 'Nichts ist mehr gewählt',

  'command.round.skip': 'Weiter zum nächsten gewählten Ticket, ohne Antwort',
  'round.two-brands':
    'Diese Tickets gehören zu {names}. Eine Antwort spricht für eine Marke: Wählen Sie Tickets einer Marke. Nichts wurde geändert.',
  'round.begun': '{count} Tickets zu beantworten, jedes wird einzeln gesendet',
  'round.left':
    '{count, plural, =0 {Das letzte der gewählten Tickets} one {Danach noch # zu beantworten} other {Danach noch # zu beantworten}}',
  'round.over': 'Alle gewählten Tickets waren an der Reihe',
  'round.end': 'Beenden',
  'selection.label': 'Gewählte Tickets',
  'selection.count': '{count, plural, one {# gewählt} other {# gewählt}}',
  'selection.clear': 'Abwählen',

  'bulk.title': '{command}?',
  'bulk.count': '{count, plural, one {# Ticket ist gewählt} other {# Tickets sind gewählt}}',
  'bulk.brand': '{name}: {count}',
  'bulk.skipped': '{count, plural, one {# wird übersprungen} other {# werden übersprungen}}: Status {status}',
  'bulk.gone': '{count, plural, one {# ist} other {# sind}} inzwischen nicht mehr da',
  'bulk.undo': 'z nimmt alles zurück.',
  'bulk.nothing': 'Nichts bleibt zu tun: Alle werden übersprungen.',
  'bulk.do': '{command}: {count}',
  'bulk.counting': 'Wird gezählt…',
}
