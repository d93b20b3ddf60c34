/** @file The address of a picture or film: its opaque name, and nothing else. */

export const mediaAddress = (id: string): string => `media:${id}`
