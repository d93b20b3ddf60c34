/** @file The sections of a brand's settings, in their order; each has its view in `views/brand-settings/sections.ts`. */
export const settingsSections = [
  'lifecycle',
  'signOff',
  'moveToDm',
  'closeInPublic',
  'notices',
  'handles',
  'fields',
  'voice',
  'playbooks',
  'hours',
  'holidays',
  'targets',
  'guards',
  'lexicon',
  'privateData',
  'approvals',
  'csat',
  'elsewhere',
  'goLive',
] as const
export type SettingsSection = (typeof settingsSections)[number]
