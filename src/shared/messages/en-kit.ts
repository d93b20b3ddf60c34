/** @file Words for a brand as a file, for going live, and for a client who leaves. */

export const kitMessages = {
  'command.kit.open': 'Brand kit: export, import, copy',
  'kit.open': 'Brand kit',
  'kit.open.name': 'Brand kit of {name}',
  'kit.title': 'Brand kit of {name}',
  'kit.brand': 'Brand kit: which brand?',
  'kit.why':
    'All that makes {name}: what it settled, its macros, what it listens to. Customers are in no kit.',
  'kit.way': 'What to do',
  'kit.way.to-file': 'Export to a file',
  'kit.way.from-file': 'Import from a file',
  'kit.way.from-brand': 'Copy from another brand',
  'kit.parts': 'Parts',
  'kit.parts.all': 'All',
  'kit.parts.none': 'None',
  'kit.part.count': '{part} ({count})',
  'kit.part.macros': 'Macros',
  'kit.part.listening': 'Listening',
  'kit.part.holds': 'How long messages are held',
  'kit.part.guards': 'Guard rails',
  'kit.part.lexicon': 'Own words (lexicon)',
  'kit.part.allowList': 'Allowed words of others',
  'kit.part.privateData': 'Private-data patterns',
  'kit.part.hours': 'Business hours',
  'kit.part.holidays': 'Holidays',
  'kit.part.targets': 'Targets',
  'kit.save': 'Save as a file…',
  'kit.choose': 'Choose a file…',
  'kit.from': '{file}, made from {brand}',
  'kit.replaces':
    'What is chosen replaces what the brand has settled, and macros of the same name. Its other macros and searches stay. Undo takes all of it back.',
  'kit.take': 'Take into {name}',
  'kit.other': 'From',
  'kit.other.name': '{name} · {client}',
  'kit.other-client':
    'This brand belongs to {client}. What holds that client’s own words is not chosen; choose it only if they agreed.',
  'kit.no-other': 'There is no other brand to copy from.',
  'said.kit':
    '{name} has it: {parts, plural, one {# part} other {# parts}}{macros, plural, =0 {} one {, # macro} other {, # macros}} · z takes it back',
  'said.kit.shortcuts': 'Without their shortcuts, which are taken: {names}',
  'said.saved': 'Saved as {name}',
  'error.kit.invalid':
    'This file is no brand kit that can be read: {issues}. Nothing was changed. Choose another file, or mend this one.',
} as const
