/** @file When tickets of a brand come back, and when they do not: the setting `lifecycle`. */
import { z } from 'zod'

export const LifecycleSetting = z.object({
  /** A customer who writes within so many days reopens a solved ticket; later their message opens a new one. */
  reopenDays: z.number().int().min(0).max(365).default(7),
})
