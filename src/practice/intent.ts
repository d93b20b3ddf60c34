/**
 * @file X's own web pages as far as a console opens them: the reply intent and a post's permalink. What is posted here
 * is posted by a person on X's site, so the API's reply rule does not apply.
 */
import type { Answer } from './answer.ts'
import { addPost, hiddenFrom } from './posts.ts'
import { reactToPost } from './reactions.ts'
import { escapeText } from './text.ts'
import type { WorldPost } from './world-data.ts'
import type { World } from './world.ts'

const attribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;')

const page = (status: number, title: string, inner: string): Answer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  },
  body: `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeText(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}textarea{font:inherit;width:100%;min-height:6rem}label{display:block;padding:.2rem 0}blockquote{border-left:3px solid #536471;margin:1rem 0;padding:.2rem 1rem}</style>
</head><body><main><p>Practice X: made-up accounts on this computer.</p><h1>${escapeText(title)}</h1>
${inner}</main></body></html>
`,
})

function shown(world: World, post: WorldPost): string {
  const author = world.users.get(post.authorId)
  return `<blockquote dir="auto"><p><b><bdi>${escapeText(author?.name ?? '')}</bdi></b> @${escapeText(author?.username ?? '')}</p><p>${escapeText(post.text)}</p></blockquote>`
}

const visible = (world: World, id: string | null): WorldPost | undefined => {
  const post = world.posts.get(id ?? '')
  return post && hiddenFrom(world, post, null) === null ? post : undefined
}

function compose(world: World, target: WorldPost, text: string, problem: string): Answer {
  const brands = [...world.users.values()].filter((user) => user.role === 'brand' && !user.suspended)
  const choices = brands
    .map(
      (user) =>
        `<label><input type="radio" name="user" value="${attribute(user.username)}" required> @${escapeText(user.username)}</label>`,
    )
    .join('\n')
  return page(
    problem === '' ? 200 : 400,
    'Reply',
    `${problem === '' ? '' : `<p role="alert">${escapeText(problem)}</p>`}${shown(world, target)}
<form method="post" action="/intent/tweet"><input type="hidden" name="in_reply_to" value="${attribute(target.id)}">
<fieldset><legend>Post as</legend>${choices}</fieldset>
<label>Your reply<textarea name="text" required dir="auto">${escapeText(text)}</textarea></label>
<button type="submit">Post</button></form>`,
  )
}

/** Answers `/intent/tweet` and `/<username>/status/<id>`; null for every other path. */
export function answerIntent(
  world: World,
  method: string,
  url: URL,
  form: () => URLSearchParams,
): Answer | null {
  const permalink = /^\/[A-Za-z0-9_]{1,15}\/status\/(\d{1,19})$/.exec(url.pathname)?.[1]
  if (permalink !== undefined) {
    const post = visible(world, permalink)
    return post ? page(200, 'Post', shown(world, post)) : page(404, 'This post does not exist', '')
  }
  if (url.pathname !== '/intent/tweet') return null
  const params = method === 'POST' ? form() : url.searchParams
  const target = visible(world, params.get('in_reply_to'))
  if (!target) return page(404, 'This post does not exist', '')
  const text = params.get('text') ?? ''
  if (method !== 'POST') return compose(world, target, text, '')
  const author = world.userNamed(params.get('user') ?? '')
  if (!author || author.role !== 'brand' || text.trim() === '')
    return compose(world, target, text, 'Choose an account and write something.')
  const post = addPost(world, { author, text, at: world.now(), replyTo: target })
  reactToPost(world, post)
  return page(200, 'Your post was sent', shown(world, post))
}
