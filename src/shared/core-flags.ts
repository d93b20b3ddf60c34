/** @file How the engine that runs core is started. */

/**
 * What core keeps fits into a tenth of this; the rest is room for what it has done with. With gigabytes of room, as a
 * large computer offers them, V8 lets four times as much lie as is in use, before it clears up. MB.
 */
const heapAtMost = 768

export const coreFlags: readonly string[] = [`--max-old-space-size=${heapAtMost}`]
