/** @file Spanish words for where a ticket stands: its status, who moved it, how it was solved. */
import type { Translated } from '../translated.ts'
import type { standingMessages as english } from '../en/standing.ts'

export const standingMessages: Translated<typeof english> = {
  'command.ticket.no-reply-needed': 'Resolver: no requiere respuesta',
  'command.ticket.set-status': 'Fijar estado',
  'command.ticket.hold': 'Poner en espera: depende de otra persona',

  'status.choose': '¿En qué punto está?',
  'status.new.why': 'Nadie lo ha mirado',
  'status.open.why': 'Se trabaja en él',
  'status.pending.why': 'A la espera del cliente',
  'status.on-hold.why': 'A la espera de otra persona',
  'status.solved.why': 'Hecho; el cliente puede reabrirlo',
  'status.closed.why': 'Terminado del todo; lo que llegue abre un ticket nuevo',

  'command.ticket.merge': 'Combinar con otro ticket de este cliente',
  'command.ticket.split': 'Separar un mensaje y lo que sigue',
  'command.ticket.link': 'Vincular a un ticket anterior',
  'command.ticket.rename': 'Renombrar ticket',
  'stack.merge.title':
    '{count, plural, one {¿Combinar con qué ticket?} many {¿Combinar # de tickets con cuál?} other {¿Combinar # tickets con cuál?}}',
  'stack.link.title': '¿De qué ticket es continuación?',
  'stack.placeholder': 'Número o palabras de un ticket',
  'stack.option': '#{number}  {title}',
  'stack.none': 'Este cliente no tiene otro ticket con esta marca.',
  'stack.unlink': 'De ninguno',
  'split.title': '¿A partir de qué mensaje?',
  'split.placeholder': 'Palabras de un mensaje',
  'split.none': 'No hay ningún mensaje posterior del cliente que separar.',
  'rename.title': '¿De qué trata este ticket?',
  'rename.label': 'Título',
  'rename.hint': 'Si queda vacío, es lo primero que escribió el cliente.',
  'rename.save': 'Renombrar',
  'stack.previous': 'Continúa #{number}',
  'stack.merged': 'Combinado con #{number}: sus mensajes están allí',
  'stack.open':
    '{count, plural, one {# abierto con {name}} many {# abiertos con {name}} other {# abiertos con {name}}}',
  'stack.open.merge': 'Combinar',
  'stack.show': 'Mostrar',
  'linked.answered': 'Ya respondió {names}. El cliente se dirigió a ambas marcas.',
  'tag.stack':
    '{count, plural, one {# abierto con {name}} many {# abiertos con {name}} other {# abiertos con {name}}}',
  'tag.linked-answered': 'Respondido por otra marca',
  'said.merged': 'Combinado con #{number}',
  'said.split': 'Separado en un ticket propio',
  'said.linked': '{on, select, true {Vinculado} other {Ya no vinculado}}',
  'said.renamed': 'Renombrado',
  'event.ticket.merged': 'Combinado con otro ticket',
  'event.ticket.split': 'Separado de otro ticket',
  'event.ticket.split-off': 'Se separó una parte',
  'event.ticket.linked': 'Vinculado a un ticket anterior',
  'event.ticket.renamed': 'Renombrado',
  'error.ticket.unlike': 'Solo van juntos los tickets de un cliente con una misma marca. No se cambió nada.',
  'error.ticket.busy':
    'Un mensaje escrito allí no está aclarado, o hay un borrador en él. Envíelo o vacíelo primero; no se cambió nada.',
  'error.ticket.nothing-to-split':
    'Elija un mensaje del cliente que no sea el primero de su ticket. No se cambió nada.',
  'command.column.quiet': 'Columna: cierres silenciosos',
  'column.quiet': 'Cierres silenciosos',
  'column.order.quiet': 'recientes primero',
  'column.empty.quiet': 'Nadie escribió solo para dar las gracias.',
  'column.empty.quiet.next': 'Un simple «gracias» tras resolver deja el ticket resuelto, y aparece aquí.',
  'other-seat.notice':
    'Parece que otro puesto responde por @{username}: tres respuestas en una hora no se enviaron desde aquí. Acuerden quién responde, para que nadie reciba dos respuestas.',
  'composer.answered-elsewhere':
    'Ya se respondió con otra herramienta mientras esto esperaba aquí. Lea esa respuesta antes de enviar.',
  'composer.answered-by':
    'Ya respondió {names}, a quien el cliente también se dirigió. Léalo antes de enviar.',
  'thread.other-ticket': 'En el ticket #{number}',
  'event.ticket.quiet-close': 'Dio las gracias; sigue resuelto',
  'event.ticket.no-reply-needed': 'No requiere respuesta',
  'event.ticket.on-hold': 'Puesto en espera',
  'event.ticket.status-set': 'Estado fijado',

  'said.unanswered': 'Cerrado sin respuesta',
  'said.no-reply-needed':
    "No requiere respuesta: {count, plural, =1 {'#'{number} resuelto} many {# de tickets resueltos} other {# tickets resueltos}}",
  'said.status-set': "{count, plural, =1 {'#'{number}} many {# de tickets} other {# tickets}}: {status}",

  'error.ticket.no-such-move':
    'De {from, select, new {Nuevo} open {Abierto} pending {Pendiente} solved {Resuelto} closed {Cerrado} other {En espera}} no puede pasar a {to, select, new {Nuevo} open {Abierto} pending {Pendiente} solved {Resuelto} closed {Cerrado} other {En espera}}. No se cambió nada; reábralo primero.',
}
