/** @file The emoji that there are, with their names in a language. Loaded when first asked for; part of the program. */
import type { CompactEmoji } from 'emojibase'
import type { Language } from '../../shared/language.ts'
import type { Emoji } from './emoji.ts'

const names: Record<Language, () => Promise<{ default: CompactEmoji[] }>> = {
  en: () => import('emojibase-data/en/compact.json'),
  de: () => import('emojibase-data/de/compact.json'),
  es: () => import('emojibase-data/es/compact.json'),
  ja: () => import('emojibase-data/ja/compact.json'),
}

/** Skin tones and hair: parts of emoji, not emoji. */
const components = 2

/** A sign that asks for the coloured form, behind one that is coloured anyway: X would count it as two more. */
const needless = /(?<=\p{Emoji_Presentation})\uFE0F$/u

/** What this engine knows: a newer one would be drawn as an empty box. */
const known = new RegExp('^\\p{RGI_Emoji}$', 'v')

const loaded = new Map<Language, Promise<readonly Emoji[]>>()

async function load(language: Language): Promise<readonly Emoji[]> {
  const [all, codes] = await Promise.all([
    names[language](),
    import('emojibase-data/en/shortcodes/github.json'),
  ])
  return all.default
    .filter(({ group }) => group !== undefined && group !== components)
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map(({ unicode, label, tags, hexcode }) => ({
      emoji: unicode.replace(needless, ''),
      label,
      words: tags ?? [],
      codes: [codes.default[hexcode] ?? []].flat(),
    }))
    .filter(({ emoji }) => known.test(emoji))
}

/** All emoji in their usual order, each as X counts it best. Read once for each language. */
export function allEmoji(language: Language): Promise<readonly Emoji[]> {
  const there = loaded.get(language) ?? load(language)
  loaded.set(language, there)
  // What could not be read is read anew when it is asked for next.
  there.catch(() => loaded.delete(language))
  return there
}
