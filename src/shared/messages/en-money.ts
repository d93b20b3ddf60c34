/** @file Words about money: the line in the top bar, the spending panel, prices beside the composer. */

export const moneyMessages = {
  'error.money.capped':
    'A limit that was set for this {scope, select, app {X app} other {brand}} is reached, so X is not asked. What is here is kept, and sending goes on. It reads again at {resetAt}; raise the limit under Spending to read at once.',
} as const
