/** @file Words for deadlines, hours and holidays. */

export const deadlineMessages = {
  'notice.due.one': 'A reply is due',
  'notice.due.many': '{count} replies are due',
  'notice.due.more': 'and {count} more',
} as const
