/** @file Commands on status notices, and what their screen does. */
import type { NoticePost, NoticeView } from '../../shared/domain/notice.ts'
import type { Console } from '../state/console.ts'
import { t } from '../words.ts'
import { brandInView } from './post.ts'
import type { Runtime } from './runtime.ts'

/** Opens a post of a notice on X, and says how it is pinned there: X lets no program do that. */
export async function pinOnX(c: Console, postId: string): Promise<void> {
  await c.call('link.open', { kind: 'post', postId })
  c.say(t('said.notice.pin-on-x'))
}

/** Sets what agents are shown of a notice. */
export async function pin(c: Console, { id, title }: NoticeView, text: string): Promise<void> {
  await c.call('notice.pin', { noticeId: id, text })
  c.say(t('said.notice.pinned', { title }), { undoable: true })
}

/** Says of which incident a notice is; null: of none. */
export async function link(c: Console, { id, title }: NoticeView, incidentId: string | null): Promise<void> {
  await c.call('notice.link', { noticeId: id, incidentId })
  c.say(t('said.notice.linked', { title }), { undoable: true })
}

/** The newest post of a notice that X has. */
export const newestOut = ({ posts }: NoticeView): NoticePost | null =>
  posts.findLast(({ job, postId }) => job.state === 'sent' && postId !== null) ?? null

/** A notice of the brand in view is to be written; over all brands they are chosen first. */
export const writeNotice = (c: Console): void =>
  c.session.setState({
    overlay: { kind: 'notices', ask: { brandId: brandInView(c), incidentId: null, title: '' } },
  })

export const noticeCommands = {
  'notice.show': {
    when: (x) => x.workspaceOpen && !x.beside,
    run: (c) => c.session.setState({ overlay: { kind: 'notices', ask: null } }),
  },
  'notice.write': { when: (x) => x.workspaceOpen && !x.beside, run: writeNotice },
} as const satisfies Record<string, Runtime>
