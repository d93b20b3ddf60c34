/** @file Must be imported before any schema: zod would otherwise probe for `eval`, which the window's policy forbids. */
import { config } from 'zod'

config({ jitless: true })
