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
} as const
