/** @file All that makes a brand, as a file: what it holds, and which parts of it are taken. Shapes and pure rules. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { BrandSettingName, brandSettings } from './brand-settings.ts'
import { MacroDraft } from './macro.ts'

/** What is in a kit beside the brand's settings. */
const others = ['macros', 'listening', 'holds'] as const

/** Settings that say what is, not how it is meant to be: they stay with their brand. */
const staying: ReadonlySet<BrandSettingName> = new Set<BrandSettingName>(['goLive', 'handles'])

/** The settings that a kit holds, by name. */
export const kitSettings = BrandSettingName.options.filter((name) => !staying.has(name))

export const KitPart = z.enum([...BrandSettingName.options, ...others])
export type KitPart = z.infer<typeof KitPart>

export const kitParts: readonly KitPart[] = [...kitSettings, ...others]

const holdMs = z.number().int().min(0).max(60_000)

export const BrandKit = z.strictObject({
  format: z.literal('switchboard.brand-kit'),
  version: z.literal(1),
  /** The brand that it was made from, for people. */
  brand: z.string().max(60),
  settings: z.strictObject(brandSettings).partial().default({}),
  macros: z.array(MacroDraft).max(5_000).optional(),
  listening: z
    .array(
      z.strictObject({
        kind: z.enum(['search', 'list']),
        name: z.string().trim().min(1).max(60),
        query: z.string().trim().min(1).max(512),
      }),
    )
    .max(200)
    .optional(),
  holds: z.strictObject({ publicMs: holdMs, dmMs: holdMs }).optional(),
})
export type BrandKit = z.infer<typeof BrandKit>

/** A part that a kit has, and how many things are in it; null: it is one thing. */
export const KitLine = z.object({ part: KitPart, count: z.number().nullable() })
export type KitLine = z.infer<typeof KitLine>

export const KitPreview = z.object({ brand: z.string(), lines: z.array(KitLine) })
export type KitPreview = z.infer<typeof KitPreview>

/** What taking a kit in did. */
export const KitTaken = z.object({
  brandId: OwnId,
  parts: z.array(KitPart),
  macrosAdded: z.number(),
  macrosReplaced: z.number(),
  /** Macros whose shortcut another macro of the brand has: they came without. */
  shortcutsLeft: z.array(z.string()),
})
export type KitTaken = z.infer<typeof KitTaken>

/** What there is to choose from. */
export function linesOf(kit: BrandKit): KitLine[] {
  return kitParts.flatMap((part): KitLine[] => {
    if (part === 'macros') return kit.macros?.length ? [{ part, count: kit.macros.length }] : []
    if (part === 'listening') return kit.listening?.length ? [{ part, count: kit.listening.length }] : []
    if (part === 'holds') return kit.holds ? [{ part, count: null }] : []
    return kit.settings[part] === undefined ? [] : [{ part, count: null }]
  })
}

/** The same kit with these parts alone. */
export function onlyParts(kit: BrandKit, parts: readonly KitPart[]): BrandKit {
  const { settings, macros, listening, holds, ...head } = kit
  const isIn = (part: KitPart): boolean => parts.includes(part)
  return {
    ...head,
    settings: Object.fromEntries(
      kitSettings
        .filter((name) => isIn(name) && settings[name] !== undefined)
        .map((name) => [name, settings[name]]),
    ),
    ...(macros && isIn('macros') ? { macros } : {}),
    ...(listening && isIn('listening') ? { listening } : {}),
    ...(holds && isIn('holds') ? { holds } : {}),
  }
}
