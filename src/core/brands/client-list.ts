/**
 * @file Reads a pasted list of clients, a line each: a handle alone, names before or beside it, cells of a spreadsheet,
 * or an address of a profile. Pure; nothing is looked up.
 */
import { longestName, type ListedBrand, type ListProblem } from '../../shared/domain/client-list.ts'
import { Username } from '../../shared/ids.ts'

/** A line of the list, as far as it can be read by itself. */
export type ReadLine = { line: number; text: string } & (
  { read: ListedBrand; problem: null } | { read: null; problem: ListProblem }
)

/** Marks that nobody sees, which come along from spreadsheets and pages. */
const unseen = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu
/** Of a list in a document: “- ”, “• ”, “3. ”. */
const bullet = /^\s*(?:[-*•–]|\d{1,3}[.)])\s+/u
/** Between the parts of a line without tabs. A colon in an address is none. */
const separator = /[,;|，、；]|[:：](?=\s|$|[@＠]|https?:)/u
const quoted = /^\s*"((?:[^"]|"")*)"\s*(?=[,;|]|$)/u

const profile = /^(?:https?:\/\/)?(?:www\.|mobile\.)?(?:x|twitter)\.com\/@?([^/?#]*)/iu
/** Where the handles of a part begin. */
const handleStart = /(?:^|(?<=[\s(<["']))(?=[@＠]|(?:https?:\/\/)?(?:www\.|mobile\.)?(?:x|twitter)\.com\/)/iu
const betweenHandles = /[\s,;|&+，、；]+/u
const elsewhere = /^(?:https?:\/\/|www\.)\S+$|^[^\s@]+@[^\s@]+\.[^\s@]+$/iu
/** First parts of X's own addresses that are nobody's handle there: `x.com/i/…`. */
export const reserved: ReadonlySet<string> = new Set(
  'home explore search i intent hashtag settings messages notifications login signup share compose'.split(
    ' ',
  ),
)

const tidy = (name: string): string =>
  name
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:：–—|-]+|[\s:：–—|([<-]+$/gu, '')
    .trim()

/** The parts of a line: cells where there are tabs, else what stands between commas and colons. */
function partsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((cell) => unquoted(cell.trim()))
  const parts: string[] = []
  for (let rest = line; ;) {
    const whole = quoted.exec(rest)
    const end = whole ? null : separator.exec(rest)
    parts.push(whole ? unquoted(whole[0].trim()) : rest.slice(0, end?.index))
    const taken = whole ? whole[0].length + 1 : end ? end.index + end[0].length : rest.length
    rest = rest.slice(taken)
    if (rest.trim() === '') return parts
  }
}

const unquoted = (cell: string): string =>
  /^".*"$/u.test(cell) && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell

/** A word without what stands around it in a sentence. */
const bareOf = (word: string): string => word.replace(/^[(<["']+|[)>\]"'.!?:：]+$/gu, '')

/** What a word names as a handle: its username; null when it is none. */
function usernameIn(word: string): string | null {
  const bare = bareOf(word)
  const address = profile.exec(bare)
  const name = address ? (address[1] ?? '') : bare.replace(/^[@＠]/u, '')
  if (address && reserved.has(name.toLowerCase())) return null
  return Username.safeParse(name).success ? name : null
}

const looksLikeHandle = (word: string): boolean => /^[@＠]/u.test(bareOf(word)) || profile.test(bareOf(word))

type Parts = { names: string[]; handles: string[]; problem: ListProblem | null }

/** Names and handles of one line, apart. */
function sorted(line: string): Parts {
  const found: Parts = { names: [], handles: [], problem: null }
  for (const part of partsOf(line)) {
    const at = handleStart.exec(part)?.index ?? part.length
    const name = tidy(part.slice(0, at))
    if (name !== '' && !elsewhere.test(name)) found.names.push(name)
    for (const word of part.slice(at).split(betweenHandles)) {
      if (/^[^\p{L}\p{N}@＠]*$/u.test(word)) continue
      const username = looksLikeHandle(word) ? usernameIn(word) : null
      if (username !== null) found.handles.push(username)
      else
        found.problem ??= looksLikeHandle(word) ? { kind: 'bad-handle', handle: word } : { kind: 'unclear' }
    }
  }
  return found
}

/** A line without any mark of a handle is one if it is a single word. */
function bareHandle({ names }: Parts): Parts {
  const [only, ...more] = names
  if (only === undefined || more.length > 0 || /\s/u.test(only))
    return { names, handles: [], problem: { kind: 'no-handle' } }
  const username = usernameIn(only)
  return username === null
    ? { names: [], handles: [], problem: { kind: 'bad-handle', handle: only } }
    : { names: [], handles: [username], problem: null }
}

function readLine(text: string): { read: ListedBrand; problem: null } | { read: null; problem: ListProblem } {
  const marked = sorted(text.replace(bullet, ''))
  const isBare = marked.handles.length === 0 && marked.problem === null
  const { names, handles, problem } = isBare ? bareHandle(marked) : marked
  if (problem) return { read: null, problem }
  const [first = handles[0] ?? '', second = first, ...more] = names
  if (more.length > 0) return { read: null, problem: { kind: 'unclear' } }
  if ([first, second].some((name) => name.length > longestName))
    return { read: null, problem: { kind: 'name-too-long' } }
  return { read: { client: first, brand: second, handles }, problem: null }
}

/**
 * One answer for every line that is not empty: for whom it expects which handles, or what is wrong with it. A handle
 * alone gives its name to client and brand; one name is both. A handle that an earlier line has, which stands, is told.
 */
export function readClientList(text: string): ReadLine[] {
  const lineOf = new Map<string, number>()
  return text.split(/\r\n|[\n\r\u2028\u2029]/u).flatMap((raw, at): ReadLine[] => {
    const whole = raw.replace(unseen, '')
    if (/^[\s,;|"]*$/u.test(whole)) return []
    const line = at + 1
    const known = { line, text: whole.trim().slice(0, 200) }
    const { read, problem } = readLine(whole)
    if (read === null) return [{ ...known, read, problem }]
    const keys = read.handles.map((handle) => handle.toLowerCase())
    const again = keys.findIndex((key, index) => lineOf.has(key) || keys.indexOf(key) < index)
    const handle = read.handles[again]
    if (handle !== undefined) {
      const before = lineOf.get(handle.toLowerCase()) ?? line
      return [{ ...known, read: null, problem: { kind: 'twice', handle, line: before } }]
    }
    for (const key of keys) lineOf.set(key, line)
    return [{ ...known, read, problem }]
  })
}
