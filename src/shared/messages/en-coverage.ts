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
} as const
