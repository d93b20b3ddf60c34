/** @file Words of the guard rails: what each saw, and the better way. */

export const guardMessages = {
  'command.guard.better': 'Take the better way of the guard rail',
  'command.guard.show': 'Go to what the guard rails saw',
  'command.guard.ask-to-delete': 'Ask the customer to delete a post that tells too much',
  'command.person.leave-alone': 'Leave this customer alone, or no longer',
  'said.left-alone': '{name} asked to be left alone: noted',
  'said.let-back': '{name} may be written to again',
  'event.person.left-alone': 'noted that this customer wants to be left alone',
  'event.person.let-back': 'noted that this customer may be written to again',
  'error.guard.pasted':
    'That text was copied from another client’s screen, so it was not pasted here. Nothing was changed. Write it anew for this client.',
  'event.guard.overridden': 'sent it in spite of a guard rail',
  'event.guard.held-back': 'had a message kept back by a guard rail',
  'error.guard.stopped':
    'A guard rail keeps this message back ({names}). Nothing was sent, and the text is kept. Open it in its composer: there it says what it saw.',
  'said.guarded': 'Kept back: see what the guard rail saw',
  'said.no-guard': 'The guard rails have nothing to say about this text',
  'said.to-dm': 'The text is in the direct message now; nothing was sent',

  'guard.exposed': 'A public post of {name} shows everybody: {what}.',
  'said.to-dm.left':
    '{count, plural, one {The text is in the direct message now. X takes one file there: # stays with the public draft} other {The text is in the direct message now. X takes one file there: # stay with the public draft}}',
  'guard.exposed.ask': 'Ask to delete it',
  'guard.exposed.text':
    'For your own safety, please delete the post in which you told us your personal details: everybody can read it. We have what we need.',
  'guard.kind.email': 'an e-mail address',
  'guard.kind.phone': 'a phone number',
  'guard.kind.card': 'a card number',
  'guard.kind.iban': 'an account number',
  'guard.kind.address': 'an address',
  'guard.kind.number': 'a booking or order number',
  'guard.label': 'Guard rails',
  'guard.severity.stop': 'Stopped',
  'guard.severity.ask': 'Needs a reason',
  'guard.severity.warn': 'Note',
  'guard.in-alt': '{words} It stands in the description of a picture.',
  'guard.better.to-dm': 'Send as a direct message instead',
  'guard.better.change': 'Change it',
  'guard.better.take-off': 'Take it off',
  'guard.why': 'Why may this go out all the same? Kept in the history, with your name.',
  'guard.why.short': 'Why all the same?',
  'guard.send': 'Send with this reason',
  'guard.back': 'Back to the text',
  'guard.no-way':
    'What is stopped cannot go out from here: change the text. A lead can let a partner’s words through in the settings of the brand.',

  'guard.name.private-data': 'Private data in public',
  'guard.name.other-brand': 'Words of another brand',
  'guard.name.copied': 'Text copied from another client',
  'guard.name.foreign-link': 'A link from somebody else’s message',
  'guard.name.foreign-picture': 'A picture from somebody else’s message',
  'guard.name.two-brands': 'The same text by two brands',
  'guard.name.same-text': 'The same text to many',
  'guard.name.answered': 'Answered already',
  'guard.name.leave-alone': 'Asked to be left alone',
  'guard.name.never-say': 'Words that the brand never says',
  'guard.name.dear-link': 'A link that costs more',
  'guard.name.x-refuses': 'What X refuses',

  'guard.private-data.email': 'Everybody could read this e-mail address: {saw}.',
  'guard.private-data.phone': 'Everybody could read this phone number: {saw}.',
  'guard.private-data.card': 'Everybody could read this card number: {saw}.',
  'guard.private-data.iban': 'Everybody could read this account number: {saw}.',
  'guard.private-data.address': 'Everybody could read this address: {saw}.',
  'guard.private-data.number': 'Everybody could read this booking or order number: {saw}.',
  'guard.other-brand.name': '“{saw}” is {brand}, another brand than the one that speaks.',
  'guard.other-brand.handle': '{saw} is a handle of {brand}, another brand than the one that speaks.',
  'guard.other-brand.product': '“{saw}” belongs to {brand}, another brand than the one that speaks.',
  'guard.other-brand.domain': '{saw} is the site of {brand}, another brand than the one that speaks.',
  'guard.other-brand.sign-off': '“{saw}” is how {brand} signs, another brand than the one that speaks.',
  'guard.other-brand.macro':
    '“{saw}” is what a macro of {brand} says, another brand than the one that speaks.',
  'guard.copied.text': 'This was copied from another client’s screen: it cannot go out here.',
  'guard.never-say.said': 'The brand’s voice card rules out “{saw}”.',
  'guard.foreign-link.seen': 'The link leads to {host}, and was posted by @{by}: {saw}. Is it what it says?',
  'guard.foreign-link.elsewhere':
    'The link leads to {host}, and comes from somebody else’s message: {saw}. Is it what it says?',
  'guard.foreign-picture.seen': '@{by} posted this picture ({saw}). Shall it stand under the brand’s name?',
  'guard.foreign-picture.elsewhere':
    'This picture ({saw}) comes from somebody else’s message. Shall it stand under the brand’s name?',
  'guard.picture': 'The picture that would go out',
  'guard.leave-alone.asked': 'This customer asked to be left alone.',
  'guard.two-brands.sent':
    'Nearly the same text went out for another brand at {at}. X takes that for spam: say it in this brand’s words.',
  'guard.same-text.many':
    'Nearly the same text went to {count} others within a day. X may take it for spam: add a word for this one.',
  'guard.answered.already': 'This was answered at {at}, and nothing came since.',
  'guard.dear-link.link': 'X charges {price} for a post with a link, {plain} without. Perhaps the words do.',
  'guard.x-refuses.cashtags': 'X lets one post name one stock: {saw} is one too many.',

  'settings.section.guards': 'Guard rails',
  'settings.section.lexicon': 'Words',
  'settings.section.privateData': 'Private data',
  'settings.section.approvals': 'Four eyes',
  'settings.guards.why':
    'Each guard rail looks at every draft while it is written, and again as it is sent. “Stop” lets it out with a typed reason alone, which stays in the history.',
  'settings.guards.always':
    'Words of another brand, text copied from another client, and what X refuses always stop. For partners, list their words under “Words”.',
  'settings.guards.overridden':
    '{count, plural, one {Overridden once} other {Overridden # times}} in 30 days',
  'settings.guards.level.off': 'Off',
  'settings.guards.level.warn': 'Tell',
  'settings.guards.level.stop': 'Stop',
  'settings.lexicon.why':
    'In a text of any other brand these words stop it. The name and the handles of {name}, and the longer sentences of its macros, count by themselves.',
  'settings.lexicon.products': 'Products and other names, one per line',
  'settings.lexicon.domains': 'Web sites, one per line',
  'settings.lexicon.sign-offs': 'How its agents sign, one per line',
  'settings.allow-list': 'Words of other brands that this brand may write, one per line',
  'settings.allow-list.why': 'For partners. A lead decides.',
  'settings.private.why': 'What must not stand in a public post of this brand.',
  'settings.private.patterns': 'Booking and order numbers, one pattern per line',
  'settings.private.patterns.why':
    '# stands for a digit, @ for a letter, * for either: NA-####. Or a regular expression between slashes.',
  'settings.private.unreadable':
    '“{pattern}” cannot be read, or finds everything. The patterns were left as they were.',
  'settings.private.ours': 'The brand’s own addresses and numbers, one per line',
  'settings.private.ours.why':
    'They may stand in public. An entry such as @northair.example means every address there.',
  'settings.private.countries': 'Countries of phone numbers',
  'settings.private.countries.why':
    'Two letters each, one per line: a number without its country is read as theirs.',
  'settings.approvals.why':
    'These wait until another agent says yes with a PIN; never the one who wrote them.',
  'settings.approvals.tags': 'Tags of a ticket, one per line',
  'settings.approvals.words': 'Words in a message, one per line',
} as const
