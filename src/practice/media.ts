/** @file Media of the practice world: hanging up a drawn picture, and the bytes behind what is shown. */
import { avatarAt, pictures, type Bytes } from './pictures.ts'
import type { ShownPicture, WorldMedia, WorldUser } from './world-data.ts'
import type { World } from './world.ts'

const foreverMs = 100 * 365 * 86_400_000

/** Hangs drawn pictures on what somebody is about to write. @returns their media ids */
export function hang(
  world: World,
  author: WorldUser,
  shown: readonly ShownPicture[],
  use: 'tweet' | 'dm',
  at: number,
): string[] {
  return shown.map(({ show, alt }) => {
    const picture = pictures[show]
    const media: WorldMedia = {
      id: world.makeId(at + 1 + world.data.media.length),
      ownerId: author.id,
      type: picture.whole.type,
      category: `${use}_${picture.kind}`,
      totalBytes: picture.whole.bytes.length,
      received: picture.whole.bytes.length,
      state: 'ready',
      readyAt: at,
      expiresAt: at + foreverMs,
      shows: show,
      alt,
    }
    world.data.media.push(media)
    return media.id
  })
}

/** The whole picture or film; null for what was uploaded in an earlier run, whose bytes nobody kept. */
export function wholeOf(world: World, mediaId: string): Bytes | null {
  const media = world.data.media.find((one) => one.id === mediaId)
  if (!media) return null
  if (media.shows) return pictures[media.shows].whole
  const chunks = world.mediaBytes.get(mediaId)
  if (!chunks) return null
  // X turns every GIF into a film; this stand-in has one of its own instead.
  if (/gif/.test(media.category)) return pictures.lamps.whole
  return { type: media.type, bytes: Buffer.concat(chunks) }
}

/** The still of a film. */
export function stillOf(world: World, mediaId: string): Bytes | null {
  const media = world.data.media.find((one) => one.id === mediaId)
  if (!media) return null
  return media.shows ? pictures[media.shows].still : pictures.board.still
}

/** What X's hosts for pictures serve: no sign-in, and nothing of direct messages. Null for another path. */
export function servedMedia(world: World, path: string): Bytes | null {
  const avatar = /^\/avatars\/([1-9])_(?:normal|bigger)\.png$/.exec(path)?.[1]
  if (avatar !== undefined) return avatarAt(Number(avatar))
  const [, id = '', part] = /^\/media\/([0-9]{1,19})(\/film\.mp4|\/still\.jpg)?$/.exec(path) ?? []
  const media = world.data.media.find((one) => one.id === id)
  if (!media || media.category.startsWith('dm_')) return null
  return part === '/still.jpg' ? stillOf(world, id) : wholeOf(world, id)
}
