import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../../shared/must.ts'
import { asHtml, asMarkdown } from './export.ts'

const words = { language: 'en', search: 'Search', none: 'Nothing fits' }
const page = (title: string, question: string, answer: string) => ({ title, question, answer, shared: false })

test('Markdown: a heading per page, the question quoted, no HTML', () =>
  expect(
    asMarkdown({ brand: 'A & B', words, pages: [page('# Bags_', 'How\nmany?', 'One.\n- <i>small</i>')] }),
  ).toBe('# A &amp; B\n\n## \\# Bags\\_\n\n> How\n> many?\n\nOne.\n- &lt;i>small&lt;/i>\n'))

test('HTML: lists, addresses as links that fetch nothing, and a policy that knows its own style and script alone', () => {
  const html = asHtml({
    brand: 'North "Air"',
    words,
    pages: [
      page('Bags', '', 'See https://northair.example/bags.\n\n- one\n- two'),
      page('Bags', 'Why?', 'So.'),
    ],
  })
  expect(html).toContain(
    '<a href="https://northair.example/bags" rel="noopener noreferrer">https://northair.example/bags</a>.',
  )
  expect(html).toContain('<ul><li>one</li><li>two</li></ul>')
  expect(html).toContain('<title>North &quot;Air&quot;</title>')
  expect(html).toContain('<article id="answer-2">')
  const policy = must(/Content-Security-Policy" content="([^"]+)"/u.exec(html)?.[1], 'a policy')
  for (const tag of ['style', 'script'] as const) {
    const body = must(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'u').exec(html)?.[1], tag)
    expect(policy).toContain(`${tag}-src 'sha256-${createHash('sha256').update(body).digest('base64')}'`)
  }
  const fetched = html.replace(/<script>[\s\S]*<\/script>/u, '').replace(/<a href="[^"]*"/gu, '')
  expect(fetched).not.toMatch(/\b(?:src|href)=|url\(|@import/u)
})

test('property: whatever a page says is text: no tag and no attribute of its own', () => {
  const piece = fc.constantFrom(
    '<script>',
    '</script>',
    '"',
    "'",
    '&',
    'https://x.example/"onload=',
    '- ',
    '\n',
    '\n\n',
    'a',
    '<img src=x>',
  )
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, text, text, (title, question, answer) => {
      const html = asHtml({ brand: title, words, pages: [page(title, question, answer)] })
      expect(html.match(/<script/giu)).toHaveLength(1)
      expect(html).not.toMatch(/<img|"onload=/iu)
    }),
  )
})
