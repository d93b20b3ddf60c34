/** @file The part of X's search language that the practice X speaks, as a predicate over posts. */
import type { WorldPost } from './world-data.ts'
import type { World } from './world.ts'

export type Matches = (world: World, post: WorldPost) => boolean

type Lexeme = { kind: 'open' | 'close' | 'or' | 'not' } | { kind: 'term'; text: string; quoted: boolean }

function lexemesOf(query: string): Lexeme[] | string {
  const lexemes: Lexeme[] = []
  const pattern = /\s*(?:(\()|(\))|(-)(?=\S)|"([^"]*)"|([^\s()"]+(?:"[^"]*")?))/gy
  let at = 0
  while (query.slice(at).trim() !== '') {
    pattern.lastIndex = at
    const match = pattern.exec(query)
    if (!match)
      return `There were errors processing your request: missing closing quote or unexpected character (at position ${at + 1})`
    at = pattern.lastIndex
    const [, open, close, not, quoted, word] = match
    if (open) lexemes.push({ kind: 'open' })
    else if (close) lexemes.push({ kind: 'close' })
    else if (not) lexemes.push({ kind: 'not' })
    else if (quoted !== undefined) lexemes.push({ kind: 'term', text: quoted, quoted: true })
    else if (word === 'OR') lexemes.push({ kind: 'or' })
    else if (word !== undefined) lexemes.push({ kind: 'term', text: word, quoted: false })
  }
  return lexemes
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []

function phrase(text: string): Matches {
  const wanted = wordsOf(text)
  const spaceless = /[\u3040-\u30ff\u4e00-\u9fff]/.test(text)
  return (_world, post) => {
    if (post.repostOf !== null || wanted.length === 0) return false
    if (spaceless) return post.text.includes(text)
    const words = wordsOf(post.text)
    return words.some((_, at) => wanted.every((word, offset) => words[at + offset] === word))
  }
}

const authoredBy = (world: World, userId: string, name: string): boolean =>
  userId === name || world.userNamed(name)?.id === userId

const operators: Record<string, (value: string) => Matches | null> = {
  from: (name) => (world, post) => authoredBy(world, post.authorId, name),
  to: (name) => (world, post) => {
    const parent = post.replyTo === null ? undefined : world.posts.get(post.replyTo)
    return parent !== undefined && authoredBy(world, parent.authorId, name)
  },
  conversation_id: (id) => (_world, post) => post.conversationId === id,
  in_reply_to_tweet_id: (id) => (_world, post) => post.replyTo === id,
  quotes_of_tweet_id: (id) => (_world, post) => post.quoteOf === id,
  lang: (lang) => (_world, post) => post.lang === lang,
  url: (part) => (_world, post) =>
    post.links.some((link) => link.expanded.includes(part.replaceAll('"', ''))),
  is: (what) =>
    what === 'reply'
      ? (_world, post) => post.replyTo !== null
      : what === 'retweet'
        ? (_world, post) => post.repostOf !== null
        : what === 'quote'
          ? (_world, post) => post.quoteOf !== null
          : null,
  has: (what) =>
    what === 'links'
      ? (_world, post) => post.links.length > 0
      : what === 'media'
        ? (_world, post) => post.mediaIds.length > 0
        : what === 'mentions'
          ? (_world, post) => post.named.length > 0
          : null,
}

function term(text: string, quoted: boolean): Matches | string {
  if (quoted) return phrase(text)
  if (text.startsWith('@'))
    return (world, post) => post.repostOf === null && post.named.includes(world.userNamed(text)?.id ?? '')
  if (text.startsWith('#')) {
    const tag = text.toLowerCase()
    return (_world, post) =>
      [...post.text.toLowerCase().matchAll(/#[\p{L}\p{N}_]+/gu)].some(([found]) => found === tag)
  }
  const colon = text.indexOf(':')
  if (colon <= 0) return phrase(text)
  const operator = operators[text.slice(0, colon)]
  const made = operator?.(text.slice(colon + 1).replace(/^@/, ''))
  return made ?? `There were errors processing your request: Reference to invalid operator '${text}'`
}

/** Reads a query; a string is X's complaint about it. AND binds tighter than OR, as with X. */
export function parseQuery(query: string): Matches | string {
  const lexemes = lexemesOf(query)
  return typeof lexemes === 'string' ? lexemes : parse(lexemes)
}

function parse(lexemes: readonly Lexeme[]): Matches | string {
  let at = 0
  const wrong = () =>
    `There were errors processing your request: no viable alternative (at position ${at + 1})`

  function either(): Matches | string {
    const sides: Matches[] = []
    for (;;) {
      const side = both()
      if (typeof side === 'string') return side
      sides.push(side)
      if (lexemes[at]?.kind !== 'or') break
      at++
    }
    return (world, post) => sides.some((side) => side(world, post))
  }

  function both(): Matches | string {
    const parts: Matches[] = []
    for (;;) {
      const next = lexemes[at]
      if (!next || next.kind === 'or' || next.kind === 'close') break
      const part = one(next)
      if (typeof part === 'string') return part
      parts.push(part)
    }
    return parts.length === 0 ? wrong() : (world, post) => parts.every((part) => part(world, post))
  }

  function one(lexeme: Lexeme): Matches | string {
    at++
    if (lexeme.kind === 'term') return term(lexeme.text, lexeme.quoted)
    if (lexeme.kind === 'not') {
      const after = lexemes[at]
      const inner = after ? one(after) : wrong()
      return typeof inner === 'string' ? inner : (world, post) => !inner(world, post)
    }
    if (lexeme.kind !== 'open') return wrong()
    const inner = either()
    if (lexemes[at]?.kind !== 'close') return wrong()
    at++
    return inner
  }

  const matches = either()
  return typeof matches !== 'string' && at < lexemes.length ? wrong() : matches
}
