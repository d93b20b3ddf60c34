/** @file The practice workspace's world as its file keeps it: what its X has, and what time it is there, while the app is closed. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WorldData, type WorldPost } from '../../src/practice/world-data.ts'
import { World } from '../../src/practice/world.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { must } from '../../src/shared/must.ts'

const fileOf = (profile: string): string => join(profile, 'workspaces', 'practice', 'world.json')

/** Lets time pass in the practice world while the app is closed. */
export async function movePracticeTime(profile: string, ms: number): Promise<void> {
  const world = WorldData.parse(JSON.parse(await readFile(fileOf(profile), 'utf8')))
  await writeFile(fileOf(profile), JSON.stringify({ ...world, now: world.now + ms }))
}

/** What people of the practice world do while the app is closed. */
export async function changePracticeWorld(profile: string, change: (world: World) => void): Promise<void> {
  const data = WorldData.parse(JSON.parse(await readFile(fileOf(profile), 'utf8')))
  const world = new World(data, systemClock(), () => undefined)
  change(world)
  await writeFile(fileOf(profile), JSON.stringify(world.snapshot()))
  world.close()
}

/** @param profile the app's profile folder */
export async function practiceWorld(
  profile: string,
): Promise<{ posts: WorldPost[]; userIdOf: (username: string) => string }> {
  const { posts, users } = WorldData.parse(JSON.parse(await readFile(fileOf(profile), 'utf8')))
  return {
    posts,
    userIdOf: (username) =>
      must(
        users.find((user) => user.username === username),
        `@${username} in the world`,
      ).id,
  }
}
