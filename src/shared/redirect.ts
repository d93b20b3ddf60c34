/** @file The loopback addresses that a sign-in may come back to: X compares them character by character. */

/** Tried in this order; every one of them has to be registered with the X app. */
export const redirectPorts = [47_801, 47_802, 47_803] as const

/** The callback address on one of those ports. */
export const redirectUri = (port: number): string => `http://127.0.0.1:${port}/callback`
