/** @file A brand as a file: made, looked at, taken in, or copied from another brand. Part of the contract. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { KitPart, KitPreview, KitTaken } from '../domain/kit.ts'

const parts = z.array(KitPart).min(1)
const content = z.string().max(5_000_000)

export const kitContract = {
  /** What the brand has, by part. */
  'kit.parts': { input: z.object({ brandId: OwnId }), output: KitPreview },
  /** The chosen parts as a file's content, with a name for it. */
  'kit.export': {
    input: z.object({ brandId: OwnId, parts }),
    output: z.object({ name: z.string(), content: z.string() }),
  },
  /** What a file holds. @throws `kit.invalid` with what is wrong with it */
  'kit.read': { input: z.object({ content }), output: KitPreview },
  /**
   * Takes the chosen parts in, all or none, as one action. Settings are replaced, macros of the same name and language
   * too; what else the brand has stays. @throws `kit.invalid`, `macro.unknown`
   */
  'kit.import': { input: z.object({ brandId: OwnId, content, parts }), output: KitTaken },
  /** The same from another brand of this workspace. */
  'kit.copy': { input: z.object({ brandId: OwnId, fromBrandId: OwnId, parts }), output: KitTaken },
}
