/** @file German words of the page for whoever comes to the keyboard, or leaves it. */
import type { Translated } from '../translated.ts'
import type { handoverMessages as english } from '../en/handover.ts'

export const handoverMessages: Translated<typeof english> = {
  'command.handover.show': 'Übersicht und Übergabe',
  'event.handover.left': 'Übergeben',
  'event.handover.words-taken': 'Übergabe übernommen',
  'event.handover.confirmed': 'Übernommen',
  'event.handover.taken-in': 'Übergabedatei übernommen',
  'event.ticket.handed-over': 'Aus einer Übergabedatei übernommen',
  'history.ticket.handed-over': '{who} hat es aus einer Übergabedatei übernommen',
  'handover.title': 'Übersicht und Übergabe',
  'handover.since': 'Seit {at}',
  'handover.first': 'Sie waren noch nie hier, darum der letzte Tag: seit {at}',
  'handover.nothing': 'Nichts Neues',
  'handover.lines': 'Was wartet, nach Marke',
  'handover.rows': 'Zeilen dazu',
  'handover.rows.none': 'Öffnen Sie eine Zeile: Was sie zählt, steht dann hier.',
  'handover.rows.of': '{brand}: {count} {line}',
  'handover.rows.more': '{count, plural, one {und 1 weiteres} other {und # weitere}}',
  'handover.line.late': '{count, plural, one {Antwort ist überfällig} other {Antworten sind überfällig}}',
  'handover.line.late-at-opening':
    '{count, plural, one {ist zur Öffnung oder 30 Minuten danach überfällig} other {sind zur Öffnung oder 30 Minuten danach überfällig}}',
  'handover.line.new': '{count, plural, one {neues Ticket} other {neue Tickets}}',
  'handover.line.promises':
    '{count, plural, one {Zusage oder Wiedervorlage heute fällig} other {Zusagen oder Wiedervorlagen heute fällig}}',
  'handover.line.waking':
    '{count, plural, one {kommt heute wieder oder kam inzwischen} other {kommen heute wieder oder kamen inzwischen}}',
  'handover.line.incidents': '{count, plural, one {Vorfall} other {Vorfälle}}',
  'handover.line.refused':
    '{count, plural, one {Nachricht von X abgelehnt} other {Nachrichten von X abgelehnt}}',
  'handover.line.unsure':
    '{count, plural, one {Nachricht von X nicht bestätigt} other {Nachrichten von X nicht bestätigt}}',
  'handover.line.stopped':
    '{count, plural, one {Nachricht zurückgehalten oder mit Rückfrage} other {Nachrichten zurückgehalten oder mit Rückfrage}}',
  'handover.line.missed':
    '{count, plural, one {geplante Nachricht nicht rechtzeitig gesendet} other {geplante Nachrichten nicht rechtzeitig gesendet}}',
  'handover.line.reconnects':
    '{count, plural, one {Handle muss neu verbunden werden} other {Handles müssen neu verbunden werden}}',
  'handover.line.gaps': '{count, plural, one {Lücke im Gelesenen} other {Lücken im Gelesenen}}',
  'handover.line.budget':
    '{count, plural, one {Budget an der Grenze oder darüber} other {Budgets an der Grenze oder darüber}}',
  'handover.line.quiet':
    '{count, plural, one {still mit Dank geschlossen} other {still mit Dank geschlossen}}',
  'handover.row.gap': 'Es fehlt {from} bis {until}',
  'handover.row.handle': 'Die Anmeldung gilt nicht mehr: neu verbinden.',
  'handover.row.budget.warn': '{today} heute, vier Fünftel eines Budgets oder mehr',
  'handover.row.budget.slow': '{today} heute, ein Budget ist aufgebraucht: Gelesen wird seltener',
  'handover.row.budget.stopped': '{today} heute, eine Obergrenze ist erreicht: Es wird nicht mehr gelesen',
  'handover.start': 'Mit dem Dringendsten beginnen',
  'handover.confirm': 'Übernehmen',
  'handover.somebody': 'Jemand',
  'handover.words.by': '{by}, {at}',
  'handover.words.open': 'noch nicht übernommen',
  'handover.words.taken': 'übernommen von {by}, {at}',
  'handover.leave': 'Übergeben…',
  'handover.leave.why':
    'Ein Satz zu einer Marke, wenn es etwas zu sagen gibt. Er wird beim Tippen behalten; andere sehen ihn, sobald Sie übergeben.',
  'handover.leave.of': 'Zu {brand}',
  'handover.leave.do': '{count, plural, =0 {Übergeben} one {1 Satz übergeben} other {# Sätze übergeben}}',
  'handover.copy': 'Als Markdown kopieren',
  'handover.save': 'Als Markdown sichern',
  'handover.md.title': 'Übergabe, {at}',
  'handover.export': 'Für einen anderen Computer…',
  'handover.take-in': 'Übergabedatei öffnen…',
  'handover.file.why':
    'Eine Übergabedatei hält fest, wo Tickets stehen, wem sie gehören, Zurückstellungen, Wiedervorlagen, Zusagen und Notizen: kein Wort eines Posts oder einer Direktnachricht. Sie sehen vorher, was sie ändern würde.',
  'handover.file.choose': 'Datei wählen…',
  'handover.file.from': 'Von {by}, {at}.',
  'handover.file.known':
    '{known, plural, one {1 Ticket daraus ist hier} other {# Tickets daraus sind hier}}, {unknown, plural, =0 {keines fehlt} one {1 ist noch nicht hier} other {# sind noch nicht hier}}.',
  'handover.file.agents':
    'Niemand hier heißt {names}: Was ihnen dort gehört, bleibt hier, wem es gehört, und ihre Notizen nennen niemanden.',
  'handover.file.nothing': 'Hier ändert sie nichts.',
  'handover.file.changed': '{count, plural, one {1 Ticket ändert sich} other {# Tickets ändern sich}}',
  'handover.file.kept':
    '{count, plural, one {1 Ticket bleibt, wie es hier ist} other {# Tickets bleiben, wie sie hier sind}}',
  'handover.file.take':
    '{count, plural, =0 {Übernehmen} one {1 Ticket übernehmen} other {# Tickets übernehmen}}',
  'handover.field.status': 'Status',
  'handover.field.owner': 'Zuständigkeit',
  'handover.field.snooze': 'Zurückstellung',
  'handover.field.follow-up': 'Wiedervorlage',
  'handover.field.promise': 'Zusage',
  'handover.field.note': 'Notiz',
  'handover.kept.changed-here': 'hier später geändert',
  'handover.kept.newer-here': 'der Kunde schrieb inzwischen',
  'handover.kept.older-file': 'eine zuvor übernommene Datei ist neuer',
  'handover.kept.behind':
    'die neueste Nachricht ist noch nicht hier: von X lesen, dann die Datei erneut öffnen',
  'said.handover.confirmed':
    '{count, plural, =0 {Übernommen. Neu ist, was ab jetzt kommt} one {Übernommen, 1 Satz bestätigt} other {Übernommen, # Sätze bestätigt}}',
  'said.handover.left': '{count, plural, one {1 Satz übergeben} other {# Sätze übergeben}}',
  'said.handover.copied': 'Als Markdown kopiert',
  'said.handover.exported':
    '{count, plural, one {Geschrieben: 1 Ticket, kein Wort einer Nachricht} other {Geschrieben: # Tickets, kein Wort einer Nachricht}}',
  'said.handover.exported.some':
    '{count, plural, one {Geschrieben: 1 Ticket} other {Geschrieben: # Tickets}}, erst die offenen, dann die neuesten. Es gibt mehr, als in eine Datei passen',
  'said.handover.taken-in':
    '{count, plural, =0 {Nichts geändert} one {1 Ticket geändert} other {# Tickets geändert}}{kept, plural, =0 {} one {, 1 bleibt, wie es hier ist} other {, # bleiben, wie sie hier sind}}',
  'error.handover.invalid':
    'Diese Datei ist keine lesbare Übergabe: {issues}. Nichts wurde geändert. Wählen Sie eine andere Datei, oder lassen Sie sie neu schreiben.',
  'error.handover.newer':
    'Diese Übergabe schrieb ein neueres Switchboard (Version {found}; dieses liest {known}). Nichts wurde geändert. Aktualisieren Sie Switchboard hier, und öffnen Sie sie dann erneut.',
  'error.handover.other-origin':
    'Diese Übergabe gehört zu einem anderen X ({found}); dieser Arbeitsbereich gehört zu {expected}. Nichts wurde geändert. Öffnen Sie sie in dem Arbeitsbereich, zu dem sie gehört.',
  'error.handover.too-large':
    'Diese Datei ist zu groß für eine Übergabe. Nichts wurde geändert. Wählen Sie eine andere Datei.',
}
