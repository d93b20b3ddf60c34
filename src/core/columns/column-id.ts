/** @file The ids of columns: how one is made, and which column one names. */
import { z } from 'zod'
import {
  OwnColumnKind,
  PostColumnKind,
  SubjectColumnKind,
  TicketColumnKind,
  type NewColumn,
} from '../../shared/domain/deck.ts'
import { OwnId, XId } from '../../shared/ids.ts'

const everyBrand = 'all'

/** The id of a column of tickets, or of posts by or about a brand. @param brandId null: over all brands */
export const columnId = (kind: TicketColumnKind | OwnColumnKind, brandId: string | null): string =>
  `${kind}:${brandId ?? everyBrand}`

export const savedColumnId = (searchId: string): string => `saved:${searchId}`

/** @param place where it stands beside the same column elsewhere; null: where it stands by itself */
export function newColumnId(column: NewColumn, place: string | null): string {
  const id = idOf(column)
  return place === null ? id : `${id}:${place}`
}

function idOf(column: NewColumn): string {
  switch (column.kind) {
    case 'incident':
      return `incident:${column.incidentId}`
    case 'person':
      return `person:${column.xUserId}`
    case 'search':
    case 'list':
      return `${column.kind}:${column.listeningId}`
    default:
      return columnId(column.kind, column.brandId)
  }
}

/** What stands in the column that an id names, wherever it is placed. */
export const ColumnId = z
  .string()
  .transform((id) => {
    const [kind, what, place, ...more] = id.split(':')
    return more.length > 0 || (place !== undefined && !OwnId.safeParse(place).success) ? [] : [kind, what]
  })
  .pipe(
    z.union([
      z.tuple([TicketColumnKind, z.union([z.literal(everyBrand), OwnId])]).transform(([kind, brand]) => ({
        rows: 'tickets' as const,
        kind,
        brandId: brand === everyBrand ? null : brand,
        subject: null,
      })),
      z.tuple([OwnColumnKind, z.union([z.literal(everyBrand), OwnId])]).transform(([kind, brand]) => ({
        rows: 'own' as const,
        kind,
        brandId: brand === everyBrand ? null : brand,
      })),
      z.tuple([SubjectColumnKind, z.union([OwnId, XId])]).transform(([kind, subject]) => ({
        rows: 'tickets' as const,
        kind,
        brandId: null,
        subject,
      })),
      z
        .tuple([z.literal('saved'), OwnId])
        .transform(([kind, searchId]) => ({ rows: 'saved' as const, kind, searchId })),
      z
        .tuple([PostColumnKind, OwnId])
        .transform(([kind, listeningId]) => ({ rows: 'posts' as const, kind, listeningId })),
    ]),
  )
export type ColumnId = z.infer<typeof ColumnId>
