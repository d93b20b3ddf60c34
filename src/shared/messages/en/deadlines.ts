/** @file Words for deadlines, hours and holidays. */

export const deadlineMessages = {
  'due.at': 'due {at}',
  'due.at.name': 'Reply due {at}: closed in between',
  'due.closed.name': 'Outside hours: reply due {at}',

  'due.why.title': 'By when',
  'due.why.none': 'Nothing is due: its clocks stand while nobody waits for you.',
  'due.why.first-reply': 'First reply due',
  'due.why.next-reply': 'Next reply due',
  'due.why.resolution': 'To be solved by',
  'due.why.day': '{amount} on {day}',
  'due.why':
    '{what} {due}: {target} of business time from {from} on: {days}{more, plural, =0 {} one { and # more day} other { and # more days}}{elsewhere, select, true { ({zone})} other {}}.',

  'command.reply.schedule-at-opening': 'Send this message at opening',
  'when.at-opening': 'At opening, {at}',
  'said.never-closes': '{name} is open round the clock: send it now.',

  'settings.section.hours': 'Hours',
  'settings.section.holidays': 'Holidays',
  'settings.section.targets': 'Targets',
  'settings.not-understood': 'Not understood; nothing was kept.',
  'hours.zone': 'Time zone',
  'hours.day.mon': 'Monday',
  'hours.day.tue': 'Tuesday',
  'hours.day.wed': 'Wednesday',
  'hours.day.thu': 'Thursday',
  'hours.day.fri': 'Friday',
  'hours.day.sat': 'Saturday',
  'hours.day.sun': 'Sunday',
  'hours.closed': 'closed',
  'hours.why':
    'Type “9–18” or “9–13, 14–17”; an empty day is closed, one day must be open. Past midnight is “22–24” and “0–2” on the next day. Deadlines run in these hours alone, and move when they change.',
  'holidays.none': 'No holidays yet.',
  'holidays.when':
    '{date}{days, plural, one {} other { · # days}}{again, select, true { · comes again} other {}}',
  'holidays.remove': 'Remove {name}',
  'holidays.name': 'Name',
  'holidays.date': 'Date',
  'holidays.yearly': 'Every year',
  'holidays.add': 'Add',
  'holidays.import': 'Import a calendar (.ics)…',
  'holidays.read':
    '{leftOut, plural, =0 {Every entry of the calendar was taken.} one {# entry is no whole day and was left out.} other {# entries are no whole days and were left out.}}',
  'holidays.why': 'On these days nobody is there: deadlines wait for the next opening.',
  'error.holidays.unreadable':
    'This file is no calendar that can be read. Nothing was changed; choose an .ics file.',
  'targets.priority': 'Priority',
  'targets.priority.urgent': 'Urgent',
  'targets.priority.high': 'High',
  'targets.priority.normal': 'Normal',
  'targets.priority.low': 'Low',
  'targets.firstReply': 'First reply',
  'targets.nextReply': 'Next reply',
  'targets.resolution': 'Solved',
  'targets.field': '{kind}, {priority}',
  'targets.warn': 'A ticket is told as near after',
  'targets.warn.share': '{share} % of its time',
  'targets.notify': 'The system tells when a reply is due',
  'targets.why': 'In business hours: “15 m”, “4 h”, “1 h 30 m”.',

  'notice.due.one': 'A reply is due',
  'notice.due.many': '{count} replies are due',
  'notice.due.more': 'and {count} more',
} as const
