/** @file Words of the page where keys are chosen. */

export const keyMessages = {
  'keys.preset': 'Keys as in',
  'keys.preset.switchboard': 'Switchboard',
  'keys.preset.gmail': 'Gmail',
  'keys.preset.tweetdeck': 'TweetDeck',
  'keys.preset.vim': 'Vim, with counts',
  'keys.characters': 'Letters and signs alone',
  'keys.characters.plain': 'are keys',
  'keys.characters.after-leader': 'are keys after {leader}',
  'keys.characters.off': 'are no keys (for speech input)',
  'keys.search': 'Search commands and keys',
  'keys.export': 'Save as a file',
  'keys.import': 'Take from a file',
  'keys.reset': 'All as it began',
  'keys.out': 'Take {key} from “{title}”',
  'keys.add': 'Another key for “{title}”',
  'keys.back': 'The preset’s keys for “{title}”',
  'keys.press': 'Press the new key…',
  'keys.taken': 'This is a key of: {titles}.',
  'keys.take': 'Take it from there',
  'keys.trouble.publishes':
    'What publishes needs Ctrl or Cmd in its key, so that nobody does it by accident.',
  'keys.trouble.reserved': 'Your system, or writing text, needs this key.',
  'keys.trouble.closes': 'Esc always closes what is open.',
  'said.keys.imported': 'Keys taken from {name}',
} as const
