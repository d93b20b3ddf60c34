/**
 * @file One look at one message: everything that triage says of it. The words of six languages and the numbering plans
 * hang on this file, so whoever needs it imports it when there is something to look at.
 */
import { privateDataIn } from '../guards/private-data.ts'
import type { PrivateDataSetting } from '../../shared/domain/guard-settings.ts'
import type { PrivateKind } from '../../shared/domain/guard.ts'
import { classify, type Message, type Verdict } from './classify.ts'
import type { Corrections } from './corrections.ts'
import { languageOf } from './language.ts'
import { withoutAddresses } from './plain.ts'

export type Looked = Verdict & {
  /** The message's own language, as far as it is known. */
  lang: string | null
  privateData: PrivateKind[]
}

/** A direct message has no language of X's: it is guessed. @param settings `privateData` of the brand, else the default */
export function look(
  message: Message,
  settings: { corrections: Corrections; privateData?: PrivateDataSetting },
): Looked {
  const lang = message.lang ?? languageOf(message.text)
  const kinds = privateDataIn(withoutAddresses(message.text), settings.privateData).map(({ kind }) => kind)
  return {
    ...classify({ ...message, lang }, settings.corrections),
    lang,
    privateData: [...new Set(kinds)],
  }
}
