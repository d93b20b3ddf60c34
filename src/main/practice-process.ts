/**
 * @file The practice X as a child of main: started with its world, asked to keep it at the end. It is a server on this
 * machine that knows nothing of Switchboard; core talks to it as to X.
 */
import { startChild, type ChildOptions, type Exit } from './child.ts'
import { within } from './within.ts'
import { Failure } from '../shared/errors.ts'
import { FromPractice, type PracticeGrants, type ToPractice } from '../shared/practice-protocol.ts'

/** Reading a scenario or a world takes a second or two on a slow machine. */
const startMs = 30_000
const closeMs = 1_500

/** The practice X, listening. */
export type PracticeProcess = {
  origin: string
  grants: PracticeGrants
  /** World time minus machine time, ms. */
  clockOffsetMs: number
  /** Asks it to keep its world and end, and kills it if it has not ended in time. */
  close(): Promise<void>
  exited: Promise<Exit>
}

/** What it needs: `worldFile` is made when missing, from `scenarioFile`. */
export type PracticeOptions = Pick<ChildOptions, 'way' | 'script' | 'env' | 'log'> & {
  worldFile: string
  scenarioFile: string
}

/** @throws Failure `practice.failed` with its reason; nothing is left running then */
export async function startPractice(options: PracticeOptions): Promise<PracticeProcess> {
  const { worldFile, scenarioFile, ...start } = options
  let hear: (message: FromPractice) => void = () => {}
  const first = new Promise<FromPractice>((done) => {
    hear = done
  })
  const child = startChild({
    ...start,
    name: 'Switchboard practice X',
    background: true,
    onMessage(data) {
      const parsed = FromPractice.safeParse(data)
      if (parsed.success) hear(parsed.data)
      else start.log.line('the practice X said something unknown')
    },
  })
  const say = (message: ToPractice): void => child.post(message)
  say({ type: 'start', worldFile, scenarioFile, port: 0 })

  await within(startMs, Promise.race([first, child.exited]))
  const answer = await Promise.race([first, Promise.resolve(null)])
  if (answer?.type !== 'listening') {
    child.expectEnd()
    child.kill()
    await child.exited
    const reason = answer?.type === 'failed' ? answer.message : 'it ended, or said nothing for too long'
    throw new Failure('practice.failed', { reason })
  }
  return {
    origin: new URL(answer.baseUrl).origin,
    grants: answer.grants,
    clockOffsetMs: answer.clockOffsetMs,
    async close() {
      child.expectEnd()
      say({ type: 'close' })
      if (await within(closeMs, child.exited)) return
      start.log.line('the practice X did not close in time: killed')
      child.kill()
      await child.exited
    },
    exited: child.exited,
  }
}
