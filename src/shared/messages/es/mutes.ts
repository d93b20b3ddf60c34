/** @file Spanish words of mutes: what columns leave out, for a time or for good. */
import type { Translated } from '../translated.ts'
import type { muteMessages as english } from '../en/mutes.ts'

export const muteMessages: Translated<typeof english> = {
  'command.column.show-muted': 'Mostrar u ocultar lo silenciado en esta columna',
  'command.mute.person': 'Silenciar a esta persona en columnas',
  'command.mute.here': 'Silenciar algo en esta columna',
  'command.mute.list': 'Silenciados: lo que las columnas omiten',
  'column.muted':
    '{many, select, true {Al menos } other {}}{count, plural, one {1 silenciado} many {# de silenciados} other {# silenciados}}',
  'column.muted.shown':
    '{many, select, true {Al menos } other {}}{count, plural, one {1 silenciado a la vista} many {# de silenciados a la vista} other {# silenciados a la vista}}',
  'column.muted.show': 'Mostrar',
  'column.muted.hide': 'Ocultar de nuevo',
  'column.muted.all': 'Todo lo que hay aquí está silenciado.',
  'column.muted.all.next':
    'Sigue esperando como antes. Lo urgente y lo que está por vencer se muestra igualmente.',
  'mute.title': 'Silenciados',
  'mute.why':
    'Las columnas omiten lo silenciado y dicen cuánto es. Los contadores, los plazos y los avisos siguen igual, en X no cambia nada, y lo urgente, lo que afecta a la seguridad o lo que está por vencer se muestra igualmente.',
  'mute.none': 'No hay nada silenciado.',
  'mute.what': 'Qué',
  'mute.kind.word': 'Palabras',
  'mute.kind.person': 'Persona',
  'mute.kind.source': 'Búsqueda o lista',
  'mute.field.word': 'Una palabra, o varias en este orden',
  'mute.field.person': 'Usuario de X',
  'mute.field.source': 'Cuál',
  'mute.where': 'Dónde',
  'mute.everywhere': 'Todas las columnas',
  'mute.nowhere': 'Una columna que ya no se muestra',
  'mute.place': '{column} ({deck})',
  'mute.until.label': 'Hasta',
  'mute.until.examples': 'Vacío es para siempre. Por ejemplo: 2h, vie 9, mañana.',
  'mute.until.unknown': 'No indica ningún momento futuro. Por ejemplo: 2h, vie 9, mañana.',
  'mute.until': 'Hasta {at}',
  'mute.for-good': 'Para siempre',
  'mute.by': 'por {name}',
  'mute.words': '«{words}»',
  'mute.add': 'Silenciar',
  'mute.remove': 'Terminar',
  'mute.remove.name': 'Dejar de silenciar {name}',
  'said.mute.added': 'Silenciado: {name}',
  'said.mute.removed': 'Ya no está silenciado: {name}',
  'event.mute.added': 'Silenciado en columnas',
  'event.mute.removed': 'Silencio terminado',
  'event.mute.ended': 'Tiempo de un silencio cumplido',
  'error.mute.nobody':
    'Nadie que haya escrito aquí se llama @{username}. No se silenció nada. Revise el nombre de usuario.',
  'error.mute.too-many': 'Hay {most} silenciados. No se silenció nada. Termine uno primero.',
}
