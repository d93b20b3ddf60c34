/**
 * @file Answers pages as a file for others: Markdown, or one HTML file that finds words by itself and fetches nothing.
 * Pure. Every text of a page is text there, whatever it looks like.
 */
import { createHash } from 'node:crypto'
import type { AnswerPageDraft } from '../../shared/domain/answers.ts'

/** The words around the pages, in the language of whoever exports. */
export type ExportWords = { language: string; search: string; none: string }

export type PagesOf = { brand: string; pages: readonly AnswerPageDraft[]; words: ExportWords }

/** Unique within one file: two pages may have one title. */
const anchorsOf = (pages: readonly AnswerPageDraft[]): string[] => pages.map((_page, n) => `answer-${n + 1}`)

/** Nothing in it is HTML to a reader of Markdown; the beginning of a line stays as it was written. */
const plainMarkdown = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const heading = (text: string): string => plainMarkdown(text).replace(/[\\`*_[\]#]/gu, String.raw`\$&`)

export function asMarkdown({ brand, pages }: PagesOf): string {
  const parts = pages.map(({ title, question, answer }) =>
    [
      `## ${heading(title)}`,
      ...(question === ''
        ? []
        : [
            question
              .split('\n')
              .map((line) => `> ${plainMarkdown(line)}`)
              .join('\n'),
          ]),
      plainMarkdown(answer),
    ].join('\n\n'),
  )
  return `${[`# ${heading(brand)}`, ...parts].join('\n\n')}\n`
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => escapes[sign] ?? sign)

const link = /https:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/gu

/** A line with its addresses as links; nothing else in it means anything. */
function lineAsHtml(line: string): string {
  let html = ''
  let at = 0
  for (const { index, 0: address } of line.matchAll(link)) {
    html += escaped(line.slice(at, index))
    html += `<a href="${escaped(address)}" rel="noopener noreferrer">${escaped(address)}</a>`
    at = index + address.length
  }
  return html + escaped(line.slice(at))
}

const item = /^\s*[-*] +/u

/** Paragraphs, and runs of lines that begin with a hyphen as lists. */
function textAsHtml(text: string): string {
  const blocks = text.split(/\n{2,}/u).map((block) => block.split('\n'))
  return blocks
    .map((lines) =>
      lines.every((line) => item.test(line))
        ? `<ul>${lines.map((line) => `<li>${lineAsHtml(line.replace(item, ''))}</li>`).join('')}</ul>`
        : `<p>${lines.map(lineAsHtml).join('<br>')}</p>`,
    )
    .join('\n')
}

const style = `
:root { color-scheme: light dark; font: 16px/1.55 system-ui, sans-serif; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
input { width: 100%; box-sizing: border-box; padding: .6rem .8rem; font: inherit; border: 1px solid GrayText; border-radius: .4rem; background: Field; color: FieldText; }
nav ul { padding-left: 1.2rem; }
article { margin: 2rem 0; border-top: 1px solid GrayText; }
blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid GrayText; }
`

const script = `
const field = document.getElementById('search')
const none = document.getElementById('none')
const plain = (text) => text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase()
const pages = [...document.querySelectorAll('article')].map((page) => ({
  page,
  entry: document.querySelector('nav a[href="#' + page.id + '"]').parentElement,
  text: plain(page.textContent),
}))
field.addEventListener('input', () => {
  const words = plain(field.value).split(/\\s+/u).filter((word) => word !== '')
  let found = 0
  for (const { page, entry, text } of pages) {
    const fits = words.every((word) => text.includes(word))
    page.hidden = entry.hidden = !fits
    if (fits) found += 1
  }
  none.hidden = found > 0
})
`

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** One file: it needs no other, and its policy lets it have none. */
export function asHtml({ brand, pages, words }: PagesOf): string {
  const anchors = anchorsOf(pages)
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`
  const entries = pages.map(({ title }, n) => `<li><a href="#${anchors[n]}">${escaped(title)}</a></li>`)
  const articles = pages.map(({ title, question, answer }, n) =>
    [
      `<article id="${anchors[n]}">`,
      `<h2>${escaped(title)}</h2>`,
      ...(question === '' ? [] : [`<blockquote>${textAsHtml(question)}</blockquote>`]),
      textAsHtml(answer),
      '</article>',
    ].join('\n'),
  )
  return `<!doctype html>
<html lang="${escaped(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${escaped(brand)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(brand)}</h1>
<label for="search">${escaped(words.search)}</label>
<input id="search" type="search" autocomplete="off">
<p id="none" role="status" hidden>${escaped(words.none)}</p>
<nav><ul>
${entries.join('\n')}
</ul></nav>
<main>
${articles.join('\n')}
</main>
<script>${script}</script>
</body>
</html>
`
}
