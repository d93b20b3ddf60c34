/** @file Words of the practice drill. */

export const drillMessages = {
  'command.drill.show': 'Practice drill: fifty tickets against the clock',
  'command.drill.end': 'End the practice drill',
  'said.drill': 'The clock runs',
  'drill.title': 'Practice drill',
  'drill.why':
    'Fifty messages to four brands wait on a made-up morning. Deal with each of them: answer it, solve it, put it off, or say that it needs no reply. The clock runs until none is left.',
  'drill.counts': 'What counts as a miss',
  'drill.rule.wrong-brand':
    'Wrong brand: words, links or pictures of another client in an answer, also where a guard rail keeps it back.',
  'drill.rule.leaked-number':
    'Leaked number: somebody’s number, address or account in public, also where a guard rail keeps it back.',
  'drill.rule.missed-deadline': 'Missed deadline: a reply that comes late. The first are due within minutes.',
  'drill.rule.impostor':
    'Impostor: an account that pretends to be the brand, and is not reported before its ticket is dealt with.',
  'drill.gone':
    'A drill has a world of its own: what you did in the practice world that stands is gone once it begins. The live workspace is not touched.',
  'drill.start': 'Start the clock',
  'drill.again': 'Once more',
  'drill.go-on': 'Go on',
  'drill.leave': 'Back to the practice world',
  'drill.end': 'End it',
  'drill.clock': 'Time',
  'drill.progress': 'Tickets dealt with',
  'drill.done': '{done} of {total} dealt with',
  'drill.answered': '{count} answered',
  'drill.each': '{seconds} s each',
  'drill.misses': '{count, plural, =0 {no misses} one {1 miss} other {# misses}}',
  'drill.score': 'Score',
  'drill.score.wrong-brand':
    '{count, plural, =0 {No client’s words in another client’s name} one {Wrong brand: once} other {Wrong brand: # times}}',
  'drill.score.leaked-number':
    '{count, plural, =0 {Nobody’s number in public} one {Leaked number: once} other {Leaked number: # times}}',
  'drill.score.missed-deadline':
    '{count, plural, =0 {No deadline missed} one {1 deadline missed} other {# deadlines missed}}',
  'drill.score.impostor':
    '{count, plural, =0 {No impostor overlooked} one {1 impostor overlooked} other {# impostors overlooked}}',
  'drill.miss.post': 'in a new post',
  'drill.miss.caught': 'kept back by a guard rail',
} as const
