/** @file German words for what a brand settles for itself. */
import type { Translated } from '../translated.ts'
import type { settingsMessages as english } from '../en/settings.ts'

export const settingsMessages: Translated<typeof english> = {
  'command.brand.settings': 'Einstellungen einer Marke',
  'settings.title': 'Einstellungen von {name}',
  'settings.brand': 'Welche Marke?',
  'settings.sections': 'Abschnitte',
  'settings.open': 'Einstellungen',
  'settings.open.name': 'Einstellungen von {name}',
  'said.setting': 'Gespeichert für {name} · z nimmt es zurück',

  'settings.section.lifecycle': 'Tickets',
  'settings.lifecycle.reopen': 'Schreibt der Kunde wieder, öffnet das ein gelöstes Ticket',
  'settings.lifecycle.reopen.days':
    '{days, plural, =0 {nie: neues Ticket} one {bis # Tag danach} other {bis # Tage danach}}',
  'settings.lifecycle.why':
    'Später öffnet die Nachricht ein neues Ticket, das mit dem früheren verknüpft ist.',
}
