/** @file Which view shows which section of a brand's settings. One line per section. */
import type { ComponentType } from 'react'
import type { SettingsSection } from '../../state/settings-sections.ts'
import { HolidaysSection } from './HolidaysSection.tsx'
import { HoursSection } from './HoursSection.tsx'
import { ElsewhereSection } from './ElsewhereSection.tsx'
import { CloseInPublicSection } from './CloseInPublicSection.tsx'
import { FieldsSection } from './FieldsSection.tsx'
import { HandlesSection } from './HandlesSection.tsx'
import { CsatSection } from './CsatSection.tsx'
import { GuardsSection } from './GuardsSection.tsx'
import { GoLiveSection } from './GoLiveSection.tsx'
import { LifecycleSection } from './LifecycleSection.tsx'
import { MoveToDmSection } from './MoveToDmSection.tsx'
import { NoticesSection } from './NoticesSection.tsx'
import { PlaybooksSection } from './PlaybooksSection.tsx'
import { SignOffSection } from './SignOffSection.tsx'
import { VoiceSection } from './VoiceSection.tsx'
import { TargetsSection } from './TargetsSection.tsx'
import { ApprovalsSection, LexiconSection, PrivateDataSection } from './WordsSection.tsx'
import type { SectionProps } from './use-brand-settings.ts'

export const sectionViews: Readonly<Record<SettingsSection, ComponentType<SectionProps>>> = {
  lifecycle: LifecycleSection,
  signOff: SignOffSection,
  moveToDm: MoveToDmSection,
  closeInPublic: CloseInPublicSection,
  notices: NoticesSection,
  handles: HandlesSection,
  fields: FieldsSection,
  voice: VoiceSection,
  playbooks: PlaybooksSection,
  hours: HoursSection,
  holidays: HolidaysSection,
  targets: TargetsSection,
  guards: GuardsSection,
  lexicon: LexiconSection,
  privateData: PrivateDataSection,
  approvals: ApprovalsSection,
  csat: CsatSection,
  elsewhere: ElsewhereSection,
  goLive: GoLiveSection,
}
