/** @file German words for the whole conversation of a customer with a brand. */
import type { Translated } from '../translated.ts'
import type { conversationMessages as english } from '../en/conversation.ts'

export const conversationMessages: Translated<typeof english> = {
  'command.ticket.earlier': 'Frühere Tickets dieser Person',
  'command.ticket.unfold': 'Lange Unterhaltungen aufklappen',
  'earlier.label': 'Frühere Tickets',
  'earlier.count':
    '{which, select, other {{moreTickets, select, true {99+ andere Tickets} other {{tickets, plural, one {1 anderes Ticket} other {# andere Tickets}}}}} earlier {{moreTickets, select, true {99+ frühere Tickets} other {{tickets, plural, one {1 früheres Ticket} other {# frühere Tickets}}}}}}, {moreMessages, select, true {99+ Nachrichten} other {{messages, plural, =0 {nur Notizen} one {1 Nachricht} other {# Nachrichten}}}}',
  'earlier.last': 'zuletzt {time}',
  'earlier.more': 'Bis zu {count} weitere',
  'earlier.fold': 'Zuklappen',
  'earlier.open': 'Ticket #{number} öffnen',
  'earlier.ticket': 'Ticket #{number}',
  'earlier.this': 'Dieses Ticket, #{number}',
  'earlier.public': 'Öffentlich',
  'earlier.dm': 'Direktnachrichten',
  'earlier.dates': '{began} bis {ended}',
  'thread.folded': '{count, plural, one {1 weitere Nachricht} other {# weitere Nachrichten}}',

  'command.customer.show': 'Kundenkarte',
  'customer.card': 'Karte',
  'customer.on-x': 'Profil auf X',
  'customer.profile': 'Profil auf X',
  'customer.on-x.since': 'Auf X seit {month}',
  'customer.on-x.days':
    '{days, plural, =0 {Seit heute auf X} one {Seit einem Tag auf X} other {Seit # Tagen auf X}}',
  'customer.tickets': 'Tickets',
  'customer.notes': 'Interne Notizen',
  'customer.notes.none': 'Niemand hat etwas über diese Person notiert.',
  'customer.scores': 'Wie es lief, von der Person bewertet',
  'customer.scores.none': 'Nicht gefragt oder nicht beantwortet.',
  'customer.score': '{score} von 5',
  'customer.leave-alone': 'Möchte in Ruhe gelassen werden, {time}',
  'customer.no-survey': 'Möchte keine Umfrage, {time}',
  'customer.ended.answered': 'Gelöst {time}',
  'customer.ended.unanswered': 'Ohne Antwort gelöst {time}',
  'customer.ended.no-reply-needed': 'Brauchte keine Antwort {time}',
  'customer.ended.handed-off': 'Übergeben {time}',
}
