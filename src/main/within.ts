/** @file Waiting with a limit. */

/** @returns whether `work` settled within `ms`; its outcome is its owner's affair */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<false>((done) => {
    timer = setTimeout(() => done(false), ms)
  })
  const settled = work.then(
    () => true,
    () => true,
  )
  const inTime = await Promise.race([settled, limit])
  clearTimeout(timer)
  return inTime
}
