/** @file German words for where a ticket stands: its status, who moved it, how it was solved. */
import type { Translated } from '../translated.ts'
import type { standingMessages as english } from '../en/standing.ts'

export const standingMessages: Translated<typeof english> = {
  'command.ticket.no-reply-needed': 'Lösen: keine Antwort nötig',
  'command.ticket.set-status': 'Status setzen',
  'command.ticket.hold': 'Anhalten: wartet auf jemand anderen',

  'status.choose': 'Wie ist der Stand?',
  'status.new.why': 'Niemand hat es angesehen',
  'status.open.why': 'Hier in Arbeit',
  'status.pending.why': 'Wartet auf den Kunden',
  'status.on-hold.why': 'Wartet auf jemand anderen',
  'status.solved.why': 'Erledigt; der Kunde kann es wieder öffnen',
  'status.closed.why': 'Endgültig vorbei; was noch kommt, öffnet ein neues Ticket',

  'command.ticket.merge': 'In anderes Ticket des Kunden zusammenführen',
  'command.ticket.split': 'Eine Nachricht und was folgt abtrennen',
  'command.ticket.link': 'Mit früherem Ticket verknüpfen',
  'command.ticket.rename': 'Ticket umbenennen',
  'stack.merge.title':
    '{count, plural, one {Mit welchem Ticket zusammenführen?} other {# Tickets mit welchem zusammenführen?}}',
  'stack.link.title': 'Welches Ticket wird fortgesetzt?',
  'stack.placeholder': 'Nummer oder Wörter eines Tickets',
  'stack.option': '#{number}  {title}',
  'stack.none': 'Dieser Kunde hat kein anderes Ticket bei dieser Marke.',
  'stack.unlink': 'Keines',
  'split.title': 'Ab welcher Nachricht?',
  'split.placeholder': 'Wörter einer Nachricht',
  'split.none': 'Es gibt keine spätere Nachricht des Kunden zum Abtrennen.',
  'rename.title': 'Worum geht es in diesem Ticket?',
  'rename.label': 'Titel',
  'rename.hint': 'Leer gelassen gilt, was der Kunde zuerst schrieb.',
  'rename.save': 'Umbenennen',
  'stack.previous': 'Setzt #{number} fort',
  'stack.merged': 'Mit #{number} zusammengeführt: Die Nachrichten stehen dort',
  'stack.open': '{count} offen bei {name}',
  'stack.open.merge': 'Zusammenführen',
  'stack.show': 'Zeigen',
  'linked.answered': 'Schon beantwortet von {names}. Die Nachricht ging an beide Marken.',
  'tag.stack': '{count} offen bei {name}',
  'tag.linked-answered': 'Von anderer Marke beantwortet',
  'said.merged': 'Mit #{number} zusammengeführt',
  'said.split': 'In ein eigenes Ticket abgetrennt',
  'said.linked': '{on, select, true {Verknüpft} other {Nicht mehr verknüpft}}',
  'said.renamed': 'Umbenannt',
  'event.ticket.merged': 'Mit anderem Ticket zusammengeführt',
  'event.ticket.split': 'Von anderem Ticket abgetrennt',
  'event.ticket.split-off': 'Ein Teil wurde abgetrennt',
  'event.ticket.linked': 'Mit früherem Ticket verknüpft',
  'event.ticket.renamed': 'Umbenannt',
  'error.ticket.unlike': 'Nur Tickets eines Kunden bei einer Marke gehören zusammen. Nichts wurde geändert.',
  'error.ticket.busy':
    'Eine dort geschriebene Nachricht ist nicht geklärt, oder es liegt ein Entwurf darin. Senden oder leeren Sie ihn zuerst; nichts wurde geändert.',
  'error.ticket.nothing-to-split':
    'Wählen Sie eine Nachricht des Kunden, die nicht die erste ihres Tickets ist. Nichts wurde geändert.',
  'command.column.quiet': 'Spalte: stille Abschlüsse',
  'column.quiet': 'Stille Abschlüsse',
  'column.order.quiet': 'neueste zuerst',
  'column.empty.quiet': 'Niemand hat sich nur bedankt.',
  'column.empty.quiet.next': 'Ein bloßer Dank nach dem Lösen lässt das Ticket gelöst, und es erscheint hier.',
  'other-seat.notice':
    'Für @{username} scheint noch ein anderer Platz zu antworten: Drei Antworten binnen einer Stunde wurden nicht von hier gesendet. Klären Sie, wer antwortet, damit niemand zwei Antworten bekommt.',
  'composer.answered-elsewhere':
    'Schon mit einem anderen Werkzeug beantwortet, während dies hier wartet. Lesen Sie jene Antwort, bevor Sie senden.',
  'composer.answered-by':
    'Schon beantwortet von {names}; die Nachricht ging auch dorthin. Lesen Sie das, bevor Sie senden.',
  'thread.other-ticket': 'In Ticket #{number}',
  'event.ticket.quiet-close': 'Hat sich bedankt; bleibt gelöst',
  'event.ticket.no-reply-needed': 'Keine Antwort nötig',
  'event.ticket.on-hold': 'Angehalten',
  'event.ticket.status-set': 'Status gesetzt',

  'said.unanswered': 'Ohne Antwort geschlossen',
  'said.no-reply-needed': "Keine Antwort nötig: {count, plural, =1 {'#'{number}} other {# Tickets}} gelöst",
  'said.status-set': "{count, plural, =1 {'#'{number}} other {# Tickets}}: {status}",

  'error.ticket.no-such-move':
    'Von {from, select, new {Neu} open {Offen} pending {Wartend} solved {Gelöst} closed {Geschlossen} other {Angehalten}} kann es nicht zu {to, select, new {Neu} open {Offen} pending {Wartend} solved {Gelöst} closed {Geschlossen} other {Angehalten}} wechseln. Nichts wurde geändert; öffnen Sie es zuerst wieder.',
}
