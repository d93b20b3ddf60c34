/** @file Spanish words for what a brand settles for itself. */
import type { Translated } from '../translated.ts'
import type { settingsMessages as english } from '../en/settings.ts'

export const settingsMessages: Translated<typeof english> = {
  'command.brand.settings': 'Ajustes de una marca',
  'settings.title': 'Ajustes de {name}',
  'settings.brand': '¿Qué marca?',
  'settings.sections': 'Secciones',
  'settings.open': 'Ajustes',
  'settings.open.name': 'Ajustes de {name}',
  'said.setting': 'Guardado para {name} · z lo deshace',

  'settings.section.lifecycle': 'Tickets',
  'settings.lifecycle.reopen': 'Si el cliente vuelve a escribir, el ticket resuelto se reabre durante',
  'settings.lifecycle.reopen.days':
    '{days, plural, =0 {ningún tiempo: un ticket nuevo} one {# día} many {# de días} other {# días}}',
  'settings.lifecycle.why': 'Después, su mensaje abre un ticket nuevo vinculado al anterior.',
}
