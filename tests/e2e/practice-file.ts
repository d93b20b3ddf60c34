/** @file The practice workspace's world as its file keeps it: what its X has, read after the app was closed. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WorldData, type WorldPost } from '../../src/practice/world-data.ts'
import { must } from '../../src/shared/must.ts'

/** @param profile the app's profile folder */
export async function practiceWorld(
  profile: string,
): Promise<{ posts: WorldPost[]; userIdOf: (username: string) => string }> {
  const file = join(profile, 'workspaces', 'practice', 'world.json')
  const { posts, users } = WorldData.parse(JSON.parse(await readFile(file, 'utf8')))
  return {
    posts,
    userIdOf: (username) =>
      must(
        users.find((user) => user.username === username),
        `@${username} in the world`,
      ).id,
  }
}
