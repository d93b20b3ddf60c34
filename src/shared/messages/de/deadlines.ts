/** @file German words for deadlines, hours and holidays. */
import type { Translated } from '../translated.ts'
import type { deadlineMessages as english } from '../en/deadlines.ts'

export const deadlineMessages: Translated<typeof english> = {
  'due.at': 'fällig {at}',
  'due.at.name': 'Antwort fällig {at}: dazwischen geschlossen',
  'due.closed.name': 'Geschlossen: Antwort fällig {at}',

  'due.why.title': 'Bis wann',
  'due.why.none': 'Nichts ist fällig: Solange niemand auf Sie wartet, läuft keine Frist.',
  'due.why.first-reply': 'Erste Antwort fällig',
  'due.why.next-reply': 'Nächste Antwort fällig',
  'due.why.resolution': 'Zu lösen bis',
  'due.why.day': '{amount} am {day}',
  'due.why':
    '{what} {due}. Die Frist von {target} zählt ab {from}, nur in den Öffnungszeiten ({days}{more, plural, =0 {} one { und # weiterer Tag} other { und # weitere Tage}}{elsewhere, select, true {; {zone}} other {}}).',

  'command.reply.schedule-at-opening': 'Diese Nachricht bei Öffnung senden',
  'when.at-opening': 'Bei Öffnung, {at}',
  'said.never-closes': '{name} ist rund um die Uhr offen: Senden Sie sie jetzt.',

  'settings.section.hours': 'Öffnungszeiten',
  'settings.section.holidays': 'Feiertage',
  'settings.section.targets': 'Ziele',
  'settings.not-understood': 'Nicht verstanden; nichts wurde gespeichert.',
  'hours.zone': 'Zeitzone',
  'hours.day.mon': 'Montag',
  'hours.day.tue': 'Dienstag',
  'hours.day.wed': 'Mittwoch',
  'hours.day.thu': 'Donnerstag',
  'hours.day.fri': 'Freitag',
  'hours.day.sat': 'Samstag',
  'hours.day.sun': 'Sonntag',
  'hours.closed': 'geschlossen',
  'hours.why':
    'Schreiben Sie „9–18“ oder „9–13, 14–17“; ein leerer Tag ist geschlossen, ein Tag muss offen sein. Über Mitternacht heißt „22–24“ und am nächsten Tag „0–2“. Fristen laufen nur in diesen Zeiten und verschieben sich mit ihnen.',
  'holidays.none': 'Noch keine Feiertage.',
  'holidays.when':
    '{date}{days, plural, one {} other { · # Tage}}{again, select, true { · jedes Jahr} other {}}',
  'holidays.remove': '{name} entfernen',
  'holidays.name': 'Name',
  'holidays.date': 'Datum',
  'holidays.yearly': 'Jedes Jahr',
  'holidays.add': 'Hinzufügen',
  'holidays.import': 'Kalender importieren (.ics)…',
  'holidays.read':
    '{leftOut, plural, =0 {Alle Einträge des Kalenders wurden übernommen.} one {# Eintrag ist kein ganzer Tag und wurde ausgelassen.} other {# Einträge sind keine ganzen Tage und wurden ausgelassen.}}',
  'holidays.why': 'An diesen Tagen ist niemand da: Fristen warten auf die nächste Öffnung.',
  'error.holidays.unreadable':
    'Diese Datei ist kein lesbarer Kalender. Nichts wurde geändert; wählen Sie eine .ics-Datei.',
  'targets.priority': 'Priorität',
  'targets.priority.urgent': 'Dringend',
  'targets.priority.high': 'Hoch',
  'targets.priority.normal': 'Normal',
  'targets.priority.low': 'Niedrig',
  'targets.firstReply': 'Erste Antwort',
  'targets.nextReply': 'Nächste Antwort',
  'targets.resolution': 'Gelöst',
  'targets.field': '{kind}, {priority}',
  'targets.warn': 'Ein Ticket gilt als bald fällig nach',
  'targets.warn.share': '{share} % seiner Zeit',
  'targets.notify': 'Das System meldet, wenn eine Antwort fällig ist',
  'targets.why': 'In den Öffnungszeiten: „15 min“, „4 h“, „1 h 30 min“.',

  'notice.due.one': 'Eine Antwort ist fällig',
  'notice.due.many': '{count} Antworten sind fällig',
  'notice.due.more': 'und {count} weitere',
}
