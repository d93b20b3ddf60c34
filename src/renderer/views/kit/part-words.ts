/** @file What the parts of a brand kit are called. */
import type { KitPart } from '../../../shared/domain/kit.ts'
import { isMessage, t } from '../../words.ts'

/** Settings that have a section of their own are called as it is. */
export function partWords(part: KitPart): string {
  const own = `kit.part.${part}`
  if (isMessage(own)) return t(own)
  const section = `settings.section.${part}`
  return isMessage(section) ? t(section) : part
}
