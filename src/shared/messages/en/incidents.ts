/** @file Words of incidents: one trouble, many customers. */

export const incidentMessages = {
  'command.incident.show': 'Incidents',
  'command.incident.gather': 'Put into an incident, or open one',
  'error.incident.missing': 'This incident is not there any more. Nothing was changed.',
  'error.incident.noticed':
    'There is a public notice of this incident already. Nothing was sent: take that one back first, or edit it.',
  'error.incident.other-brand':
    'An incident is of one brand, and not all of these tickets are of it. Nothing was changed: choose tickets of one brand.',

  'incident.title': 'Incidents',
  'incident.none': 'No incident is open.',
  'incident.none.why':
    'When many customers write about one trouble, choose their tickets ({select}) and press {gather}: one text answers them all, each by a reply of their own, and one step tells them when it is over.',
  'incident.open.title': 'Open an incident of {brand}',
  'incident.open.count':
    '{count, plural, =0 {No ticket is chosen yet; words below suggest some} one {1 ticket goes into it} other {# tickets go into it}}',
  'incident.open.into': 'Or put {count, plural, one {it} other {them}} into',
  'incident.open.do': 'Open',
  'incident.name': 'What is wrong',
  'incident.name.example': 'No internet in Hamburg',
  'incident.terms': 'Words of its tickets, with commas',
  'incident.terms.example': 'outage, no internet, offline',
  'incident.status-text': 'What we know',
  'incident.status-text.why': 'Stands on each of its tickets, and wherever a text says “{variable}”.',
  'incident.words.keep': 'Keep',
  'incident.choose': 'Which one',
  'incident.option': '{title}{over, select, true { (over)} other {}}',
  'incident.since': 'Since {at}',
  'incident.over-since': 'Over since {at}',
  'incident.counts':
    '{tickets, plural, one {1 ticket} other {# tickets}}{separator}{answered} answered{separator}{told} told that it is over',
  'incident.suggested': '{count, plural, one {1 more ticket says so} other {# more tickets say so}}',
  'incident.suggested.all': 'Take all',
  'incident.take': 'Take',
  'incident.decline': 'Not this one',
  'incident.members': 'Its tickets',
  'incident.members.none': 'No ticket is in it yet.',
  'incident.release': 'Take out',
  'incident.row': '#{number} {name}',
  'incident.answer.waiting': 'answer leaves',
  'incident.answer.sent': 'answered',
  'incident.answer.failed': 'answer failed',
  'incident.all-clear.waiting': 'all-clear leaves',
  'incident.all-clear.sent': 'told',
  'incident.all-clear.failed': 'all-clear failed',

  'incident.notice': 'Public notice',
  'incident.notice.why': 'One post for everybody who has not written yet.',
  'incident.notice.nudge': 'Nobody has posted a notice yet.',
  'incident.notice.state': 'Notice: {state}',

  'incident.tell.answer': 'Answer everybody',
  'incident.tell.all-clear': 'Say that it is over',
  'incident.tell.answer.why':
    'Each of its customers gets a reply of their own, where X lets us answer. Nobody gets two.',
  'incident.tell.all-clear.why':
    'Each customer hears it once; their tickets are solved with that message. Those who cannot be told stay as they are.',
  'incident.tell.answer.example':
    'Hi {open}customer.first_name|there{close}, we know about it and are on it. {open}incident.status{close}',
  'incident.tell.all-clear.example':
    'Hi {open}customer.first_name|there{close}, it works again since {at}. Sorry for the trouble, and thank you for your patience.',
  'incident.wording': 'Text {n}',
  'incident.wording.more': 'One more wording',
  'incident.wording.why': 'Taken in turn: the same words to many people are spam to X.',
  'incident.reason': 'Why the same words may go to more than three people',
  'incident.reason.example': 'Official outage notice, agreed with the client',
  'incident.preview': 'Preview each one',
  'incident.preview.counts':
    '{going, plural, =0 {Nobody would be told} one {1 message} other {# messages}}{skipped, plural, =0 {} other {, # skipped}}',
  'incident.preview.finish': 'the last one leaves {at}',
  'incident.preview.now': 'all leave after their hold',
  'incident.preview.public': 'in public',
  'incident.preview.dm': 'by direct message',
  'incident.send': '{count, plural, one {Send 1 message} other {Send # messages}}',
  'said.incident.told':
    '{count, plural, =0 {Nobody was told} one {1 message leaves} other {# messages leave}}{skipped, plural, =0 {} other {, # skipped}}',

  'incident.skip.told': 'has this message already',
  'incident.skip.on-its-way': 'a reply to them is on its way',
  'incident.skip.over': 'is solved',
  'incident.skip.answered': 'was answered since they wrote',
  'incident.skip.draft': 'somebody writes to them: a draft is kept',
  'incident.skip.no-way': 'X would refuse it: {route}',
  'incident.skip.unfilled': 'a variable has no value',
  'incident.skip.too-long': 'too long for X',
  'incident.skip.guarded': 'a guard stops it: {guards}',
  'incident.skip.alike': 'the same words as three others',

  'incident.end': 'It is over',
  'incident.resume': 'It goes on after all',
  'said.incident.opened': '“{title}” is open · z takes it back',
  'said.incident.kept': '“{title}” is kept',
  'said.incident.gathered':
    '{count, plural, =0 {Already so} one {1 ticket put into “{title}”} other {# tickets put into “{title}”}}',
  'said.incident.released':
    '{count, plural, =0 {Not suggested again} one {1 ticket taken out} other {# tickets taken out}}',
  'said.incident.ended': '“{title}” is over',
  'said.incident.resumed': '“{title}” goes on',
  'incident.line': 'Part of “{title}”',
  'incident.line.over': 'Was part of “{title}”, over since {at}',
  'incident.line.show': 'Show the incident',
  'event.ticket.gathered': 'Put into an incident',
  'event.ticket.released': 'Taken out of an incident',
  'event.incident.opened': 'Incident opened',
  'event.incident.changed': 'Incident changed',
  'event.incident.ended': 'Incident over',
  'event.incident.resumed': 'Incident goes on',
  'event.incident.declined': 'Not part of the incident',
  'history.ticket.gathered': '{who} put it into the incident',
  'history.ticket.released': '{who} took it out of the incident',
  'history.incident.declined': '{who} said that it is none of the incident',
} as const
