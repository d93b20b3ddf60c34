/** @file What a translation of a part of the catalogue must hold: every key of the English one, and no other. */

export type Translated<English extends Record<string, string>> = Readonly<Record<keyof English, string>>
