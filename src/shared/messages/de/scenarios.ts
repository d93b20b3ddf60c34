/** @file German words of the worlds to practise in. */
import type { Translated } from '../translated.ts'
import type { scenarioMessages as english } from '../en/scenarios.ts'

export const scenarioMessages: Translated<typeof english> = {
  'scenario.title': 'Etwas anderes üben',
  'scenario.why':
    'Jedes ist eine erfundene Welt, die jetzt beginnt. Was Sie in der bisherigen Übungswelt getan haben, ist dann weg; der Live-Bereich bleibt unberührt.',
  'said.scenario': '„{name}“ beginnt',

  'scenario.practice': 'Ein Dienstagmorgen',
  'scenario.practice.why': 'vier Marken, neunzehn Tickets, ein Ausfall in Minute drei',
  'scenario.next-morning': 'Am nächsten Morgen',
  'scenario.next-morning.why': 'eine Entschuldigung und die Frage, ob der Heimflug gut war',
  'scenario.care-handle': 'Ein Service-Handle neben der Marke',
  'scenario.care-handle.why': 'ein Ticket für alle, die beide nennen',
  'scenario.small-team': 'Ein kleines Team',
  'scenario.small-team.why': 'ein Werktag zugesagt, an einem Freitagnachmittag',
  'scenario.last-resort': 'Ein letzter Ausweg',
  'scenario.last-resort.why': 'viermal angerufen, und eine Million liest mit',
  'scenario.regulated': 'Eine Bank',
  'scenario.regulated.why': 'das Vertrauliche privat, das Ende öffentlich',
  'scenario.handed-to-phone': 'Ans Telefon übergeben',
  'scenario.handed-to-phone.why': 'mit den Sprechzeiten: ein Ergebnis, kein Schweigen',
  'scenario.told-by-customers': 'Ein Ausfall, von Kunden gemeldet',
  'scenario.told-by-customers.why': 'ein Vorfall, jedem eine Antwort, eine Entwarnung',
  'scenario.beyond-mentions': 'Jenseits der Erwähnungen',
  'scenario.beyond-mentions.why': 'Hunderte am Tag, die meisten ohne das Handle',
  'scenario.twenty-handles': 'Zwanzig Handles',
  'scenario.twenty-handles.why': 'eine Marke, nach Zielgruppe und Sprache',
  'scenario.delay-notices': 'Verspätungen auf der Strecke',
  'scenario.delay-notices.why': 'erst der Hinweis, dann die Fragen darunter',
  'scenario.usual-mix': 'Die übliche Mischung',
  'scenario.usual-mix.why': '48 Fragen, 10 Wünsche, 33 Beschwerden, 9 nur verärgert',
  'scenario.human-voice': 'Eine eigene Stimme',
  'scenario.human-voice.why': 'Wörter, die die Marke nie sagt',
  'scenario.drill': 'Übungsrunde',
  'scenario.drill.why': 'fünfzig Tickets gegen die Uhr',
}
