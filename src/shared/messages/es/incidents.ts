/** @file Spanish words of incidents: one trouble, many customers. */
import type { Translated } from '../translated.ts'
import type { incidentMessages as english } from '../en/incidents.ts'

export const incidentMessages: Translated<typeof english> = {
  'command.incident.show': 'Incidencias',
  'command.incident.gather': 'Añadir a una incidencia, o abrir una',
  'error.incident.missing': 'Esta incidencia ya no está. No se cambió nada.',
  'error.incident.noticed':
    'Ya hay un comunicado público de esta incidencia. No se envió nada: recupere primero aquel o edítelo.',
  'error.incident.other-brand':
    'Una incidencia es de una sola marca, y no todos estos tickets son de ella. No se cambió nada: seleccione tickets de una marca.',

  'incident.title': 'Incidencias',
  'incident.none': 'No hay incidencias abiertas.',
  'incident.none.why':
    'Cuando muchos clientes escriben por un mismo problema, seleccione sus tickets ({select}) y pulse {gather}: un texto responde a todos, a cada uno con su propia respuesta, y un paso les avisa cuando termina.',
  'incident.open.title': 'Abrir una incidencia de {brand}',
  'incident.open.count':
    '{count, plural, =0 {Aún no hay tickets seleccionados; las palabras de abajo sugieren algunos} one {Entra 1 ticket} many {Entran # de tickets} other {Entran # tickets}}',
  'incident.open.into': 'O {count, plural, one {añadirlo} many {añadirlos} other {añadirlos}} a',
  'incident.open.do': 'Abrir',
  'incident.name': 'Qué falla',
  'incident.name.example': 'Sin internet en Hamburgo',
  'incident.terms': 'Palabras de sus tickets, separadas por comas',
  'incident.terms.example': 'avería, sin internet, sin conexión',
  'incident.status-text': 'Lo que sabemos',
  'incident.status-text.why': 'Aparece en cada uno de sus tickets y donde un texto diga «{variable}».',
  'incident.words.keep': 'Guardar',
  'incident.choose': 'Cuál',
  'incident.option': '{title}{over, select, true { (terminada)} other {}}',
  'incident.since': 'Desde: {at}',
  'incident.over-since': 'Terminada desde: {at}',
  'incident.counts':
    '{tickets, plural, one {1 ticket} many {# de tickets} other {# tickets}}{separator}{answered} respondidos{separator}{told} avisados del fin',
  'incident.suggested':
    '{count, plural, one {1 ticket más habla de ello} many {# de tickets más hablan de ello} other {# tickets más hablan de ello}}',
  'incident.suggested.all': 'Tomar todos',
  'incident.take': 'Tomar',
  'incident.decline': 'Este no',
  'incident.members': 'Sus tickets',
  'incident.members.none': 'Aún no tiene tickets.',
  'incident.release': 'Sacar',
  'incident.row': '#{number} {name}',
  'incident.answer.waiting': 'respuesta por salir',
  'incident.answer.sent': 'respondido',
  'incident.answer.failed': 'respuesta fallida',
  'incident.all-clear.waiting': 'aviso de fin por salir',
  'incident.all-clear.sent': 'avisado',
  'incident.all-clear.failed': 'aviso de fin fallido',

  'incident.notice': 'Comunicado público',
  'incident.notice.why': 'Un post para quienes aún no han escrito.',
  'incident.notice.nudge': 'Nadie ha publicado aún un comunicado.',
  'incident.notice.state': 'Comunicado: {state}',

  'incident.tell.answer': 'Responder a todos',
  'incident.tell.all-clear': 'Avisar de que terminó',
  'incident.tell.answer.why':
    'Cada cliente recibe su propia respuesta, donde X nos permite responder. Nadie recibe dos.',
  'incident.tell.all-clear.why':
    'Cada cliente lo recibe una vez; sus tickets se resuelven con ese mensaje. Los que no pueden recibirlo quedan como están.',
  'incident.tell.answer.example':
    'Hola, {open}customer.first_name|buenas{close}: lo sabemos y estamos en ello. {open}incident.status{close}',
  'incident.tell.all-clear.example':
    'Hola, {open}customer.first_name|buenas{close}: vuelve a funcionar desde {at}. Disculpe las molestias y gracias por su paciencia.',
  'incident.wording': 'Texto {n}',
  'incident.wording.more': 'Una versión más',
  'incident.wording.why': 'Se usan por turno: las mismas palabras a mucha gente son spam para X.',
  'incident.reason': 'Por qué las mismas palabras pueden llegar a más de tres personas',
  'incident.reason.example': 'Comunicado oficial de la avería, acordado con la empresa',
  'incident.preview': 'Vista previa',
  'incident.preview.counts':
    '{going, plural, =0 {Nadie recibiría nada} one {1 mensaje} many {# de mensajes} other {# mensajes}}{skipped, plural, =0 {} one {, # omitido} many {, # omitidos} other {, # omitidos}}',
  'incident.preview.finish': 'el último sale: {at}',
  'incident.preview.now': 'todos salen tras su retención',
  'incident.preview.public': 'en público',
  'incident.preview.dm': 'por mensaje directo',
  'incident.send':
    '{count, plural, one {Enviar 1 mensaje} many {Enviar # de mensajes} other {Enviar # mensajes}}',
  'said.incident.told':
    '{count, plural, =0 {No se avisó a nadie} one {Sale 1 mensaje} many {Salen # de mensajes} other {Salen # mensajes}}{skipped, plural, =0 {} one {, # omitido} many {, # omitidos} other {, # omitidos}}',

  'incident.skip.told': 'ya tiene este mensaje',
  'incident.skip.on-its-way': 'una respuesta va en camino',
  'incident.skip.over': 'está resuelto',
  'incident.skip.answered': 'se respondió desde que escribió',
  'incident.skip.draft': 'alguien le escribe: hay un borrador',
  'incident.skip.no-way': 'X lo rechazaría: {route}',
  'incident.skip.unfilled': 'una variable no tiene valor',
  'incident.skip.too-long': 'demasiado largo para X',
  'incident.skip.guarded': 'lo frena una protección: {guards}',
  'incident.skip.alike': 'las mismas palabras que otros tres',

  'incident.end': 'Terminó',
  'incident.resume': 'Sigue, después de todo',
  'said.incident.opened': '«{title}» está abierta · z lo deshace',
  'said.incident.kept': '«{title}» guardada',
  'said.incident.gathered':
    '{count, plural, =0 {Ya estaba así} one {1 ticket añadido a «{title}»} many {# de tickets añadidos a «{title}»} other {# tickets añadidos a «{title}»}}',
  'said.incident.released':
    '{count, plural, =0 {No se volverá a sugerir} one {1 ticket sacado} many {# de tickets sacados} other {# tickets sacados}}',
  'said.incident.ended': '«{title}» terminó',
  'said.incident.resumed': '«{title}» sigue',
  'incident.line': 'Parte de «{title}»',
  'incident.line.over': 'Fue parte de «{title}», terminada: {at}',
  'incident.line.show': 'Ver la incidencia',
  'event.ticket.gathered': 'Añadido a una incidencia',
  'event.ticket.released': 'Sacado de una incidencia',
  'event.incident.opened': 'Incidencia abierta',
  'event.incident.changed': 'Incidencia cambiada',
  'event.incident.ended': 'Incidencia terminada',
  'event.incident.resumed': 'Incidencia reanudada',
  'event.incident.declined': 'No es parte de la incidencia',
  'history.ticket.gathered': '{who} lo añadió a la incidencia',
  'history.ticket.released': '{who} lo sacó de la incidencia',
  'history.incident.declined': '{who} indicó que no es de la incidencia',
}
