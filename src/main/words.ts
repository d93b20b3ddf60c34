/** @file The words of menus, tray, notices and questions, in the language that was chosen. */
import type { Language } from '../shared/language.ts'
import { catalogueOf, type Catalogue } from '../shared/messages/catalogue.ts'
import { en, type MessageKey } from '../shared/messages/en.ts'

let catalogue: Catalogue = en

/** Speaks that language from then on. */
export async function speak(language: Language): Promise<void> {
  catalogue = await catalogueOf(language)
}

/** A message as it stands in the catalogue. */
export const word = (key: MessageKey): string => catalogue[key]
