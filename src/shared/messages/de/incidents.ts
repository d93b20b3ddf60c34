/** @file German words of incidents: one trouble, many customers. */
import type { Translated } from '../translated.ts'
import type { incidentMessages as english } from '../en/incidents.ts'

export const incidentMessages: Translated<typeof english> = {
  'command.incident.show': 'Vorfälle',
  'command.incident.gather': 'In Vorfall aufnehmen oder einen eröffnen',
  'error.incident.missing': 'Diesen Vorfall gibt es nicht mehr. Nichts wurde geändert.',
  'error.incident.noticed':
    'Zu diesem Vorfall gibt es schon einen öffentlichen Hinweis. Nichts wurde gesendet: Nehmen Sie jenen zuerst zurück, oder bearbeiten Sie ihn.',
  'error.incident.other-brand':
    'Ein Vorfall gehört zu einer Marke, und nicht alle diese Tickets gehören zu ihr. Nichts wurde geändert: Wählen Sie Tickets einer Marke.',

  'incident.title': 'Vorfälle',
  'incident.none': 'Kein Vorfall ist offen.',
  'incident.none.why':
    'Schreiben viele über dieselbe Störung, wählen Sie deren Tickets ({select}) und drücken Sie {gather}: Ein Text beantwortet alle, jedes mit einer eigenen Antwort, und ein Schritt sagt allen, wenn es vorbei ist.',
  'incident.open.title': 'Vorfall von {brand} eröffnen',
  'incident.open.count':
    '{count, plural, =0 {Noch ist kein Ticket gewählt; Wörter unten schlagen welche vor} one {1 Ticket kommt hinein} other {# Tickets kommen hinein}}',
  'incident.open.into': 'Oder {count, plural, one {es} other {sie}} aufnehmen in',
  'incident.open.do': 'Eröffnen',
  'incident.name': 'Was nicht stimmt',
  'incident.name.example': 'Kein Internet in Hamburg',
  'incident.terms': 'Wörter der Tickets, mit Kommas',
  'incident.terms.example': 'Ausfall, kein Internet, offline',
  'incident.status-text': 'Was wir wissen',
  'incident.status-text.why': 'Steht an jedem der Tickets und überall, wo ein Text „{variable}“ enthält.',
  'incident.words.keep': 'Speichern',
  'incident.choose': 'Welcher',
  'incident.option': '{title}{over, select, true { (vorbei)} other {}}',
  'incident.since': 'Seit {at}',
  'incident.over-since': 'Vorbei seit {at}',
  'incident.counts':
    '{tickets, plural, one {1 Ticket} other {# Tickets}}{separator}{answered} beantwortet{separator}{told} mit Entwarnung',
  'incident.suggested':
    '{count, plural, one {1 weiteres Ticket klingt danach} other {# weitere Tickets klingen danach}}',
  'incident.suggested.all': 'Alle aufnehmen',
  'incident.take': 'Aufnehmen',
  'incident.decline': 'Dieses nicht',
  'incident.members': 'Tickets des Vorfalls',
  'incident.members.none': 'Noch ist kein Ticket darin.',
  'incident.release': 'Herausnehmen',
  'incident.row': '#{number} {name}',
  'incident.answer.waiting': 'Antwort unterwegs',
  'incident.answer.sent': 'beantwortet',
  'incident.answer.failed': 'Antwort gescheitert',
  'incident.all-clear.waiting': 'Entwarnung unterwegs',
  'incident.all-clear.sent': 'Entwarnung gesendet',
  'incident.all-clear.failed': 'Entwarnung gescheitert',

  'incident.notice': 'Öffentlicher Hinweis',
  'incident.notice.why': 'Ein Post für alle, die noch nicht geschrieben haben.',
  'incident.notice.nudge': 'Noch hat niemand einen Hinweis gepostet.',
  'incident.notice.state': 'Hinweis: {state}',

  'incident.tell.answer': 'Allen antworten',
  'incident.tell.all-clear': 'Entwarnung geben',
  'incident.tell.answer.why':
    'Alle Betroffenen bekommen eine eigene Antwort, soweit X uns antworten lässt. Niemand bekommt zwei.',
  'incident.tell.all-clear.why':
    'Alle erfahren es einmal; mit dieser Nachricht sind ihre Tickets gelöst. Wer nicht erreichbar ist, dessen Ticket bleibt, wie es ist.',
  'incident.tell.answer.example':
    'Hallo {open}customer.first_name|und guten Tag{close}, wir wissen davon und arbeiten daran. {open}incident.status{close}',
  'incident.tell.all-clear.example':
    'Hallo {open}customer.first_name|und guten Tag{close}, seit {at} läuft wieder alles. Entschuldigung für die Umstände und danke für die Geduld.',
  'incident.wording': 'Text {n}',
  'incident.wording.more': 'Weitere Fassung',
  'incident.wording.why': 'Reihum verwendet: Derselbe Text an viele ist für X Spam.',
  'incident.reason': 'Warum derselbe Text an mehr als drei Personen gehen darf',
  'incident.reason.example': 'Offizielle Störungsmeldung, mit der Marke abgestimmt',
  'incident.preview': 'Einzeln ansehen',
  'incident.preview.counts':
    '{going, plural, =0 {Niemand würde etwas erhalten} one {1 Nachricht} other {# Nachrichten}}{skipped, plural, =0 {} other {, # übersprungen}}',
  'incident.preview.finish': 'die letzte wird um {at} gesendet',
  'incident.preview.now': 'alle werden nach der Haltezeit gesendet',
  'incident.preview.public': 'öffentlich',
  'incident.preview.dm': 'per Direktnachricht',
  'incident.send': '{count, plural, one {1 Nachricht senden} other {# Nachrichten senden}}',
  'said.incident.told':
    '{count, plural, =0 {Niemand wurde benachrichtigt} one {1 Nachricht unterwegs} other {# Nachrichten unterwegs}}{skipped, plural, =0 {} other {, # übersprungen}}',

  'incident.skip.told': 'hat diese Nachricht schon',
  'incident.skip.on-its-way': 'eine Antwort ist schon unterwegs',
  'incident.skip.over': 'ist gelöst',
  'incident.skip.answered': 'hat seither eine Antwort bekommen',
  'incident.skip.draft': 'jemand schreibt gerade: ein Entwurf liegt vor',
  'incident.skip.no-way': 'X würde ablehnen: {route}',
  'incident.skip.unfilled': 'eine Variable hat keinen Wert',
  'incident.skip.too-long': 'zu lang für X',
  'incident.skip.guarded': 'ein Schutz hält auf: {guards}',
  'incident.skip.alike': 'derselbe Text wie bei drei anderen',

  'incident.end': 'Vorfall ist vorbei',
  'incident.resume': 'Geht doch weiter',
  'said.incident.opened': '„{title}“ ist offen · z nimmt es zurück',
  'said.incident.kept': '„{title}“ ist gespeichert',
  'said.incident.gathered':
    '{count, plural, =0 {Schon so} one {1 Ticket in „{title}“ aufgenommen} other {# Tickets in „{title}“ aufgenommen}}',
  'said.incident.released':
    '{count, plural, =0 {Wird nicht mehr vorgeschlagen} one {1 Ticket herausgenommen} other {# Tickets herausgenommen}}',
  'said.incident.ended': '„{title}“ ist vorbei',
  'said.incident.resumed': '„{title}“ geht weiter',
  'incident.line': 'Teil von „{title}“',
  'incident.line.over': 'War Teil von „{title}“, vorbei seit {at}',
  'incident.line.show': 'Vorfall zeigen',
  'event.ticket.gathered': 'In Vorfall aufgenommen',
  'event.ticket.released': 'Aus Vorfall herausgenommen',
  'event.incident.opened': 'Vorfall eröffnet',
  'event.incident.changed': 'Vorfall geändert',
  'event.incident.ended': 'Vorfall vorbei',
  'event.incident.resumed': 'Vorfall geht weiter',
  'event.incident.declined': 'Nicht Teil des Vorfalls',
  'history.ticket.gathered': '{who} hat es in den Vorfall aufgenommen',
  'history.ticket.released': '{who} hat es aus dem Vorfall herausgenommen',
  'history.incident.declined': '{who} hat gesagt, dass es nicht zum Vorfall gehört',
}
