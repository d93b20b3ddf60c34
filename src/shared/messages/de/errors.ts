/** @file What failures say to people, in German. One entry per code of `errors.ts`. */
import type { Translated } from '../translated.ts'
import type { errorMessages as english } from '../en/errors.ts'

export const errorMessages: Translated<typeof english> = {
  'error.input.invalid':
    'Switchboard hat eine eigene Anfrage abgelehnt ({method}). Nichts wurde geändert. Laden Sie das Fenster neu; geschieht es wieder, melden Sie es.',
  'error.internal':
    'In Switchboard ist etwas schiefgegangen. Ihre Daten sind unverändert. Versuchen Sie es noch einmal; Näheres steht im Protokoll unter {id}.',
  'error.core.gone':
    'Der Kern des Arbeitsbereichs ist ausgefallen. Gespeichertes bleibt erhalten, und er startet gerade neu. Wiederholen Sie den letzten Schritt gleich.',
  'error.workspace.in-use':
    'Dieser Arbeitsbereich ist in einem anderen Switchboard geöffnet. Nichts wurde geändert. Schließen Sie das andere und versuchen Sie es noch einmal.',
  'error.workspace.other-origin':
    'Diese Datei gehört zu {found}, nicht zu {expected}. Sie blieb unberührt. Öffnen Sie den Arbeitsbereich, der dazu gehört.',
  'error.workspace.newer':
    'Diesen Arbeitsbereich hat ein neueres Switchboard geschrieben (Version {found}, dieses kennt {known}). Er blieb unberührt. Aktualisieren Sie Switchboard, um ihn zu öffnen.',
  'error.workspace.unreadable':
    'Die Datei des Arbeitsbereichs {path} ist nicht lesbar. Sie blieb unberührt. Spielen Sie eine Sicherung ein, oder verschieben Sie die Datei, um neu zu beginnen.',
  'error.workspace.key-missing':
    'Die Datei des Arbeitsbereichs {path} ist da, ihr Schlüssel fehlt aber im Schlüsselbund. Die Datei blieb unberührt. Entsperren Sie den Schlüsselbund dieses Benutzerkontos oder stellen Sie ihn wieder her, und versuchen Sie es dann noch einmal.',
  'error.workspace.passphrase-wrong':
    'Diese Passphrase öffnet den Arbeitsbereich nicht. Nichts wurde geändert. Versuchen Sie es noch einmal.',
  'error.workspace.runtime-unfit':
    'Dies ist die Ersatzlaufzeit (Electron {electron}), eine Browser-Engine ohne Sicherheitsupdates. Sie öffnet nur Übungs- und lokale Testbereiche, damit keine echten Zugangsdaten gefährdet sind. Um ein echtes Handle zu verbinden, starten Sie Switchboard dort, wo sich das offizielle Electron herunterladen lässt.',
  'error.print.failed':
    'Das System hat nichts gedruckt. Das Ticket ist unverändert. Prüfen Sie, ob ein Drucker da ist, oder speichern Sie es als PDF, und drucken Sie noch einmal.',
  'error.disk.full':
    'Der Datenträger ist voll. Gespeichertes ist nicht verloren, Neues kann aber nicht gespeichert werden. Schaffen Sie Platz und versuchen Sie es noch einmal.',
  'error.disk.failed':
    'Der Datenträger hat versagt (bei {what}). Zuvor Gespeichertes bleibt erhalten. Prüfen Sie den Datenträger und versuchen Sie es noch einmal.',
  'error.settings.corrupt':
    'Die Einstellungsdatei war nicht lesbar. Sie wurde als {keptAs} aufbewahrt; Switchboard läuft mit Standardeinstellungen weiter.',
  'error.vault.unreachable':
    'Auf diesem Computer antwortet kein Schlüsselbunddienst. Ihre Daten bleiben erhalten. Starten Sie den Schlüsselbund (Secret Service) und versuchen Sie es noch einmal.',
  'error.vault.locked':
    'Der Schlüsselbund ist gesperrt. Ihre Daten bleiben erhalten. Entsperren Sie ihn und versuchen Sie es noch einmal.',
  'error.vault.absent':
    'Im Schlüsselbund fehlt der Eintrag {name}. Ihre Daten bleiben erhalten. Verbinden Sie das Handle erneut, um ihn neu anzulegen.',
  'error.practice.failed':
    'Die Übungswelt konnte nicht starten: {reason}. Live-Bereiche sind unberührt. Versuchen Sie es noch einmal, oder beginnen Sie die Übung neu.',
  'error.x.offline':
    'X ist nicht erreichbar. Nichts hat diesen Computer verlassen. Sobald das Netz wieder da ist, wird es von selbst erneut versucht.',
  'error.x.timeout':
    'X hat nicht rechtzeitig geantwortet. Eine Nachricht kann also gesendet worden sein. Switchboard sieht auf X nach, bevor etwas zweimal gesendet wird.',
  'error.x.rate-limited': 'X bittet zu warten. Nichts ist verloren; um {resetAt} geht es von selbst weiter.',
  'error.x.credits':
    'Das Guthaben der X-App ist aufgebraucht, X beantwortet daher keine kostenpflichtige Anfrage. Hier bleibt alles erhalten. Laden Sie auf console.x.com Guthaben auf; dann geht es von selbst weiter.',
  'error.x.reconnect':
    'X nimmt die Anmeldung von @{username} nicht mehr an. Tickets und Entwürfe bleiben erhalten. Verbinden Sie @{username} erneut, um fortzufahren.',
  'error.x.refused':
    '{why} Ihr Text bleibt erhalten. Ändern Sie ihn, wählen Sie einen anderen Weg oder verwerfen Sie ihn.',
  'refusal.not-summoned':
    'X lässt dieses Handle nur auf Posts antworten, die es nennen oder zitieren: Antworten Sie auf der Website von X.',
  'refusal.duplicate':
    'X hat denselben Text schon; vielleicht kam ein früherer Versuch durch. Sehen Sie zuerst auf X nach.',
  'refusal.replies-restricted': 'Wer hier antworten darf, ist auf X eingeschränkt.',
  'refusal.deleted': 'Den Post gibt es auf X nicht mehr.',
  'refusal.protected': 'Der Post oder die Person ist auf X geschützt.',
  'refusal.suspended': 'X hat die Person auf der anderen Seite gesperrt.',
  'refusal.dm-closed': 'Diese Person nimmt von diesem Handle keine Direktnachrichten an.',
  'refusal.encrypted':
    'Dieses Gespräch ist zu X Chat gewechselt und dort verschlüsselt: Switchboard kann dort nicht schreiben. Antworten Sie in X Chat.',
  'refusal.account-suspended': 'X hat dieses Konto gesperrt.',
  'refusal.account-locked':
    'X hat dieses Konto vorübergehend gesperrt: Melden Sie sich auf x.com an, um es zu entsperren.',
  'refusal.app-suspended': 'X hat diese App gesperrt: siehe console.x.com.',
  'refusal.app-not-enrolled': 'Die X-App darf diesen Teil von X nicht nutzen: siehe console.x.com.',
  'refusal.missing-permission':
    'Die Anmeldung erlaubt dies nicht: Verbinden Sie das Handle erneut, mit Schreibzugriff.',
  'refusal.wrong-token-kind':
    'Diese Art der Anmeldung nimmt X hier nicht an: Verbinden Sie das Handle erneut.',
  'refusal.wrong-clock':
    'Die Uhr dieses Computers geht zu falsch: Stellen Sie sie und senden Sie noch einmal.',
  'refusal.not-found': 'X findet nicht, wozu diese Nachricht gehört.',
  'refusal.invalid-request': 'X nimmt diese Nachricht so nicht an: {detail}',
  'refusal.forbidden': 'X hat abgelehnt: {detail}',
  'error.x.server':
    'X hat eine Störung (Antwort: {status}). Nichts ist verloren; es wird von selbst erneut versucht.',
  'error.x.malformed':
    'X hat eine unverständliche Antwort geschickt ({endpoint}). Nichts davon wurde gespeichert; es wird von selbst erneut versucht.',
  'error.connect.app-missing':
    'Für diese Anmeldung gibt es noch keine Zugangsdaten der X-App. Nichts wurde geändert. Geben Sie sie zuerst ein.',
  'error.connect.denied':
    'Der Zugriff wurde auf X abgelehnt. Nichts wurde verbunden. War das ein Versehen, beginnen Sie neu und wählen Sie „Authorize app“.',
  'error.connect.expired': 'Fünf Minuten vergingen ohne Anmeldung. Nichts wurde verbunden. Beginnen Sie neu.',
  'error.connect.code-expired':
    'Der Code in dieser Adresse war älter als 30 Sekunden. Nichts wurde verbunden. Beginnen Sie neu und fügen Sie sie schneller ein.',
  'error.connect.wrong-state':
    'Diese Adresse gehört zu einer anderen Anmeldung. Nichts wurde verbunden. Fügen Sie die Adresse aus dem neuesten Browser-Tab ein.',
  'error.connect.address-invalid':
    'Das ist nicht die Adresse, zu der X Sie zurückschickt. Nichts wurde verbunden. Kopieren Sie die ganze Adresszeile des Browsers; sie beginnt mit http://127.0.0.1.',
  'error.connect.ports-busy':
    'Andere Programme belegen alle Ports, zu denen X Sie zurückschicken kann ({ports}). Nichts wurde verbunden. Schließen Sie eines davon und versuchen Sie es noch einmal.',
  'error.connect.already':
    '@{username} ist schon verbunden, als {brand}. Nichts wurde geändert. Wählen Sie auf der Seite von X ein anderes Handle.',
  'error.connect.other-handle':
    'Sie haben sich als @{found} angemeldet, erwartet war @{expected}. Nichts wurde verbunden. Wechseln Sie auf X das Konto und versuchen Sie es noch einmal.',
  'error.connect.failed':
    'X hat die Anmeldung abgelehnt: {detail}. Nichts wurde verbunden. Prüfen Sie die Zugangsdaten der App und versuchen Sie es noch einmal.',
  'error.brand.missing':
    'Diese Marke gibt es hier nicht mehr. Nichts wurde geändert. Wählen Sie eine andere.',
  'error.ticket.missing':
    'Dieses Ticket gibt es hier nicht mehr. Nichts wurde geändert. Wählen Sie ein anderes.',
  'error.job.missing':
    'Diese Nachricht gibt es hier nicht mehr. Nichts wurde geändert. Was aus ihr wurde, steht im Verlauf.',
  'error.job.left':
    'Zu spät: Die Nachricht ist auf dem Weg zu X. Rückgängig holt das Ticket zurück, die Nachricht bleibt.',
  'error.job.changed':
    'Während Ihrer Entscheidung hat sich etwas geändert. Nichts wurde gesendet. Die Liste zeigt jetzt den Stand: Entscheiden Sie neu.',
  'error.job.looking':
    'Zu früh: X wird noch gefragt, ob es diese Nachricht hat, und sie kann noch ankommen. Nichts wurde noch einmal gesendet. Entscheiden Sie nach {decideAt}.',
  'error.reply.empty': 'Es gibt noch nichts zu senden. Schreiben Sie zuerst etwas.',
  'error.reply.too-long':
    'Der Text ist zu lang: {length} von {limit}. Er bleibt als Entwurf erhalten. Kürzen Sie ihn und senden Sie noch einmal.',
  'error.reply.no-route':
    '{moved, select, true {Während Sie schrieben, ging das Gespräch weiter: Der Post, auf den Sie antworten wollten, ist nicht mehr der richtige. Ihr Text bleibt als Entwurf erhalten. Sehen Sie den Verlauf an und senden Sie noch einmal.} other {Dieser Antwortweg steht dem Ticket nicht offen. Ihr Text bleibt als Entwurf erhalten. Wählen Sie über dem Text einen anderen Weg.}}',
  'error.reply.already-out':
    'Eine Nachricht dieses Tickets wird schon zurückgehalten oder ist unterwegs. Ihr Text bleibt als Entwurf erhalten. Senden Sie ihn, sobald die andere draußen ist, oder nehmen Sie jene mit Rückgängig zurück.',
  'error.person.missing': 'Über diese Person ist hier nichts gespeichert.',
  'error.person.ours':
    'Dies ist ein Handle dieses Arbeitsbereichs. Nichts wurde vergessen; entfernen Sie stattdessen die Marke.',
  'error.person.busy':
    'Eine Nachricht an diese Person ist unterwegs, oder es ist offen, ob sie ankam. Nichts wurde vergessen. Klären Sie zuerst diese Nachricht.',
  'error.person.not-confirmed': 'Geben Sie zur Bestätigung @{expected} ein. Nichts wurde vergessen.',
  'error.draft.stale':
    'Dieser Entwurf wurde in einem anderen Fenster geändert. Was Sie hier sehen, bleibt erhalten; beim nächsten Buchstaben wird es gespeichert.',
  'error.undo.nothing': 'Es gibt nichts rückgängig zu machen.',
  'error.undo.conflict':
    '{what, select, none {Es wurde seither neu geändert} other {Seither: {what}}}{by, select, none {} other { (von {by})}}. Darum hat Rückgängig nichts geändert. Öffnen Sie das Ticket und stellen Sie es von Hand ein, oder machen Sie mit noch einem Rückgängig den Schritt davor rückgängig.',
  'error.keymap.invalid':
    'Diese Datei enthält keine lesbaren Tasten: {issues}. Nichts wurde geändert. Wählen Sie eine andere Datei, oder berichtigen Sie diese.',
  'error.post.missing':
    'Diesen Post gibt es nicht mehr, oder Ihre Handles dürfen ihn nicht mehr sehen. Nichts wurde geändert.',
  'error.post.ours': 'Dies ist ein eigener Post und niemandes Anliegen. Nichts wurde geändert.',
  'error.deck.missing':
    'Dieses Deck gibt es nicht mehr. Wählen Sie ein anderes; die Tickets sind, wo sie waren.',
  'error.deck.standing':
    'Dieses Deck ist fest: Es lässt sich anordnen, aber nicht umbenennen oder entfernen.',
  'error.deck.full':
    'Ein Deck fasst {most} Spalten. Nichts wurde hinzugefügt. Entfernen Sie eine, oder legen Sie ein weiteres Deck an.',
  'error.deck.too-many': 'Es gibt schon {most} Decks. Nichts wurde angelegt. Entfernen Sie zuerst eines.',
  'error.deck.invalid':
    'Diese Datei ist kein lesbares Deck: {issues}. Nichts wurde geändert. Wählen Sie eine andere Datei, oder berichtigen Sie diese.',
  'error.deck.nothing':
    'Nichts in „{name}“ ist hier bekannt: Keines seiner Handles ist verbunden. Nichts wurde angelegt. Verbinden Sie zuerst eines davon.',
}
