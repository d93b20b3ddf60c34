/** @file German words of how reports look for a client, their delivery by themselves, and exports with content. */
import type { Translated } from '../translated.ts'
import type { reportDeliveryMessages as english } from '../en/report-delivery.ts'

export const reportDeliveryMessages: Translated<typeof english> = {
  'command.report.schedule': 'Monatsberichte: Zeitplan, Logo und Farbe',
  'said.report-scheduled': 'Berichte an diesen Kunden werden jeden Monat übergeben',
  'said.report-unscheduled': 'An diesen Kunden wird nichts mehr von selbst übergeben',
  'said.report-delivering': 'Der Bericht wird gezählt und geschrieben',
  'said.look-kept': 'Logo und Farbe sind für Berichte dieses Kunden gespeichert',
  'error.report.no-lines':
    'Dieser Bericht wurde übergeben, bevor Ticketzeilen mit ihm aufgehoben wurden. Seine Zahlen und sein PDF gibt es; es wurde nichts gespeichert.',
  'error.report.taken':
    'Eine andere Datei heißt schon {name}; sie blieb unberührt. Der Bericht ist hier aufgehoben: Verschieben Sie die Datei oder wählen Sie einen anderen Ordner.',
  'error.report.unscheduled':
    'An diesen Kunden wird nichts von selbst übergeben, es gibt also keinen nächsten Monat. Wählen Sie zuerst einen Ordner und starten Sie.',
  'error.client.missing': 'Diesen Kunden gibt es hier nicht mehr. Nichts wurde geändert.',
  'error.logo.type':
    'Diese Datei ist kein PNG- oder JPEG-Bild, was auch immer ihr Name sagt. Das Logo ist wie zuvor: Wählen Sie eine andere Datei.',
  'error.logo.too-large':
    'Dieses Bild ist größer als {kilobytes} kB oder {side} Pixel. Das Logo ist wie zuvor: Wählen Sie ein kleineres.',
  'error.folder.unknown':
    'Seit Sie diesen Ordner gewählt haben, wurde Switchboard neu gestartet und kennt ihn nicht. Nichts wurde geändert: Wählen Sie den Ordner noch einmal.',
  'error.folder.gone':
    'Den Ordner {folder} gibt es nicht. Der Bericht ist hier aufgehoben, geschrieben wurde nichts: Stellen Sie den Ordner wieder her oder wählen Sie einen anderen.',
  'error.folder.shut':
    'Switchboard darf in den Ordner {folder} nicht schreiben. Der Bericht ist hier aufgehoben: Erlauben Sie es oder wählen Sie einen anderen Ordner.',
  'error.export.limit':
    'Das braucht {needs} Posts und Personen von X, heute sind noch {left} übrig. Es wurde nichts exportiert: Nehmen Sie einen kürzeren Zeitraum oder warten Sie bis {freshAt}.',
  'alert.report': 'Ein Bericht ließ sich nicht in seinen Ordner schreiben',
  'elsewhere.reason.report': 'Ein Bericht ließ sich nicht in seinen Ordner schreiben',
  'webhook.said.report': 'ein Bericht ließ sich nicht schreiben',
  'report.delivery': 'Monatsberichte',
  'report.client': 'Kunde',
  'report.no-client': 'Noch gibt es keinen Kunden, dem sich berichten ließe.',
  'report.schedules': 'Von selbst übergeben',
  'report.schedule.none': 'Nichts wird von selbst übergeben.',
  'report.schedule.next': 'Als Nächstes: {month}, ab dem {at}',
  'report.schedule.into': 'In {folder}',
  'report.schedule.last': 'Zuletzt: {month}, geschrieben am {at}',
  'report.schedule.trouble': '{month} ließ sich am {at} nicht schreiben. {why} Neuer Versuch: {again}.',
  'report.schedule.change': 'Zeitplan, Logo und Farbe',
  'report.schedule.change.of': 'Zeitplan, Logo und Farbe: {client}',
  'report.schedule.day': 'Tag des Monats',
  'report.schedule.why':
    'Der Monat davor wird gezählt, festgehalten und als PDF und CSV geschrieben, morgens um sechs nach der Uhr der Marken; hat ein Monat den Tag nicht, am letzten. Ist dieser Computer dann aus oder Switchboard geschlossen, geschieht es einmal, sobald es wieder offen ist. Ticketzeilen enthalten nur IDs und eigene Zahlen.',
  'report.schedule.folder': 'Ordner',
  'report.schedule.no-folder': 'noch keiner gewählt',
  'report.schedule.choose': 'Ordner wählen',
  'report.schedule.words': 'Ein Absatz für den Kunden, jeden Monat derselbe',
  'report.schedule.keep': 'Speichern',
  'report.schedule.start': 'Jeden Monat übergeben',
  'report.schedule.now': 'Den nächsten jetzt übergeben',
  'report.schedule.stop': 'Nichts mehr übergeben',
  'report.delivered.schedule': 'dem Zeitplan',
  'report.look': 'Logo und Farbe',
  'report.look.choose': 'Logo wählen (PNG oder JPEG)',
  'report.look.remove': 'Logo entfernen',
  'report.look.accent': 'Farbe',
  'report.look.keep': 'Diese Farbe speichern',
  'report.look.no-accent': 'Unsere eigenen Farben',
  'report.look.pale':
    'Diese Farbe ist für Text auf weißem Papier zu hell: Sie steht in Linien und Balken, Text bleibt schwarz.',
  'report.look.preview': 'Der Kopf eines Berichts, wie er stehen wird',
  'report.content': 'mit öffentlichen Posts und Konten',
  'report.content.left':
    'Braucht {needs, number} der {limit, number} Posts und Personen, die X’ Richtlinie am Tag hinauslässt; bis {at} sind noch {left, number} übrig. Es zählt, sobald die Zeilen gemacht sind, gespeichert oder nicht. Direktnachrichten bleiben hier.',
  'report.content.too-much':
    'Braucht {needs, number} Posts und Personen von X; bis {at} sind noch {left, number} von {limit, number} übrig. Halb wird nichts exportiert: Nehmen Sie einen kürzeren Zeitraum oder weniger Marken.',
}
