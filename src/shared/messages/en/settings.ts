/** @file Words for what a brand settles for itself. */

export const settingsMessages = {
  'command.brand.settings': 'Settings of a brand',
  'settings.title': 'Settings of {name}',
  'settings.brand': 'Which brand?',
  'settings.sections': 'Sections',
  'settings.open': 'Settings',
  'settings.open.name': 'Settings of {name}',
  'said.setting': 'Kept for {name} · z takes it back',

  'settings.section.lifecycle': 'Tickets',
  'settings.lifecycle.reopen': 'A customer who writes again reopens a solved ticket within',
  'settings.lifecycle.reopen.days': '{days, plural, =0 {no time: a new ticket} one {# day} other {# days}}',
  'settings.lifecycle.why': 'Later, their message opens a new ticket that is linked to the earlier one.',
} as const
