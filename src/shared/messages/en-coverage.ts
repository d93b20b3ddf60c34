/** @file English words: what is read from X, how complete it is, what is missing. */

export const coverageMessages = {
  'source.mentions': 'Mentions',
  'source.dms': 'Direct messages',
  'source.posts': 'Own posts',
  'source.thread': 'Open conversations',
  'source.quotes': 'Quotes',
  'source.search': 'Search',
  'source.list': 'List',
  'source.stream': 'Live',
  'column.search': 'Search',
  'column.list': 'List',
  'column.order.search': 'newest first',
  'column.order.list': 'newest first',
  'column.empty.search': 'Nothing found yet.',
  'column.empty.search.next': 'Posts that fit the search appear here as X finds them.',
  'column.empty.list': 'Nothing from this list yet.',
  'column.empty.list.next': 'What its members write appears here.',
  'post.ticket': 'Ticket',

  'column.complete': 'to {time}',
  'column.complete.name': 'Everything that X had up to {time} is here',
  'coverage.quiet':
    '{source} of @{username}: nothing since {time}, though something comes every {amount} at this hour.',
  'coverage.gap.horizon':
    '{source} of @{username}: X shows no more of {from} to {to}. Something of that time may be missing.',
  'coverage.gap.circle':
    '{source} of @{username}: X’s pages of {from} to {to} led nowhere. Something of that time may be missing.',
  'coverage.more': '{count, plural, one {1 more} other {# more}}',
} as const
