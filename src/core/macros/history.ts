/** @file A macro in the lines of the history. Pure. */
import { z } from 'zod'
import { MacroDraft } from '../../shared/domain/macro.ts'

/** What is done to macros of a brand, in the words of the history. */
export const macroEvents = ['macro.saved', 'macro.removed'] as const

/** All that makes a macro, with its keys in one order, so that two can be compared; null: there is none. */
export const macroJson = (macro: MacroDraft | null): string | null =>
  macro === null ? null : JSON.stringify(MacroDraft.parse(macro))

const Line = z.object({
  id: z.string(),
  macro: z
    .string()
    .nullable()
    .transform((json) => (json === null ? null : MacroDraft.parse(JSON.parse(json)))),
})

/** A macro as one side of a line has it; `macro` null: there was none. */
export const macroIn = (text: string): z.infer<typeof Line> => Line.parse(JSON.parse(text))
