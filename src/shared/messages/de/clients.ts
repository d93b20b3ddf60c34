/** @file German words for a pasted list of clients, and for handles that wait for their sign-in. */
import type { Translated } from '../translated.ts'
import type { clientMessages as english } from '../en/clients.ts'

export const clientMessages: Translated<typeof english> = {
  'command.brand.paste': 'Liste von Auftraggebern einfügen',
  'command.brand.connect-next': 'Nächstes wartendes Handle verbinden',
  'paste.title': 'Liste von Auftraggebern einfügen',
  'paste.why':
    'Ein Auftraggeber je Zeile: ein Handle oder seine Adresse, davor Namen („Northwind Group, @northwindair“, „Kettle: @kettleandco @kettlehelp“), oder Zellen einer Tabelle (Auftraggeber, Marke, Handle). X wird nichts gefragt; verbunden wird danach jedes Handle einzeln.',
  'paste.field': 'Auftraggeber, einer je Zeile',
  'paste.preview': 'Was entsteht',
  'paste.line': 'Zeile',
  'paste.brand': 'Marke',
  'paste.client': 'Auftraggeber',
  'paste.handles': 'Handles',
  'paste.nothing': 'Jede Zeile erscheint hier, sobald sie eingefügt ist.',
  'paste.counts':
    '{clients, plural, one {# Auftraggeber} other {# Auftraggeber}}, {handles, plural, one {# Handle} other {# Handles}}{problems, plural, =0 {} one {, # Zeile bleibt weg} other {, # Zeilen bleiben weg}}',
  'paste.joins': 'kommt dazu',
  'paste.joins.why':
    'Diese Marke gibt es schon, oder sie steht in einer früheren Zeile: Die Handles kommen dazu.',
  'paste.problem.no-handle': 'Kein Handle in dieser Zeile. Schreiben Sie es mit @.',
  'paste.problem.unclear':
    'Unklar, was ein Name ist. Schreiben Sie „Auftraggeber, @handle“ oder „Auftraggeber, Marke, @handle“.',
  'paste.problem.name-too-long': 'Ein Name hat mehr als {most} Zeichen. Kürzen Sie ihn.',
  'paste.problem.bad-handle': '„{handle}“ ist kein Handle: 1 bis 15 Buchstaben, Ziffern oder _.',
  'paste.problem.twice': '@{handle} steht schon in Zeile {line}.',
  'paste.problem.connected': '@{handle} ist schon verbunden, für {brand}.',
  'paste.problem.expected': '@{handle} wartet schon, für {brand}.',
  'paste.problem.removed':
    '@{handle} gehört zu {brand}; die Marke wurde entfernt, ihre Daten blieben. „Handle verbinden“ bringt beide zurück.',
  'paste.do':
    '{count, plural, =0 {Handles hinzufügen} one {# Handle hinzufügen} other {# Handles hinzufügen}}',
  'paste.cut':
    'Listen bis {most, number} Zeichen werden gelesen. Der Rest wurde an einer Zeile abgeschnitten: Fügen Sie ihn als zweite Liste ein.',
  'said.pasted':
    '{brands, plural, one {# Marke steht} other {# Marken stehen}}, {handles, plural, one {# Handle ist} other {# Handles sind}} zu verbinden',
  'expected.title': '{name} ist noch nicht verbunden.',
  'expected.state': 'Noch nicht verbunden',
  'expected.connect': '@{username} verbinden',
  'expected.drop': 'Von der Liste nehmen',
  'expected.drop.name': 'Von der Liste nehmen: @{username}',
  'expected.next':
    'Melden Sie sich auf X damit an: Seine Erwähnungen und Nachrichten werden hier zu Tickets.',
  'expected.left':
    '{count, plural, one {# weiteres Handle wartet} other {# weitere Handles warten}} auf die Anmeldung.',
  'expected.all': 'Alle Handles der Liste sind verbunden.',
  'said.dropped': '@{username} steht nicht mehr auf der Liste',
  'rail.brand.expected': '{name} ({initials}), noch nicht verbunden',
  'connect.label.expected': '@{username} für {brand} verbinden',
  'connect.wait.expected': 'Wählen Sie auf X @{username}: Ein anderes Konto wird nicht angenommen.',
  'leave.why.none':
    'Keines ihrer Handles ist verbunden: Es gibt keine Anmeldung zu widerrufen. Das ist hier vorhanden:',
  'event.brand.pasted': 'Liste von Auftraggebern hinzugefügt',
  'event.brand.handle-dropped': 'Handle von der Liste genommen',
  'error.brand.unconnected':
    'Kein Handle von {brand} ist angemeldet, darum kann die Marke noch nichts beobachten. Nichts wurde geändert. Verbinden Sie zuerst eines, oder lassen Sie die Beobachtung weg.',
  'error.connect.other-than-listed':
    'Sie haben sich als @{found} angemeldet, {brand} wartet aber auf @{expected}. Nichts wurde verbunden. Wechseln Sie auf X das Konto und beginnen Sie neu; war die Liste falsch, nehmen Sie @{expected} unter „Marken und Handles“ von ihr.',
  'error.connect.listed-elsewhere':
    '@{username} steht für {brand} auf der Liste. Nichts wurde verbunden. Verbinden Sie es dort, oder nehmen Sie es zuerst von der Liste.',
  'error.connect.was-elsewhere':
    '@{username} war für {brand} verbunden; die Marke wurde entfernt, ihre Daten blieben. Nichts wurde verbunden. „Handle verbinden“ bringt beide zurück.',
  'error.connect.not-expected':
    'Dieses Handle steht nicht mehr auf der Liste: Es wurde verbunden oder von ihr genommen. Nichts wurde geändert. Wählen Sie ein anderes.',
}
