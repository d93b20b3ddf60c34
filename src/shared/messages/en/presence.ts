/** @file Words of notices, tones and quiet hours: how this computer makes itself known. */

export const presenceMessages = {
  'command.column.alert': 'Notices of new messages in this column',
  'command.column.sound': 'A tone for new messages in this column',
  'command.presence.quiet-hours': 'Quiet hours',
  'command.presence.pause': 'Pause notices and tones for an hour',
  'command.presence.resume': 'End the pause of notices and tones',
  'column.alerts': 'New messages are told by a notice',
  'column.sounds': 'New messages are told by a tone',
  'notice.new.one': 'New in {place}',
  'notice.new.many': '{count} new in {place}',
  'notice.new.group': '{count} in {place}',
  'notice.new.several': '{count} new messages',
  'notice.meanwhile.one': 'A reply fell due in quiet hours',
  'notice.meanwhile.many': '{count} replies fell due in quiet hours',
  'quiet.on': 'Keep quiet on this computer',
  'quiet.from': 'From',
  'quiet.until': 'Until',
  'quiet.next-day': 'Until the next morning: the days are those on which it begins.',
  'quiet.days': 'On these days',
  'quiet.breaks':
    'What breaks through: matters of security always. Of what many may see, because of who wrote it or how fast it spreads: what is urgent, a last resort, or angry in front of very many.',
  'quiet.waits':
    'Everything else makes no notice and no tone. Late replies are told as one when the quiet is over; new messages stand in their columns.',
  'quiet.keep': 'Keep',
  'quiet.paused': 'Notices and tones pause until {time}.',
  'said.quiet.on': 'Quiet from {from} to {until}',
  'said.quiet.off': 'No quiet hours on this computer',
  'said.paused': 'Notices and tones pause until {time}; what cannot wait breaks through',
  'said.resumed': 'Notices and tones are back',
} as const
