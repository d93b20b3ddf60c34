/** @file German words for the seat, for who may do what, and for another agent's word on a message. */
import type { Translated } from '../translated.ts'
import type { seatMessages as english } from '../en/seat.ts'

export const seatMessages: Translated<typeof english> = {
  'command.agent.manage': 'Team: Rollen und PINs',
  'command.outbox.approve': 'Nachricht freigeben, die auf eine zweite Person wartet',

  'role.trainee': 'In Ausbildung',
  'role.agent': 'Mitglied',
  'role.lead': 'Leitung',

  'seat.first': 'Die erste Person hat die Leitung; sie kann weitere hinzufügen und sagen, was jede tut.',
  'seat.pin': 'PIN von {name}',
  'seat.here': 'jetzt hier',
  'seat.seen': 'zuletzt hier: {time}',
  'seat.never': 'noch nie hier',
  'seat.somebody-else': 'Jemand anderes…',
  'seat.manage': 'Team, Rollen und PINs…',
  'bar.trainee': '{name} · in Ausbildung',

  'agents.label': 'Team',
  'agents.why':
    'Was jemand in Ausbildung sendet, wartet auf eine zweite Person. Die Leitung regelt auch Marken, Budgets und Team und hebt den Stopp auf. Eine PIN schützt den Platz einer Person und ist nötig, um Nachrichten anderer freizugeben.',
  'agents.role': 'Rolle',
  'agents.role.name': 'Rolle von {name}',
  'agents.has-pin': 'PIN',
  'agents.retired': 'deaktiviert',
  'agents.rename': 'Umbenennen',
  'agents.keep': 'Speichern',
  'agents.retire': 'Deaktivieren',
  'agents.return': 'Reaktivieren',
  'agents.new': 'Neue Person',
  'agents.add': 'Hinzufügen',
  'agents.pin.maybe': 'PIN, falls gewünscht',
  'agents.pin.give': 'PIN festlegen',
  'agents.pin.change': 'PIN ändern',
  'agents.pin.current': 'Bisherige PIN',
  'agents.pin.new': 'Neue PIN, mindestens vier Ziffern',
  'agents.pin.set': 'Festlegen',
  'agents.pin.remove': 'Keine PIN',
  'agents.idle': 'Fragen, wer hier ist, wenn keine Taste gedrückt wurde seit',
  'agents.idle.minutes': '{minutes, plural, =0 {nie} one {# Minute} other {# Minuten}}',
  'said.agent-added': '{name} steht auf der Liste',
  'said.agent-kept': 'Gespeichert für {name}',
  'said.pin-set': '{name} hat eine neue PIN',
  'said.pin-gone': '{name} hat keine PIN mehr',

  'approve.label': 'Wird sie gesendet?',
  'approve.count':
    '{count, plural, one {# Nachricht wartet auf eine zweite Person.} other {# Nachrichten warten auf eine zweite Person.}}',
  'approve.by': 'geschrieben von {name}',
  'approve.who': 'Wer freigibt',
  'approve.pin': 'Deren PIN',
  'approve.reason': 'Wenn nicht: was anders sein soll',
  'approve.yes': 'Freigeben',
  'approve.no': 'Zurück zum Entwurf',
  'approve.nothing': 'Keine Nachricht wartet auf eine zweite Person.',
  'approve.nobody':
    'Niemand sonst hat eine PIN und darf freigeben. Die Leitung legt PINs unter „Team“ fest (g t). Die Nachricht bleibt, wo sie ist.',
  'settle.approve': 'Freigeben…',
  'said.waits-approval': 'Wartet auf Freigabe durch eine zweite Person ({key})',
  'thread.waits-approval': 'Wartet auf Freigabe durch eine zweite Person. Nichts wurde gesendet.',
  'tag.approval': 'Braucht Freigabe',
  'said.approved': 'Freigegeben. Sie wird noch einmal kurz zurückgehalten und dann gesendet.',
  'said.rejected': 'Zurück im Entwurf, mit der Begründung daneben',

  'ask.approval': 'Eine zweite Person muss zuerst freigeben.',
  'approval.why.trainee': '{what} ist in Ausbildung.',
  'approval.why.tag': 'Das Ticket trägt „{what}“.',
  'approval.why.words': 'Sie enthält „{what}“.',
  'approval.not.author': '{name} hat sie geschrieben. Niemand gibt eigene Nachrichten frei.',
  'approval.not.trainee': '{name} ist in Ausbildung.',

  'event.agent.added': 'Person hinzugefügt',
  'event.agent.renamed': 'Person umbenannt',
  'event.agent.role-set': 'Rolle geändert',
  'event.agent.retired': 'Person deaktiviert',
  'event.agent.returned': 'Person wieder aktiv',
  'event.agent.pin-set': 'PIN festgelegt',
  'event.agent.sat': 'Platz genommen',
  'event.agent.left': 'Platz verlassen',
  'event.outbox.approved': 'Freigegeben',
  'event.outbox.rejected': 'Nicht freigegeben',

  'error.agent.missing': 'Diese Person steht nicht mehr auf der Liste. Wählen Sie jemand anderen.',
  'error.agent.not-allowed':
    '{name, select, none {Das darf nur die Leitung, und niemand hat gesagt, wer hier ist} other {Das darf nur die Leitung, nicht {name}}}. Nichts wurde geändert. Bitten Sie die Leitung, Platz zu nehmen (g a).',
  'error.agent.name-taken':
    'Es gibt schon jemanden namens {name}. Wählen Sie einen Namen, der beide unterscheidet.',
  'error.agent.last-lead':
    'Das ist die einzige Leitung: Ohne sie könnte niemand das Team verwalten. Nichts wurde geändert. Geben Sie zuerst jemand anderem die Leitung.',
  'error.agent.pin-needed': '{name} hat eine PIN. Geben Sie sie ein.',
  'error.agent.pin-wrong':
    'Das ist nicht die PIN. {left, plural, one {Noch ein Versuch} other {Noch # Versuche}}, dann folgt eine Wartezeit.',
  'error.agent.pin-locked': 'Zu viele falsche PINs. Die nächste wird ab {nextAt} geprüft.',
  'error.agent.pin-none':
    '{name} hat keine PIN; niemand wüsste also, von wem die Freigabe kommt. Die Leitung legt unter „Team“ eine fest.',
  'error.approval.needed':
    'Eine zweite Person muss zuerst freigeben. Die Nachricht bleibt, wo sie ist. Bitten Sie eine zweite Person, sie mit ihrer PIN freizugeben.',
  'error.approval.none': 'Diese Nachricht wartet auf keine Freigabe mehr. Nichts wurde geändert.',
  'error.approval.not-by': '{why} Nichts wurde geändert. Jemand anderes muss dafür einstehen.',
  'error.approval.no-author':
    'Eine zweite Person muss diese Nachricht freigeben, und niemand hat gesagt, wer sie schreibt. Ihr Text bleibt als Entwurf erhalten. Nehmen Sie zuerst Platz (g a) und senden Sie dann noch einmal.',
}
