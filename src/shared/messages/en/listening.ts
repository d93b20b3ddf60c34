/** @file Words of listening: saved searches and lists of a brand, what they would cost, and the posts that they bring. */

export const listeningMessages = {
  'command.listening.manage': 'Listening: searches and lists',
  'said.post-alone':
    'X lets a handle answer only those who name or quote it. {key} answers this post on X itself.',
  'said.answer-on-x': 'Your browser opens X with an answer to this post.',

  'post.pane.title': 'A post that the brand listens to',
  'post.pane.ours': 'A post of ours',
  'post.ours':
    '{handle} wrote this. Whoever answers it comes in with the mentions; it is edited and deleted among the own posts.',
  'post.pane.gone': 'This post is no longer in its column.',
  'post.pane.close': 'Close post',
  'post.why':
    'Nobody asked {handles} here: the author neither names nor quotes it, and X lets a program answer only those who do. You can answer on X itself; check there who you are signed in as.',

  'listening.title': 'Listening of {name}',
  'listening.brand': 'Which brand listens?',
  'listening.open': 'Listening',
  'listening.open.name': 'Listening of {name}',
  'listening.why':
    'What people write about the brand without naming it, what they say of others, what a list of accounts posts. Each gets a column in the deck of {name}. X charges for every post that comes, and for the name of each author who is new here.',
  'listening.none': 'Nothing is listened to yet.',
  'listening.no-handle': 'No handle of {name} is signed in. Connect one first: X is asked through it.',
  'listening.add': 'Add',
  'listening.add.title': 'Listen to something new',
  'listening.edit': 'Edit',
  'listening.edit.name': 'Edit {name}',
  'listening.edit.title': 'Change {name}',
  'listening.remove': 'Remove',
  'listening.remove.name': 'Remove {name}',
  'listening.remove.question': 'Remove {name}? Its column goes; the posts that became tickets stay.',
  'listening.keep': 'Keep',
  'listening.kind': 'What to listen to',
  'listening.kind.search': 'A search',
  'listening.kind.list': 'A list on X',
  'listening.name': 'Name of the column',
  'listening.query': 'Search, in X’s own words',
  'listening.query.count': '{length} of {most}',
  'listening.query.help':
    'Words beside each other must all be there. OR between words, "an exact phrase", -without this, from:handle, @handle, #tag, lang:en, -is:retweet, has:media.',
  'listening.query.long': 'X takes no more than {most} characters: {over} too many.',
  'listening.list': 'Address of the list, or its number',
  'listening.list.help': 'As in https://x.com/i/lists/1234567890. The handle must be able to see the list.',
  'listening.list.wrong': 'That is no address of a list: it ends in its number.',
  'listening.preview': 'Preview',
  'listening.preview.paid': 'A preview reads the newest {count} posts, for up to {price}.',
  'listening.preview.asking': 'Asking X…',
  'listening.preview.result':
    '{exact, select, true {In the last week} other {Going by the newest few}}: {posts} a day, {price} a day for the posts. This look cost {paid}.',
  'listening.preview.nothing': 'X found nothing. This look cost nothing.',
  'listening.preview.posts':
    '{count, plural, =0 {less than one post} one {about 1 post} other {about # posts}}',
  'listening.save': 'Save',
  'listening.again': 'Another search begins anew; what the old one brought stays in the column.',
  'listening.sign-in':
    'Lists need a sign-in that allows reading them. @{username} was connected before that: connect it again.',
  'said.listening': 'Listening to {name}. Its column is in the deck of {brand}.',
  'said.listening.removed': '{name} is not listened to any more.',
  'column.total.posts':
    '{count, plural, one {1 post} other {# posts}}{many, select, true { or more} other {}}',
} as const
