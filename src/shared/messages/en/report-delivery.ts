/** @file Words of how reports look for a client, their delivery by themselves, and exports with content. */

export const reportDeliveryMessages = {
  'command.report.schedule': 'Monthly reports: schedule, logo and colour',
  'said.report-scheduled': 'Reports to this client are delivered each month',
  'said.report-unscheduled': 'Nothing more is delivered to this client by itself',
  'said.report-delivering': 'The report is being counted and written',
  'said.look-kept': 'Logo and colour are kept for this client’s reports',
  'error.report.no-lines':
    'This report was delivered before rows of tickets were kept with it. Its numbers and its PDF are there; nothing was saved.',
  'error.report.taken':
    'Another file is called {name} already, and it was left alone. The report is kept here: move that file or choose another folder.',
  'error.report.unscheduled':
    'Nothing is delivered to this client by itself, so there is no next month. Choose a folder and start first.',
  'error.client.missing': 'This client is not here any more. Nothing was changed.',
  'error.logo.type':
    'This file is no PNG or JPEG picture, whatever its name says. The logo is as it was: choose another file.',
  'error.logo.too-large':
    'This picture is larger than {kilobytes} kB or {side} pixels. The logo is as it was: choose a smaller one.',
  'error.folder.unknown':
    'Switchboard began anew since you chose this folder, and does not know it. Nothing was changed: choose the folder once more.',
  'error.folder.gone':
    'The folder {folder} is not there. The report is kept here, and nothing was written: bring the folder back or choose another one.',
  'error.folder.shut':
    'Switchboard may not write into the folder {folder}. The report is kept here: allow it, or choose another folder.',
  'error.export.limit':
    'This needs {needs} posts and people of X, and {left} are left of today’s. Nothing was exported: take a shorter period, or wait until {freshAt}.',
  'alert.report': 'A report could not be written into its folder',
  'elsewhere.reason.report': 'A report could not be written into its folder',
  'webhook.said.report': 'a report could not be written',
  'report.delivery': 'Monthly reports',
  'report.client': 'Client',
  'report.no-client': 'There is no client to report to yet.',
  'report.schedules': 'Delivered by itself',
  'report.schedule.none': 'Nothing is delivered by itself.',
  'report.schedule.next': 'Next: {month}, from {at}',
  'report.schedule.into': 'Into {folder}',
  'report.schedule.last': 'Last: {month}, written on {at}',
  'report.schedule.trouble': '{month} could not be written on {at}. {why} It is tried again on {again}.',
  'report.schedule.change': 'Schedule, logo and colour',
  'report.schedule.change.of': 'Schedule, logo and colour: {client}',
  'report.schedule.day': 'Day of the month',
  'report.schedule.why':
    'The month before is counted, frozen and written as PDF and CSV, at six in the morning of the brands’ own clocks; a month without that day has its last one. If this computer is off or Switchboard is closed then, it is made once when it is open next. Rows of tickets hold ids and our own numbers alone.',
  'report.schedule.folder': 'Folder',
  'report.schedule.no-folder': 'none chosen yet',
  'report.schedule.choose': 'Choose a folder',
  'report.schedule.words': 'A paragraph for the client, the same each month',
  'report.schedule.keep': 'Keep',
  'report.schedule.start': 'Deliver each month',
  'report.schedule.now': 'Deliver the next one now',
  'report.schedule.stop': 'Deliver nothing more',
  'report.delivered.schedule': 'the schedule',
  'report.look': 'Logo and colour',
  'report.look.choose': 'Choose a logo (PNG or JPEG)',
  'report.look.remove': 'Remove the logo',
  'report.look.accent': 'Colour',
  'report.look.keep': 'Keep this colour',
  'report.look.no-accent': 'Our own colours',
  'report.look.pale':
    'This colour is too pale for words on white paper: it is used for rules and bars, and words stay black.',
  'report.look.preview': 'The head of a report as it will stand',
  'report.content': 'with public posts and handles',
  'report.content.left':
    'Takes {needs, number} of the {limit, number} posts and people that X’s policy lets leave a day; {left, number} are left until {at}. It counts once the rows are made, saved or not. Direct messages stay here.',
  'report.content.too-much':
    'Needs {needs, number} posts and people of X, and {left, number} of {limit, number} are left until {at}. Nothing is exported by half: take a shorter period or fewer brands.',
}
