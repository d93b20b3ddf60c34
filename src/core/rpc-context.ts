/** @file What a handler knows about its caller. */

/** One window's connection. */
export type CallContext = { connectionId: string }
