/** @file Spanish words for tickets that are chosen and worked on together. */
import type { Translated } from '../translated.ts'
import type { bulkMessages as english } from '../en/bulk.ts'

export const bulkMessages: Translated<typeof english> = {
  'command.select.toggle': 'Seleccionar o soltar este ticket',
  'command.select.next': 'Seleccionar hacia abajo',
  'command.select.previous': 'Seleccionar hacia arriba',
  'command.select.all': 'Seleccionar toda la columna',
  'command.select.none': 'Soltar todo',
  'said.solved.many':
    '{count, plural, one {# ticket resuelto} many {# de tickets resueltos} other {# tickets resueltos}}{unanswered, plural, =0 {} many {, {unanswered} sin respuesta} other {, {unanswered} sin respuesta}}',
  'said.let-go': 'Ya no hay nada seleccionado',

  'command.round.skip': 'Pasar al siguiente seleccionado, sin responder',
  'round.two-brands':
    'Estos tickets son de {names}. Una respuesta habla por una sola marca: seleccione tickets de una. No se cambió nada.',
  'round.begun': '{count} tickets por responder, cada uno con su propio envío',
  'round.left':
    '{count, plural, =0 {El último de los tickets seleccionados} one {Falta # más por responder después de este} many {Faltan # más por responder después de este} other {Faltan # más por responder después de este}}',
  'round.over': 'Todos los tickets seleccionados tuvieron su turno',
  'round.end': 'Terminar',
  'selection.label': 'Tickets seleccionados',
  'selection.count': '{count, plural, one {# seleccionado} many {# seleccionados} other {# seleccionados}}',
  'selection.clear': 'Soltar',

  'bulk.title': '¿{command}?',
  'bulk.count':
    '{count, plural, one {# ticket seleccionado} many {# de tickets seleccionados} other {# tickets seleccionados}}',
  'bulk.brand': '{name}: {count}',
  'bulk.skipped':
    '{count, plural, one {# se omite; estado:} many {# se omiten; estado:} other {# se omiten; estado:}} {status}',
  'bulk.gone': '{count, plural, one {# ya no está} many {# ya no están} other {# ya no están}}',
  'bulk.undo': 'z lo deshace todo.',
  'bulk.nothing': 'No queda nada por hacer: se omiten todos.',
  'bulk.do': '{command}: {count}',
  'bulk.counting': 'Contando…',
}
