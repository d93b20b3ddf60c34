/** @file Spanish words of the page for whoever comes to the keyboard, or leaves it. */
import type { Translated } from '../translated.ts'
import type { handoverMessages as english } from '../en/handover.ts'

export const handoverMessages: Translated<typeof english> = {
  'command.handover.show': 'Resumen y relevo',
  'event.handover.left': 'Relevo entregado',
  'event.handover.words-taken': 'Relevo asumido',
  'event.handover.confirmed': 'Relevo confirmado',
  'event.handover.taken-in': 'Archivo de relevo tomado',
  'event.ticket.handed-over': 'Tomado de un archivo de relevo',
  'history.ticket.handed-over': '{who} lo tomó de un archivo de relevo',
  'handover.title': 'Resumen y relevo',
  'handover.since': 'Desde el {at}',
  'handover.first': 'Es su primera vez aquí, así que se muestra el último día: desde el {at}',
  'handover.nothing': 'Nada nuevo',
  'handover.lines': 'Lo pendiente, por marca',
  'handover.rows': 'Elementos de la línea',
  'handover.rows.none': 'Abra una línea: aquí se verá lo que cuenta.',
  'handover.rows.of': '{brand}: {count} {line}',
  'handover.rows.more': '{count, plural, one {y 1 más} other {y # más}}',
  'handover.line.late': '{count, plural, one {respuesta con retraso} other {respuestas con retraso}}',
  'handover.line.late-at-opening':
    '{count, plural, one {vence al abrir o en los 30 minutos siguientes} other {vencen al abrir o en los 30 minutos siguientes}}',
  'handover.line.new': '{count, plural, one {ticket nuevo} other {tickets nuevos}}',
  'handover.line.promises':
    '{count, plural, one {promesa o seguimiento para hoy} other {promesas o seguimientos para hoy}}',
  'handover.line.waking':
    '{count, plural, one {despierta hoy o despertó entretanto} other {despiertan hoy o despertaron entretanto}}',
  'handover.line.incidents': '{count, plural, one {incidencia} other {incidencias}}',
  'handover.line.refused': '{count, plural, one {mensaje rechazado por X} other {mensajes rechazados por X}}',
  'handover.line.unsure':
    '{count, plural, one {mensaje sin confirmar por X} other {mensajes sin confirmar por X}}',
  'handover.line.stopped':
    '{count, plural, one {mensaje retenido o con pregunta} other {mensajes retenidos o con pregunta}}',
  'handover.line.missed':
    '{count, plural, one {mensaje programado no enviado a tiempo} other {mensajes programados no enviados a tiempo}}',
  'handover.line.reconnects':
    '{count, plural, one {cuenta por volver a conectar} other {cuentas por volver a conectar}}',
  'handover.line.gaps': '{count, plural, one {hueco en lo leído} other {huecos en lo leído}}',
  'handover.line.budget':
    '{count, plural, one {presupuesto cerca del límite o superado} other {presupuestos cerca del límite o superados}}',
  'handover.line.quiet':
    '{count, plural, one {cerrado en silencio con un gracias} other {cerrados en silencio con un gracias}}',
  'handover.row.gap': 'Falta del {from} al {until}',
  'handover.row.handle': 'Su sesión ya no vale: vuelva a conectarla.',
  'handover.row.budget.warn': '{today} hoy, cuatro quintos de un presupuesto o más',
  'handover.row.budget.slow': '{today} hoy, un presupuesto está agotado: se lee menos',
  'handover.row.budget.stopped': '{today} hoy, se alcanzó un tope: ya no se lee',
  'handover.start': 'Empezar por lo más urgente',
  'handover.confirm': 'Asumir el relevo',
  'handover.somebody': 'Alguien',
  'handover.words.by': '{by}, {at}',
  'handover.words.open': 'aún sin asumir',
  'handover.words.taken': 'asumido por {by}, {at}',
  'handover.leave': 'Entregar el relevo…',
  'handover.leave.why':
    'Una frase sobre una marca, si hay algo que decir. Se guarda mientras escribe y los demás la ven cuando entregue el relevo.',
  'handover.leave.of': 'Sobre {brand}',
  'handover.leave.do': '{count, plural, =0 {Entregar} one {Entregar 1 frase} other {Entregar # frases}}',
  'handover.copy': 'Copiar como Markdown',
  'handover.save': 'Guardar como Markdown',
  'handover.md.title': 'Relevo, {at}',
  'handover.export': 'Para otro ordenador…',
  'handover.take-in': 'Abrir un archivo de relevo…',
  'handover.file.why':
    'Un archivo de relevo contiene en qué punto están los tickets, de quién son, aplazamientos, seguimientos, promesas y notas: ni una palabra de un post o mensaje directo. Verá qué cambiaría antes de que cambie nada.',
  'handover.file.choose': 'Elegir un archivo…',
  'handover.file.from': 'De {by}, {at}.',
  'handover.file.known':
    '{known, plural, one {1 de sus tickets está aquí} other {# de sus tickets están aquí}}, {unknown, plural, =0 {no falta ninguno} one {1 aún no está aquí} other {# aún no están aquí}}.',
  'handover.file.agents':
    'Aquí nadie se llama {names}: lo suyo sigue siendo de quien lo tiene aquí, y sus notas no nombran a nadie.',
  'handover.file.nothing': 'Aquí no cambia nada.',
  'handover.file.changed': '{count, plural, one {1 ticket cambia} other {# tickets cambian}}',
  'handover.file.kept':
    '{count, plural, one {1 ticket se queda como está aquí} other {# tickets se quedan como están aquí}}',
  'handover.file.take':
    '{count, plural, =0 {Incorporar} one {Incorporar 1 ticket} other {Incorporar # tickets}}',
  'handover.field.status': 'estado',
  'handover.field.owner': 'responsable',
  'handover.field.snooze': 'aplazamiento',
  'handover.field.follow-up': 'seguimiento',
  'handover.field.promise': 'promesa',
  'handover.field.note': 'nota',
  'handover.kept.changed-here': 'cambiado aquí después',
  'handover.kept.newer-here': 'el cliente escribió después',
  'handover.kept.older-file': 'un archivo tomado antes es más reciente',
  'handover.kept.behind': 'su último mensaje aún no está aquí: lea de X y vuelva a abrir el archivo',
  'said.handover.confirmed':
    '{count, plural, =0 {Relevo asumido. Lo nuevo cuenta desde ahora} one {Relevo asumido, 1 frase confirmada} other {Relevo asumido, # frases confirmadas}}',
  'said.handover.left': '{count, plural, one {1 frase entregada} other {# frases entregadas}}',
  'said.handover.copied': 'Copiado como Markdown',
  'said.handover.exported':
    '{count, plural, one {Escrito: 1 ticket, ni una palabra de un mensaje} other {Escrito: # tickets, ni una palabra de un mensaje}}',
  'said.handover.exported.some':
    '{count, plural, one {Escrito: 1 ticket} many {Escrito: # tickets} other {Escrito: # tickets}}, primero los abiertos, luego los más recientes. Hay más de los que caben en un archivo',
  'said.handover.taken-in':
    '{count, plural, =0 {No cambió nada} one {1 ticket cambió} other {# tickets cambiaron}}{kept, plural, =0 {} one {, 1 se queda como está aquí} other {, # se quedan como están aquí}}',
  'error.handover.invalid':
    'Este archivo no es un relevo legible: {issues}. No se cambió nada. Elija otro archivo o pida que lo escriban de nuevo.',
  'error.handover.newer':
    'Este relevo lo escribió un Switchboard más nuevo (versión {found}; este lee la {known}). No se cambió nada. Actualice Switchboard aquí y vuelva a abrirlo.',
  'error.handover.other-origin':
    'Este relevo es de otro X ({found}); este espacio de trabajo es de {expected}. No se cambió nada. Ábralo en el espacio al que pertenece.',
  'error.handover.too-large':
    'Este archivo es demasiado grande para ser un relevo. No se cambió nada. Elija otro archivo.',
}
