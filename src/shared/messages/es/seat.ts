/** @file Spanish words for the seat, for who may do what, and for another agent's word on a message. */
import type { Translated } from '../translated.ts'
import type { seatMessages as english } from '../en/seat.ts'

export const seatMessages: Translated<typeof english> = {
  'command.agent.manage': 'Agentes: funciones y PIN',
  'command.outbox.approve': 'Aprobar un mensaje que espera a otro agente',

  'role.trainee': 'En formación',
  'role.agent': 'Agente',
  'role.lead': 'Supervisor',

  'seat.first': 'El primero es el supervisor, que puede añadir a otros y decir qué hace cada uno.',
  'seat.pin': 'PIN de {name}',
  'seat.here': 'aquí ahora',
  'seat.seen': 'última vez: {time}',
  'seat.never': 'nunca estuvo aquí',
  'seat.somebody-else': 'Otra persona…',
  'seat.manage': 'Agentes, funciones y PIN…',
  'bar.trainee': '{name} · en formación',

  'agents.label': 'Agentes',
  'agents.why':
    'Lo que envía alguien en formación espera a otro agente. Un supervisor ajusta además marcas, presupuestos y agentes, y reanuda tras una parada. Un PIN reserva el puesto a su agente y hace falta para aprobar mensajes de otros.',
  'agents.role': 'Función',
  'agents.role.name': 'Función de {name}',
  'agents.has-pin': 'PIN',
  'agents.retired': 'de baja',
  'agents.rename': 'Renombrar',
  'agents.keep': 'Guardar',
  'agents.retire': 'Dar de baja',
  'agents.return': 'Readmitir',
  'agents.new': 'Nuevo agente',
  'agents.add': 'Añadir',
  'agents.pin.maybe': 'PIN, si lo desea',
  'agents.pin.give': 'Fijar un PIN',
  'agents.pin.change': 'Cambiar el PIN',
  'agents.pin.current': 'PIN actual',
  'agents.pin.new': 'PIN nuevo, cuatro cifras o más',
  'agents.pin.set': 'Fijar',
  'agents.pin.remove': 'Sin PIN',
  'agents.idle': 'Preguntar quién está tras una inactividad de',
  'agents.idle.minutes':
    '{minutes, plural, =0 {nunca preguntar} one {# minuto} many {# de minutos} other {# minutos}}',
  'said.agent-added': '{name} está en la lista',
  'said.agent-kept': 'Guardado para {name}',
  'said.pin-set': '{name} tiene un PIN nuevo',
  'said.pin-gone': '{name} ya no tiene PIN',

  'approve.label': '¿Sale?',
  'approve.count':
    '{count, plural, one {# mensaje espera a otro agente.} many {# de mensajes esperan a otro agente.} other {# mensajes esperan a otro agente.}}',
  'approve.by': 'escrito por {name}',
  'approve.who': 'Quién lo aprueba',
  'approve.pin': 'Su PIN',
  'approve.reason': 'Si no: qué debería cambiar',
  'approve.yes': 'Aprobar',
  'approve.no': 'Volver al borrador',
  'approve.nothing': 'Ningún mensaje espera a otro agente.',
  'approve.nobody':
    'Nadie más que su autor tiene PIN para aprobarlo. Un supervisor fija los PIN en «Agentes» (g t). El mensaje se queda donde está.',
  'settle.approve': 'Aprobar…',
  'said.waits-approval': 'Espera la aprobación de otro agente ({key})',
  'thread.waits-approval': 'Espera la aprobación de otro agente. No salió nada.',
  'tag.approval': 'Falta aprobación',
  'said.approved': 'Aprobado. Se retiene una vez más y luego sale.',
  'said.rejected': 'De vuelta en su borrador, con el motivo al lado',

  'ask.approval': 'Antes debe aprobarlo otro agente.',
  'approval.why.trainee': '{what} está en formación.',
  'approval.why.tag': 'El ticket lleva «{what}».',
  'approval.why.words': 'Dice «{what}».',
  'approval.not.author': 'Lo escribió {name}. Nadie aprueba su propio mensaje.',
  'approval.not.trainee': '{name} está en formación.',

  'event.agent.added': 'Agente añadido',
  'event.agent.renamed': 'Agente renombrado',
  'event.agent.role-set': 'Función cambiada',
  'event.agent.retired': 'Agente de baja',
  'event.agent.returned': 'Agente readmitido',
  'event.agent.pin-set': 'PIN fijado',
  'event.agent.sat': 'Puesto ocupado',
  'event.agent.left': 'Puesto dejado',
  'event.outbox.approved': 'Aprobado',
  'event.outbox.rejected': 'No aprobado',

  'error.agent.missing': 'Este agente ya no está en la lista. Elija a otra persona.',
  'error.agent.not-allowed':
    '{name, select, none {Solo un supervisor puede hacer esto, y nadie indicó quién está aquí} other {Solo un supervisor puede hacer esto, no {name}}}. No se cambió nada. Pida a un supervisor que ocupe el puesto (g a).',
  'error.agent.name-taken': 'Ya hay alguien llamado {name}. Elija un nombre que los distinga.',
  'error.agent.last-lead':
    'Es el único supervisor: sin uno, nadie podría gestionar agentes. No se cambió nada. Nombre primero supervisor a otra persona.',
  'error.agent.pin-needed': '{name} tiene un PIN. Escríbalo.',
  'error.agent.pin-wrong':
    'Este no es el PIN. {left, plural, one {Un intento más} many {# intentos más} other {# intentos más}}, y después habrá que esperar.',
  'error.agent.pin-locked': 'Demasiados PIN erróneos. El próximo se admite a partir de las {nextAt}.',
  'error.agent.pin-none':
    '{name} no tiene PIN, así que nadie podría saber que la aprobación es suya. Un supervisor fija uno en «Agentes».',
  'error.approval.needed':
    'Antes debe aprobarlo otro agente. El mensaje se queda donde está. Pida a alguien que lo apruebe con su PIN.',
  'error.approval.none': 'Este mensaje ya no espera ninguna aprobación. No se cambió nada.',
  'error.approval.not-by': '{why} No se cambió nada. Debe responder por él otra persona.',
  'error.approval.no-author':
    'Otro agente debe aprobar este mensaje, y nadie indicó quién lo escribe. Su texto se conserva como borrador. Ocupe primero el puesto (g a) y envíe de nuevo.',
}
