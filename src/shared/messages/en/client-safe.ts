/** @file Words of the client-safe screen. */

export const clientSafeMessages = {
  'command.view.client-safe': 'Show one brand alone, or all again',
  'client-safe.title': 'Show one brand alone',
  'client-safe.why':
    'For calls and shared screens: nothing of another brand is shown in any window of this workspace, or in notices, until you say so.',
  'client-safe.on': 'Only {name}',
  'client-safe.on.name':
    'Only {name} is shown in every window of this workspace and in notices. Press to show all brands again.',
  'said.client-safe': 'Only {name} is shown',
  'said.client-safe.off': 'All brands are shown again',
  'error.brand.hidden':
    'That belongs to a brand that is not shown now. Nothing was changed. Show all brands again to see it.',
} as const
