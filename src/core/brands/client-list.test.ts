/** @file Whatever is pasted, every line gets one answer; every shape of a line gives back what was written into it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Username } from '../../shared/ids.ts'
import { longestName } from '../../shared/domain/client-list.ts'
import { readClientList, reserved } from './client-list.ts'

const one = (line: string) => readClientList(line)[0]
const read = (line: string) => one(line)?.read ?? one(line)?.problem

describe('a line of the list', () => {
  it.each([
    ['@northwindair', 'northwindair', 'northwindair', ['northwindair']],
    ['northwindair', 'northwindair', 'northwindair', ['northwindair']],
    ['  3. @northwindair.', 'northwindair', 'northwindair', ['northwindair']],
    ['https://x.com/NorthwindAir', 'NorthwindAir', 'NorthwindAir', ['NorthwindAir']],
    ['twitter.com/northwindair/status/12?s=20', 'northwindair', 'northwindair', ['northwindair']],
    ['Northwind Group, @northwindair', 'Northwind Group', 'Northwind Group', ['northwindair']],
    ['Northwind Group, Northwind Air, @northwindair', 'Northwind Group', 'Northwind Air', ['northwindair']],
    ['Northwind Group\tNorthwind Air\t@northwindair', 'Northwind Group', 'Northwind Air', ['northwindair']],
    ['@northwindair\tNorthwind Group', 'Northwind Group', 'Northwind Group', ['northwindair']],
    ['Kettle & Co: @kettleandco @kettlehelp', 'Kettle & Co', 'Kettle & Co', ['kettleandco', 'kettlehelp']],
    ['Kettle & Co – @kettleandco', 'Kettle & Co', 'Kettle & Co', ['kettleandco']],
    ['Kettle (@kettleandco)', 'Kettle', 'Kettle', ['kettleandco']],
    ['"Kettle, Ltd", @kettleandco', 'Kettle, Ltd', 'Kettle, Ltd', ['kettleandco']],
    ['Kettle, Ltd\t\t@a, @b', 'Kettle, Ltd', 'Kettle, Ltd', ['a', 'b']],
    [
      'Kettle; kettle@mail.example; https://kettle.example; @kettleandco',
      'Kettle',
      'Kettle',
      ['kettleandco'],
    ],
    ['Booking.com: https://x.com/bookingcom', 'Booking.com', 'Booking.com', ['bookingcom']],
    ['東京メトロ、＠tokyometro', '東京メトロ', '東京メトロ', ['tokyometro']],
    ['\uFEFF@bom', 'bom', 'bom', ['bom']],
  ])('%j is read', (line, client, brand, handles) => {
    expect(read(line)).toEqual({ client, brand, handles })
  })

  it.each([
    ['Northwind Group', { kind: 'no-handle' }],
    ['Client\tBrand\tHandle', { kind: 'no-handle' }],
    ['https://kettle.example', { kind: 'no-handle' }],
    ['kettle-and-co', { kind: 'bad-handle', handle: 'kettle-and-co' }],
    ['Kettle, @kettle-and-co', { kind: 'bad-handle', handle: '@kettle-and-co' }],
    ['Kettle, @a_name_that_is_too_long', { kind: 'bad-handle', handle: '@a_name_that_is_too_long' }],
    ['https://x.com/home', { kind: 'bad-handle', handle: 'https://x.com/home' }],
    ['Kettle @kettle for tea', { kind: 'unclear' }],
    ['Kettle, Tea, London, @kettle', { kind: 'unclear' }],
    [`${'k'.repeat(longestName + 1)}, @kettle`, { kind: 'name-too-long' }],
    ['Kettle: @tea @TEA', { kind: 'twice', handle: 'TEA', line: 1 }],
  ])('%j is told', (line, problem) => {
    expect(read(line)).toEqual(problem)
  })

  it('tells where a handle stood before, and counts empty lines', () => {
    expect(readClientList('@a\r\n\r\n \nB, @A\nC, @c')).toMatchObject([
      { line: 1, problem: null },
      { line: 4, problem: { kind: 'twice', handle: 'A', line: 1 } },
      { line: 5, problem: null },
    ])
  })
})

const username = fc
  .stringMatching(/^[A-Za-z0-9_]{1,15}$/)
  // As an address it leads to a page of X's own.
  .filter((one) => !reserved.has(one.toLowerCase()))
const name = fc
  .stringMatching(/^[\p{L}][\p{L}\p{N}&.' ]{0,38}[\p{L}]$/u)
  .map((text) => text.replace(/ +/g, ' '))
const handles = fc.uniqueArray(username, {
  minLength: 1,
  maxLength: 4,
  selector: (one) => one.toLowerCase(),
})
const at = (all: readonly string[]) => all.map((one) => `@${one}`).join(' ')

describe('any list', () => {
  it('gives back what stands in it, in each shape', () => {
    fc.assert(
      fc.property(name, name, handles, (client, brand, all) => {
        const whole = { client, brand, handles: all }
        expect(read(`${client}\t${brand}\t${at(all)}`)).toEqual(whole)
        expect(read(`${client}, ${brand}, ${at(all)}`)).toEqual(whole)
        const both = { client, brand: client, handles: all }
        expect(read(`${client}: ${at(all)}`)).toEqual(both)
        expect(read(`${client},${at(all)}`)).toEqual(both)
        expect(read(`${client} ${at(all)}`)).toEqual(both)
        expect(read(`"${client}";${all.map((one) => `https://twitter.com/${one}`).join(';')}`)).toEqual(both)
      }),
    )
  })

  it('gives every line one answer, and no handle to two lines', () => {
    const word = fc.oneof(
      fc.constantFrom('@acme', '@Acme', 'acme', 'x.com/ACME'),
      fc.string({ unit: 'grapheme' }),
      username.map((one) => `@${one}`),
      name,
    )
    const line = fc
      .array(word, { maxLength: 5 })
      .chain((words) => fc.constantFrom(',', '\t', ': ', ' ', '; ').map((between) => words.join(between)))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const found = readClientList(lines.join('\n'))
        expect(new Set(found.map((one) => one.line)).size).toBe(found.length)
        const all = found.flatMap((one) => one.read?.handles ?? [])
        expect(new Set(all.map((one) => one.toLowerCase())).size).toBe(all.length)
        for (const { read: fit, problem } of found) {
          expect((fit === null) === (problem !== null)).toBe(true)
          for (const handle of fit?.handles ?? []) expect(Username.safeParse(handle).success).toBe(true)
          for (const one of fit ? [fit.client, fit.brand] : []) {
            expect(one.trim()).toBe(one)
            expect(one.length).toBeGreaterThan(0)
            expect(one.length).toBeLessThanOrEqual(longestName)
          }
        }
      }),
    )
  })
})
