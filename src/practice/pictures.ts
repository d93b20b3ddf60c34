/**
 * @file The pictures and films of the practice world, drawn for it, and who has which face. Bytes only, no I/O;
 * they lie in a JSON file, which Node and the build read alike.
 */
import { z } from 'zod'
import files from './pictures.json' with { type: 'json' }

/** A picture or film with its type. */
export type Bytes = { type: string; bytes: Buffer }

export type Picture = {
  kind: 'image' | 'gif' | 'video'
  whole: Bytes
  still: Bytes | null
  width: number
  height: number
  durationMs: number | null
}

const types = { png: 'image/png', jpg: 'image/jpeg', mp4: 'video/mp4' } as const

const bytesOf = (name: keyof typeof files): Bytes => {
  const ending = z.enum(['png', 'jpg', 'mp4']).parse(name.split('.').at(-1))
  return { type: types[ending], bytes: Buffer.from(files[name], 'base64') }
}

const photo = (name: keyof typeof files, width: number, height: number): Picture => ({
  kind: 'image',
  whole: bytesOf(name),
  still: null,
  width,
  height,
  durationMs: null,
})

/** By the name that scenarios use. */
export const pictures = {
  suitcase: photo('suitcase.jpg', 480, 320),
  router: photo('router.png', 400, 300),
  kettle: photo('kettle.jpg', 360, 360),
  board: {
    kind: 'video',
    whole: bytesOf('board.mp4'),
    still: bytesOf('board.jpg'),
    width: 320,
    height: 180,
    durationMs: 4_000,
  },
  lamps: {
    kind: 'gif',
    whole: bytesOf('lamps.mp4'),
    still: bytesOf('lamps.jpg'),
    width: 400,
    height: 300,
    durationMs: null,
  },
} as const satisfies Record<string, Picture>

export const pictureNames = ['suitcase', 'router', 'kettle', 'board', 'lamps'] as const
export type PictureName = (typeof pictureNames)[number]

const avatars = (
  [
    'avatar-1.png',
    'avatar-2.png',
    'avatar-3.png',
    'avatar-4.png',
    'avatar-5.png',
    'avatar-6.png',
    'avatar-7.png',
    'avatar-8.png',
  ] as const
).map(bytesOf)

/** A face by its number, from 1. */
export const avatarAt = (number: number): Bytes | null => avatars[number - 1] ?? null

/** Which face somebody has; null for the three in eleven who never chose one. */
export function avatarOf(username: string): number | null {
  const place = [...username].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 11
  return place < avatars.length ? place + 1 : null
}
