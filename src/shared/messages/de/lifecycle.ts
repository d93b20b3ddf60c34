/** @file German words for what became of messages: deleted, withdrawn, edited; and for forgetting a person. */
import type { Translated } from '../translated.ts'
import type { lifecycleMessages as english } from '../en/lifecycle.ts'

export const lifecycleMessages: Translated<typeof english> = {
  'gone.deleted': 'Auf X gelöscht',
  'gone.protected': 'Nicht mehr sichtbar: Das Konto ist geschützt',
  'gone.suspended': 'Nicht mehr sichtbar: Das Konto ist gesperrt',
  'gone.unavailable': 'Auf X nicht mehr sichtbar',
  'gone.withheld': 'Gesperrt: {where}',
  'gone.withheld.in': '{countries}',
  'gone.withheld.everywhere': 'überall',
  'gone.withheld.copyright': 'Urheberrecht',
  'gone.by.customer': '{what} · Nachricht des Kunden, {time}',
  'gone.by.ours': '{what} · unsere Nachricht, {time}',
  'gone.by.somebody': '{what} · Nachricht, {time}',
  'gone.since': 'Entdeckt: {time}. Der Text ist auch hier gelöscht.',

  'gone.card.deleted': 'Auf X gelöscht',
  'gone.card.protected': 'Auf X nicht mehr sichtbar',
  'gone.card.suspended': 'Auf X nicht mehr sichtbar',
  'gone.card.withheld': 'Von X gesperrt',
  'gone.card.unavailable': 'Auf X nicht mehr sichtbar',

  'xchat.chat-event':
    'Nachrichten an @{username} kommen in X Chat an. Dort ist alles verschlüsselt: Switchboard kann sie nicht lesen.',
  'xchat.refused':
    'X meldet, dass ein Gespräch von @{username} zu X Chat gewechselt ist. Dort ist alles verschlüsselt: Switchboard kann es nicht lesen.',
  'xchat.silent':
    '@{username} hat ungewöhnlich lange keine Nachricht erhalten. Vielleicht liegen welche in X Chat; dort kann Switchboard nicht lesen.',
  'xchat.open': 'X Chat öffnen',
  'xchat.label': 'X Chat',

  'versions.edited': 'Bearbeitet · {count, plural, one {1 Fassung} other {# Fassungen}}',
  'versions.label': 'Frühere Fassungen',
  'versions.one': 'Fassung {number}, {time}',
  'versions.history': 'Bearbeitungsverlauf auf X',

  'command.person.forget': 'Diese Person vergessen…',
  'forget.title': 'Diese Person vergessen',
  'forget.counting': 'Sucht alles, was über die Person gespeichert ist…',
  'forget.why':
    'Alles, was dieser Arbeitsbereich über {name} speichert, wird gelöscht, aus jeder Tabelle, Datei und Kopie:',
  'forget.count.tickets': '{count, plural, one {1 Ticket} other {# Tickets}}',
  'forget.count.posts':
    '{count, plural, one {1 Post} other {# Posts}}, mit früheren Fassungen und Ihren Antworten',
  'forget.count.directMessages':
    '{count, plural, one {1 Direktnachricht} other {# Direktnachrichten}}, empfangen und gesendet',
  'forget.count.notes': '{count, plural, one {1 Notiz} other {# Notizen}}',
  'forget.count.drafts': '{count, plural, one {1 Entwurf} other {# Entwürfe}}',
  'forget.count.messages':
    '{count, plural, one {1 ausgehende Nachricht} other {# ausgehende Nachrichten}}; nicht Gesendetes wird nicht mehr gesendet',
  'forget.count.backups':
    '{count, plural, one {1 Sicherung} other {Alle # Sicherungen}} des ganzen Arbeitsbereichs',
  'forget.others':
    '{count, plural, one {1 Post von anderen nennt die Person und bleibt.} other {# Posts von anderen nennen die Person und bleiben.}}',
  'forget.final':
    'Das lässt sich nicht rückgängig machen. Auf X ändert sich nichts. Schreibt die Person wieder, öffnet sich ein neues Ticket; Altes kommt nicht zurück.',
  'forget.reason': 'Warum (steht im Beleg)',
  'forget.confirm': 'Zur Bestätigung {confirmWith} eingeben',
  'forget.do': 'Endgültig vergessen',
  'said.forgotten': 'Vergessen. Der Beleg liegt unter {file}',
  'said.forgotten.later':
    'Vergessen. Der Beleg ließ sich noch nicht schreiben; das geschieht beim nächsten Start.',
}
