/** @file Opens a scenario of resources/scenarios as the practice workspace does, and does what agents do in it. */
import { readFileSync } from 'node:fs'
import type { BrandSettingName } from '../../src/shared/domain/brand-settings.ts'
import type { TicketDetail } from '../../src/shared/domain/ticket.ts'
import type { TriageView } from '../../src/shared/domain/triage.ts'
import { must } from '../../src/shared/must.ts'
import { parseScenario } from '../../src/practice/scenario.ts'
import { flow, type Flow } from './harness.ts'

const minute = 60_000

/** One scenario at a time; `play` opens it. */
export function stage() {
  let desk: Flow

  /** Opens a scenario as the practice workspace does, with an agent at the keyboard. */
  async function play(name: string): Promise<void> {
    const lines = readFileSync(new URL(`../../resources/scenarios/${name}.jsonl`, import.meta.url), 'utf8')
    const first = parseScenario(lines)[0]?.line
    const now = first?.type === 'world' ? first.now : undefined
    desk = await flow({
      lines,
      startAt: new Date(must(now, 'a scenario that says when it begins')).getTime(),
    })
    await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  }

  const open = async (username: string): Promise<TicketDetail> =>
    desk.call('ticket.get', { ticketId: await desk.ticketOf(username) })
  const triage = async (username: string): Promise<TriageView> =>
    must((await open(username)).triage, 'a ticket that was looked at')
  const waiting = async (): Promise<string[]> =>
    (await desk.column('needs-reply')).map(({ card }) => card.customer.username).sort()
  const settle = async (username: string, name: BrandSettingName, value: unknown): Promise<void> => {
    const { brand } = await desk.handle(username)
    await desk.call('brand.set', { brandId: brand.id, name, value })
  }
  const posts = async (): Promise<string[]> => (await desk.control.sent()).posts.map(({ text }) => text)

  /** Sends, and waits until X has it. */
  async function answer(
    username: string,
    text: string,
    { channel = 'public', solves = false }: { channel?: 'public' | 'dm'; solves?: boolean } = {},
  ): Promise<void> {
    const { card, routes } = await open(username)
    const targetPostId = channel === 'public' ? routes.public.targetPostId : null
    await desk.call('reply.send', { ticketId: card.ticketId, channel, text, targetPostId, solves })
    for (let second = 0; second < 12; second++) await desk.clock.advance(1_000)
  }

  /** The computer sleeps until then, and reads what came meanwhile. */
  async function sleepUntil(moment: string): Promise<void> {
    desk.clock.jump(new Date(moment).getTime() - minute - desk.clock.now())
    desk.core.power('resume')
    await desk.idle()
    await desk.clock.advance(minute)
  }

  return {
    get desk(): Flow {
      return desk
    },
    play,
    open,
    triage,
    waiting,
    settle,
    posts,
    answer,
    sleepUntil,
  }
}
