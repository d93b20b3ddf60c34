/** @file Spanish words for the whole conversation of a customer with a brand. */
import type { Translated } from '../translated.ts'
import type { conversationMessages as english } from '../en/conversation.ts'

export const conversationMessages: Translated<typeof english> = {
  'command.ticket.earlier': 'Tickets anteriores de esta persona',
  'command.ticket.unfold': 'Desplegar conversaciones largas',
  'earlier.label': 'Tickets anteriores',
  'earlier.count':
    '{which, select, other {{moreTickets, select, true {Más de 99 otros tickets} other {{tickets, plural, one {1 ticket más} other {# tickets más}}}}} earlier {{moreTickets, select, true {Más de 99 tickets anteriores} other {{tickets, plural, one {1 ticket anterior} other {# tickets anteriores}}}}}}, {moreMessages, select, true {más de 99 mensajes} other {{messages, plural, =0 {solo notas} one {1 mensaje} other {# mensajes}}}}',
  'earlier.last': 'último {time}',
  'earlier.more': 'Hasta {count} más',
  'earlier.fold': 'Plegar',
  'earlier.open': 'Abrir el ticket #{number}',
  'earlier.ticket': 'Ticket #{number}',
  'earlier.this': 'Este ticket, #{number}',
  'earlier.public': 'Público',
  'earlier.dm': 'Mensajes directos',
  'earlier.dates': 'de {began} a {ended}',
  'thread.folded': '{count, plural, one {1 mensaje más} other {# mensajes más}}',

  'command.customer.show': 'Ficha del cliente',
  'customer.card': 'Ficha',
  'customer.on-x': 'Perfil en X',
  'customer.profile': 'Perfil en X',
  'customer.on-x.since': 'En X desde {month}',
  'customer.on-x.days':
    '{days, plural, =0 {En X desde hoy} one {En X desde hace un día} many {En X desde hace # días} other {En X desde hace # días}}',
  'customer.tickets': 'Tickets',
  'customer.notes': 'Notas internas',
  'customer.notes.none': 'Nadie ha anotado nada sobre esta persona.',
  'customer.scores': 'Cómo fue, según esta persona',
  'customer.scores.none': 'No se le preguntó o no respondió.',
  'customer.score': '{score} de 5',
  'customer.leave-alone': 'Pidió que la dejen en paz, {time}',
  'customer.no-survey': 'Pidió no recibir encuestas, {time}',
  'customer.ended.answered': 'Resuelto {time}',
  'customer.ended.unanswered': 'Resuelto sin respuesta {time}',
  'customer.ended.no-reply-needed': 'No necesitaba respuesta {time}',
  'customer.ended.handed-off': 'Transferido {time}',
}
