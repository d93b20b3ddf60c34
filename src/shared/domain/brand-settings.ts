/**
 * @file What a brand settles for itself, by name: one schema each, which has a default for everything, so that a brand
 * that never said anything has settings too. The subject of a setting owns its schema; here they are only named.
 */
import { z } from 'zod'
import { CloseInPublicSetting } from './close-in-public-setting.ts'
import { CsatSetting } from './csat-setting.ts'
import { HolidaysSetting, HoursSetting, TargetsSetting } from './deadline-settings.ts'
import {
  ApprovalsSetting,
  AllowListSetting,
  GuardsSetting,
  LexiconSetting,
  PrivateDataSetting,
} from './guard-settings.ts'
import { FieldsSetting } from './fields-setting.ts'
import { HandlesSetting } from './handles-setting.ts'
import { GoLiveSetting } from './go-live-setting.ts'
import { LifecycleSetting } from './lifecycle-setting.ts'
import { MoveToDmSetting } from './move-to-dm-setting.ts'
import { NoticesSetting } from './notices-setting.ts'
import { PlaybooksSetting } from './playbooks.ts'
import { SignOffSetting } from './sign-off.ts'
import { VoiceSetting } from './voice.ts'

/** Every setting of a brand. What stands here is shown in the settings, exported and copied with the brand. */
export const brandSettings = {
  lifecycle: LifecycleSetting,
  signOff: SignOffSetting,
  guards: GuardsSetting,
  privateData: PrivateDataSetting,
  lexicon: LexiconSetting,
  allowList: AllowListSetting,
  hours: HoursSetting,
  holidays: HolidaysSetting,
  targets: TargetsSetting,
  moveToDm: MoveToDmSetting,
  closeInPublic: CloseInPublicSetting,
  notices: NoticesSetting,
  handles: HandlesSetting,
  fields: FieldsSetting,
  voice: VoiceSetting,
  playbooks: PlaybooksSetting,
  approvals: ApprovalsSetting,
  csat: CsatSetting,
  goLive: GoLiveSetting,
} as const satisfies Record<string, z.ZodType>

export type BrandSettingName = keyof typeof brandSettings
export type BrandSetting<N extends BrandSettingName> = z.infer<(typeof brandSettings)[N]>

export const BrandSettings = z.object(brandSettings)
export type BrandSettings = z.infer<typeof BrandSettings>

export const BrandSettingName = z.enum(
  // Object.keys forgets which keys they are; the table above has no others.
  Object.keys(brandSettings) as [BrandSettingName, ...BrandSettingName[]],
)
