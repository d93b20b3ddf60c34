/** @file Words of asking customers how it went. */

export const csatMessages = {
  'command.csat.ask': 'Ask the customer how it went',
  'csat.text':
    'How did we do? Please answer with a number from 1 (not well) to 5 (very well). Write “stop” and we ask no more.',
  'error.csat.not-now': '{why} Nobody was asked.',
  'csat.not.off':
    'This brand does not ask its customers how it went: a lead switches that on in its settings.',
  'csat.not.no-dm': 'Customers are asked by direct message alone, and there is no such conversation here.',
  'csat.not.not-theirs': 'The customer did not open this conversation, so they are not asked in it.',
  'csat.not.stop': 'This customer asked not to be asked.',
  'csat.not.lately': 'This customer was asked not long ago.',
  'csat.not.protest': 'This ticket is a protest, which is not answered by a survey.',
  'csat.not.spam': 'This ticket is spam.',
  'csat.not.incident': 'This ticket belongs to an incident.',
  'event.csat.asked': 'asked the customer how it went',
  'event.csat.stopped': 'The customer wants to be asked no more',
  'event.csat.answered-1': 'The customer’s answer: 1 of 5',
  'event.csat.answered-2': 'The customer’s answer: 2 of 5',
  'event.csat.answered-3': 'The customer’s answer: 3 of 5',
  'event.csat.answered-4': 'The customer’s answer: 4 of 5',
  'event.csat.answered-5': 'The customer’s answer: 5 of 5',
  'settings.section.csat': 'Asking how it went',
  'settings.csat.on': 'Agents may ask a customer how it went',
  'settings.csat.why':
    'By direct message, in a conversation that the customer opened, and never after spam, a protest or an incident. A 1 or 2 opens the ticket again, with the label “unhappy”.',
  'settings.csat.text': 'What is asked',
  'settings.csat.period': 'A customer is asked at most once in',
  'settings.csat.days': '{days, plural, one {# day} other {# days}}',
  'settings.csat.summary': 'Last 30 days: {asked} asked, {answered} answered, {average} of 5 on average.',
  'settings.csat.save': 'Keep these words',
} as const
