/** @file Spanish words for deadlines, hours and holidays. */
import type { Translated } from '../translated.ts'
import type { deadlineMessages as english } from '../en/deadlines.ts'

export const deadlineMessages: Translated<typeof english> = {
  'due.at': 'plazo {at}',
  'due.at.name': 'La respuesta vence: {at}; entretanto está cerrado',
  'due.closed.name': 'Fuera de horario; la respuesta vence: {at}',

  'due.why.title': 'Para cuándo',
  'due.why.none': 'No hay ningún plazo: los relojes se paran mientras nadie espera su respuesta.',
  'due.why.first-reply': 'La primera respuesta vence el',
  'due.why.next-reply': 'La siguiente respuesta vence el',
  'due.why.resolution': 'Debe estar resuelto el',
  'due.why.day': '{amount} el {day}',
  'due.why':
    '{what} {due}: {target} de horario de atención desde el {from}: {days}{more, plural, =0 {} one { y # día más} many { y # de días más} other { y # días más}}{elsewhere, select, true { ({zone})} other {}}.',

  'command.reply.schedule-at-opening': 'Enviar este mensaje al abrir',
  'when.at-opening': 'Al abrir, {at}',
  'said.never-closes': '{name} atiende las 24 horas: envíelo ahora.',

  'settings.section.hours': 'Horario',
  'settings.section.holidays': 'Festivos',
  'settings.section.targets': 'Objetivos',
  'settings.not-understood': 'No se entendió; no se guardó nada.',
  'hours.zone': 'Zona horaria',
  'hours.day.mon': 'Lunes',
  'hours.day.tue': 'Martes',
  'hours.day.wed': 'Miércoles',
  'hours.day.thu': 'Jueves',
  'hours.day.fri': 'Viernes',
  'hours.day.sat': 'Sábado',
  'hours.day.sun': 'Domingo',
  'hours.closed': 'cerrado',
  'hours.why':
    'Escriba «9–18» o «9–13, 14–17»; un día vacío está cerrado y al menos uno debe abrir. Pasada la medianoche: «22–24» y «0–2» del día siguiente. Los plazos solo corren en este horario y se mueven cuando cambia.',
  'holidays.none': 'Aún no hay festivos.',
  'holidays.when':
    '{date}{days, plural, one {} many { · # de días} other { · # días}}{again, select, true { · se repite} other {}}',
  'holidays.remove': 'Quitar {name}',
  'holidays.name': 'Nombre',
  'holidays.date': 'Fecha',
  'holidays.yearly': 'Cada año',
  'holidays.add': 'Añadir',
  'holidays.import': 'Importar un calendario (.ics)…',
  'holidays.read':
    '{leftOut, plural, =0 {Se tomaron todas las entradas del calendario.} one {# entrada no es de día completo y no se tomó.} many {# de entradas no son de día completo y no se tomaron.} other {# entradas no son de día completo y no se tomaron.}}',
  'holidays.why': 'Estos días no hay nadie: los plazos esperan a la siguiente apertura.',
  'error.holidays.unreadable':
    'Este archivo no es un calendario legible. No se cambió nada; elija un archivo .ics.',
  'targets.priority': 'Prioridad',
  'targets.priority.urgent': 'Urgente',
  'targets.priority.high': 'Alta',
  'targets.priority.normal': 'Normal',
  'targets.priority.low': 'Baja',
  'targets.firstReply': 'Primera respuesta',
  'targets.nextReply': 'Siguiente respuesta',
  'targets.resolution': 'Resuelto',
  'targets.field': '{kind}, {priority}',
  'targets.warn': 'Avisar de un plazo cercano al pasar',
  'targets.warn.share': 'el {share} % de su tiempo',
  'targets.notify': 'El sistema avisa cuando vence una respuesta',
  'targets.why': 'En horario de atención: «15 m», «4 h», «1 h 30 m».',

  'notice.due.one': 'Vence una respuesta',
  'notice.due.many': 'Vencen {count} respuestas',
  'notice.due.more': 'y {count} más',
}
