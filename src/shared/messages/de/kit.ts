/** @file German words for a brand as a file, for going live, and for a client who leaves. */
import type { Translated } from '../translated.ts'
import type { kitMessages as english } from '../en/kit.ts'

export const kitMessages: Translated<typeof english> = {
  'command.kit.open': 'Markenpaket: exportieren, importieren, kopieren',
  'kit.open': 'Markenpaket',
  'kit.open.name': 'Markenpaket von {name}',
  'kit.title': 'Markenpaket von {name}',
  'kit.brand': 'Markenpaket: welche Marke?',
  'kit.why':
    'Alles, was {name} ausmacht: die Einstellungen, die Makros, was beobachtet wird. Kundendaten stehen in keinem Paket.',
  'kit.way': 'Was zu tun ist',
  'kit.way.to-file': 'In eine Datei exportieren',
  'kit.way.from-file': 'Aus einer Datei importieren',
  'kit.way.from-brand': 'Von anderer Marke kopieren',
  'kit.parts': 'Teile',
  'kit.parts.all': 'Alle',
  'kit.parts.none': 'Keine',
  'kit.part.count': '{part} ({count})',
  'kit.part.macros': 'Makros',
  'kit.part.listening': 'Beobachtung',
  'kit.part.holds': 'Wie lange Nachrichten zurückgehalten werden',
  'kit.part.guards': 'Schutz',
  'kit.part.lexicon': 'Eigene Wörter (Lexikon)',
  'kit.part.allowList': 'Erlaubte Wörter anderer',
  'kit.part.privateData': 'Muster privater Daten',
  'kit.part.hours': 'Öffnungszeiten',
  'kit.part.holidays': 'Feiertage',
  'kit.part.targets': 'Ziele',
  'kit.save': 'Als Datei speichern…',
  'kit.choose': 'Datei wählen…',
  'kit.from': '{file}, erstellt aus {brand}',
  'kit.replaces':
    'Das Gewählte ersetzt die Einstellungen der Marke und Makros gleichen Namens. Ihre anderen Makros und Suchen bleiben. Rückgängig nimmt alles zurück.',
  'kit.take': 'Übernehmen in {name}',
  'kit.other': 'Von',
  'kit.other.name': '{name} · {client}',
  'kit.other-client':
    'Diese Marke gehört {client}. Was eigene Worte dieses Auftraggebers enthält, ist nicht gewählt; wählen Sie es nur mit dessen Zustimmung.',
  'kit.no-other': 'Es gibt keine andere Marke, von der sich kopieren lässt.',
  'said.kit':
    '{name} hat es: {parts, plural, one {# Teil} other {# Teile}}{macros, plural, =0 {} one {, # Makro} other {, # Makros}} · z nimmt es zurück',
  'said.kit.shortcuts': 'Ohne ihre Kürzel, die schon vergeben sind: {names}',
  'said.saved': 'Gespeichert als {name}',
  'settings.section.goLive': 'Live gehen',
  'go-live.is-live': '{name} ist live: Nachrichten werden gesendet.',
  'go-live.is-read-only': '{name} liest nur: Gesendet wird erst, wenn die Marke live ist.',
  'go-live.begins':
    'Eine neue Marke liest zunächst nur: Wenn alles bereit ist, drücken Sie g s und wählen „Live gehen“.',
  'go-live.show': 'Live gehen',
  'go-live.done': 'festgelegt:',
  'go-live.open': 'offen:',
  'go-live.settle': 'Festlegen',
  'go-live.handles': 'Handles sind verbunden',
  'go-live.hours': 'Öffnungszeiten',
  'go-live.targets': 'Ziele',
  'go-live.macros': 'Makros',
  'go-live.voice': 'Sprachprofil',
  'go-live.lexicon': 'Eigene Wörter, die keine andere Marke schreiben darf',
  'go-live.privateData': 'Muster privater Daten',
  'go-live.signOff': 'Signatur',
  'go-live.still':
    '{count, plural, one {# Punkt ist} other {# Punkte sind}} noch offen; Sie können trotzdem live gehen.',
  'go-live.do': 'Mit {name} live gehen',
  'go-live.stop': 'Auf Nur-Lesen stellen; was wartet, wird Entwurf',

  'leave.counting': 'Wird gezählt…',
  'leave.why':
    'Die Anmeldungen von {handles} werden bei X widerrufen und ihre Schlüssel von diesem Computer gelöscht. Das ist hier vorhanden:',
  'leave.count.tickets': '{count, plural, one {# Ticket} other {# Tickets}}',
  'leave.count.posts':
    '{count, plural, one {# Post, den keine andere Marke sah} other {# Posts, die keine andere Marke sah}}',
  'leave.count.directMessages': '{count, plural, one {# Direktnachricht} other {# Direktnachrichten}}',
  'leave.count.notes': '{count, plural, one {# Notiz} other {# Notizen}}',
  'leave.count.messages': '{count, plural, one {# ausgehende Nachricht} other {# ausgehende Nachrichten}}',
  'leave.count.macros': '{count, plural, one {# Makro} other {# Makros}}',
  'leave.count.backups':
    '{count, plural, one {# Sicherung des ganzen Arbeitsbereichs, die all das auch enthält} other {# Sicherungen des ganzen Arbeitsbereichs, die all das auch enthalten}}',
  'leave.waiting':
    '{count, plural, one {# Nachricht ist noch nicht hinausgegangen. Sie wird nicht gesendet.} other {# Nachrichten sind noch nicht hinausgegangen. Sie werden nicht gesendet.}}',
  'leave.export': '1 · Die Daten mitgeben',
  'leave.export.why':
    'Alles von dieser Marke als lesbare Datei: Paket, Tickets, Nachrichten und Notizen. Sie enthält Worte der Kundschaft: Übergeben Sie sie dem Auftraggeber und löschen Sie sie dann.',
  'leave.export.do': 'Alles exportieren',
  'leave.export.done': 'Geschrieben: {file}',
  'leave.end': '2 · Das Ende',
  'leave.end.why':
    '„Mit allen Daten entfernen“ löscht hier alles, auch aus Sicherungen, und schreibt einen Beleg. Das lässt sich nicht rückgängig machen. „Entfernen, Daten behalten“ beendet nur Lesen und Senden.',
  'leave.confirm': 'Zur Bestätigung {name} eingeben',
  'leave.done': '{name} ist entfernt',
  'leave.revoked': '@{username}: bei X widerrufen',
  'leave.not-revoked':
    '@{username}: X hat es nicht bestätigt. Widerrufen Sie die Anmeldung auf X in den Einstellungen unter „Apps und Sitzungen“.',
  'leave.receipt': 'Beleg: {file}',
  'leave.receipt.later': 'Der Beleg ließ sich noch nicht schreiben; das geschieht beim nächsten Start.',
  'error.brand.read-only':
    'Diese Marke liest nur, bis sie live ist. Ihr Text bleibt als Entwurf erhalten. Gehen Sie mit ihr live: g s, „Live gehen“.',
  'error.brand.not-confirmed': 'Geben Sie zur Bestätigung {expected} ein. Nichts wurde entfernt.',
  'error.kit.invalid':
    'Diese Datei ist kein lesbares Markenpaket: {issues}. Nichts wurde geändert. Wählen Sie eine andere Datei, oder berichtigen Sie diese.',
}
