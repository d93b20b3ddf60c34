/** @file German words of the guard rails: what each saw, and the better way. */
import type { Translated } from '../translated.ts'
import type { guardMessages as english } from '../en/guards.ts'

export const guardMessages: Translated<typeof english> = {
  'command.guard.better': 'Dem Vorschlag des Schutzes folgen',
  'command.guard.show': 'Zu dem, was der Schutz fand',
  'command.guard.ask-to-delete': 'Kunden bitten, einen Post mit privaten Daten zu löschen',
  'command.person.leave-alone': 'Kunden in Ruhe lassen, oder nicht mehr',
  'said.left-alone': '{name} möchte in Ruhe gelassen werden: vermerkt',
  'said.let-back': '{name} darf wieder angeschrieben werden',
  'event.person.left-alone': 'Vermerkt: Kunde möchte in Ruhe gelassen werden',
  'event.person.let-back': 'Vermerkt: Kunde darf wieder angeschrieben werden',
  'error.guard.pasted':
    'Dieser Text wurde aus der Ansicht eines anderen Auftraggebers kopiert und darum hier nicht eingefügt. Nichts wurde geändert. Schreiben Sie ihn für diesen Auftraggeber neu.',
  'event.guard.overridden': 'Trotz Schutz gesendet',
  'event.guard.held-back': 'Nachricht von einem Schutz zurückgehalten',
  'error.guard.stopped':
    'Der Schutz hält diese Nachricht zurück ({names}). Nichts wurde gesendet, und der Text bleibt erhalten. Öffnen Sie ihn im Eingabefeld: Dort steht, was der Schutz fand.',
  'said.guarded': 'Zurückgehalten: Am Text steht, was der Schutz fand',
  'said.no-guard': 'Der Schutz hat an diesem Text nichts auszusetzen',
  'said.to-dm': 'Der Text steht jetzt in der Direktnachricht; nichts wurde gesendet',

  'guard.exposed': 'Ein öffentlicher Post von {name} zeigt allen: {what}.',
  'said.to-dm.left':
    '{count, plural, one {Der Text steht jetzt in der Direktnachricht. X nimmt dort eine Datei: # bleibt beim öffentlichen Entwurf} other {Der Text steht jetzt in der Direktnachricht. X nimmt dort eine Datei: # bleiben beim öffentlichen Entwurf}}',
  'guard.exposed.ask': 'Um Löschen bitten',
  'guard.exposed.text':
    'Bitte löschen Sie zu Ihrer eigenen Sicherheit den Post mit Ihren persönlichen Daten: Alle können ihn lesen. Wir haben, was wir brauchen.',
  'guard.kind.email': 'eine E-Mail-Adresse',
  'guard.kind.phone': 'eine Telefonnummer',
  'guard.kind.card': 'eine Kartennummer',
  'guard.kind.iban': 'eine Kontonummer',
  'guard.kind.address': 'eine Anschrift',
  'guard.kind.number': 'eine Buchungs- oder Bestellnummer',
  'guard.label': 'Schutz',
  'guard.severity.stop': 'Gestoppt',
  'guard.severity.ask': 'Braucht einen Grund',
  'guard.severity.warn': 'Hinweis',
  'guard.in-alt': '{words} Es steht in der Beschreibung eines Bildes.',
  'guard.better.to-dm': 'Stattdessen als Direktnachricht',
  'guard.better.change': 'Ändern',
  'guard.better.take-off': 'Entfernen',
  'guard.why': 'Warum darf dies trotzdem gesendet werden? Steht mit Ihrem Namen im Verlauf.',
  'guard.why.short': 'Warum trotzdem?',
  'guard.send': 'Mit diesem Grund senden',
  'guard.back': 'Zurück zum Text',
  'guard.no-way':
    'Gestopptes kann von hier nicht gesendet werden: Ändern Sie den Text. Wörter eines Partners kann die Leitung in den Einstellungen der Marke erlauben.',

  'guard.name.private-data': 'Private Daten, öffentlich',
  'guard.name.other-brand': 'Wörter einer anderen Marke',
  'guard.name.copied': 'Text von anderem Auftraggeber',
  'guard.name.foreign-link': 'Link aus fremder Nachricht',
  'guard.name.foreign-picture': 'Bild aus fremder Nachricht',
  'guard.name.two-brands': 'Gleicher Text von zwei Marken',
  'guard.name.same-text': 'Gleicher Text an viele',
  'guard.name.answered': 'Schon beantwortet',
  'guard.name.leave-alone': 'Möchte in Ruhe gelassen werden',
  'guard.name.never-say': 'Wörter, die die Marke nie sagt',
  'guard.name.dear-link': 'Link, der mehr kostet',
  'guard.name.x-refuses': 'Was X ablehnt',

  'guard.private-data.email': 'Alle könnten diese E-Mail-Adresse lesen: {saw}.',
  'guard.private-data.phone': 'Alle könnten diese Telefonnummer lesen: {saw}.',
  'guard.private-data.card': 'Alle könnten diese Kartennummer lesen: {saw}.',
  'guard.private-data.iban': 'Alle könnten diese Kontonummer lesen: {saw}.',
  'guard.private-data.address': 'Alle könnten diese Anschrift lesen: {saw}.',
  'guard.private-data.number': 'Alle könnten diese Buchungs- oder Bestellnummer lesen: {saw}.',
  'guard.other-brand.name': '„{saw}“ ist {brand}; hier spricht eine andere Marke.',
  'guard.other-brand.handle': '{saw} ist ein Handle von {brand}; hier spricht eine andere Marke.',
  'guard.other-brand.product': '„{saw}“ gehört zu {brand}; hier spricht eine andere Marke.',
  'guard.other-brand.domain': '{saw} ist die Website von {brand}; hier spricht eine andere Marke.',
  'guard.other-brand.sign-off': '„{saw}“ ist die Signatur von {brand}; hier spricht eine andere Marke.',
  'guard.other-brand.macro': '„{saw}“ steht in einem Makro von {brand}; hier spricht eine andere Marke.',
  'guard.copied.text':
    'Dies wurde aus der Ansicht eines anderen Auftraggebers kopiert: Es kann hier nicht gesendet werden.',
  'guard.never-say.said': 'Das Sprachprofil der Marke schließt „{saw}“ aus.',
  'guard.foreign-link.seen':
    'Der Link führt zu {host} und wurde von @{by} gepostet: {saw}. Ist er, was er vorgibt?',
  'guard.foreign-link.elsewhere':
    'Der Link führt zu {host} und stammt aus einer fremden Nachricht: {saw}. Ist er, was er vorgibt?',
  'guard.foreign-picture.seen':
    '@{by} hat dieses Bild gepostet ({saw}). Soll es unter dem Namen der Marke erscheinen?',
  'guard.foreign-picture.elsewhere':
    'Dieses Bild ({saw}) stammt aus einer fremden Nachricht. Soll es unter dem Namen der Marke erscheinen?',
  'guard.picture': 'Das Bild, das gesendet würde',
  'guard.leave-alone.asked': 'Dieser Kunde hat gebeten, in Ruhe gelassen zu werden.',
  'guard.two-brands.sent':
    'Fast derselbe Text wurde schon für eine andere Marke gesendet ({at}). X hält das für Spam: Sagen Sie es in den Worten dieser Marke.',
  'guard.same-text.many':
    'Fast derselbe Text ging binnen eines Tages an {count} andere. X könnte das für Spam halten: Fügen Sie ein persönliches Wort hinzu.',
  'guard.answered.already': 'Dies wurde schon beantwortet ({at}), und seither kam nichts.',
  'guard.dear-link.link':
    'X berechnet für einen Post mit Link {price}, ohne Link {plain}. Vielleicht genügen die Worte.',
  'guard.x-refuses.cashtags': 'X erlaubt eine Aktie pro Post: {saw} ist eine zu viel.',

  'settings.section.guards': 'Schutz',
  'settings.section.lexicon': 'Wörter',
  'settings.section.privateData': 'Private Daten',
  'settings.section.approvals': 'Freigaben',
  'settings.guards.why':
    'Der Schutz prüft jeden Entwurf beim Schreiben und noch einmal beim Senden. „Stopp“ lässt ihn nur mit einem getippten Grund durch; der bleibt im Verlauf.',
  'settings.guards.always':
    'Immer gestoppt werden Wörter einer anderen Marke, Text von anderen Auftraggebern und was X ablehnt. Wörter von Partnern tragen Sie unter „Wörter“ ein.',
  'settings.guards.overridden':
    '{count, plural, one {Einmal übergangen} other {#-mal übergangen}} in 30 Tagen',
  'settings.guards.level.off': 'Aus',
  'settings.guards.level.warn': 'Hinweis',
  'settings.guards.level.stop': 'Stopp',
  'settings.lexicon.why':
    'In Texten jeder anderen Marke stoppen diese Wörter. Name und Handles von {name} und die längeren Sätze der Makros zählen von selbst dazu.',
  'settings.lexicon.products': 'Produkte und andere Namen, einer pro Zeile',
  'settings.lexicon.domains': 'Websites, eine pro Zeile',
  'settings.lexicon.sign-offs': 'Signaturen des Teams, eine pro Zeile',
  'settings.allow-list': 'Wörter anderer Marken, die diese Marke schreiben darf, eines pro Zeile',
  'settings.allow-list.why': 'Für Partner. Die Leitung entscheidet.',
  'settings.private.why': 'Was in keinem öffentlichen Post dieser Marke stehen darf.',
  'settings.private.patterns': 'Buchungs- und Bestellnummern, ein Muster pro Zeile',
  'settings.private.patterns.why':
    '# steht für eine Ziffer, @ für einen Buchstaben, * für beides: NA-####. Oder ein regulärer Ausdruck zwischen Schrägstrichen.',
  'settings.private.unreadable':
    '„{pattern}“ ist nicht lesbar oder trifft auf alles zu. Die Muster blieben, wie sie waren.',
  'settings.private.ours': 'Eigene Adressen und Nummern der Marke, eine pro Zeile',
  'settings.private.ours.why':
    'Sie dürfen öffentlich stehen. Ein Eintrag wie @northair.example meint alle Adressen dort.',
  'settings.private.countries': 'Länder der Telefonnummern',
  'settings.private.countries.why':
    'Zwei Buchstaben je Land, eines pro Zeile: Eine Nummer ohne Landesvorwahl gilt als eine von dort.',
  'settings.approvals.why':
    'Solche Nachrichten warten, bis eine zweite Person sie mit PIN freigibt. Wer sie schrieb, kann das nicht.',
  'settings.approvals.tags': 'Labels eines Tickets, eines pro Zeile',
  'settings.approvals.words': 'Wörter in einer Nachricht, eines pro Zeile',
}
