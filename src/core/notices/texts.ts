/** @file The texts that notices begin with: a brand's own template, with its values set in. */
import { fillNotice, instantIn } from '../../shared/domain/notice-text.ts'
import type { NoticeKind } from '../../shared/domain/notice.ts'
import { templateOf } from '../../shared/domain/notices-setting.ts'
import { Failure } from '../../shared/errors.ts'
import { brandSetting } from '../brands/settings.ts'
import type { Reads } from '../db/database.ts'

export type About = {
  kind: NoticeKind
  title: string
  startsAt: number | null
  endsAt: number | null
}

/** @throws Failure `handle.missing` for one that is not the brand's */
export async function noticeTextOf(
  db: Reads,
  { kind, title, startsAt, endsAt }: About,
  brand: { brandId: string; handleId: string; incidentId: string | null },
): Promise<string> {
  const { brandId, handleId, incidentId } = brand
  const named = await db
    .selectFrom('handles')
    .innerJoin('brands', 'brands.id', 'handles.brand_id')
    .select(['handles.username', 'brands.name'])
    .where('handles.id', '=', handleId)
    .where('brands.id', '=', brandId)
    .executeTakeFirst()
  if (!named) throw new Failure('handle.missing', { handleId })
  const incident =
    incidentId === null
      ? undefined
      : await db
          .selectFrom('incidents')
          .select(['title', 'status_text as status'])
          .where('id', '=', incidentId)
          .where('brand_id', '=', brandId)
          .executeTakeFirst()
  const status = incident && !(await isOut(db, incidentId, incident.status)) ? incident.status : null
  const setting = await brandSetting(db, brandId, 'notices')
  const hours = await brandSetting(db, brandId, 'hours')
  const zone = hours.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const when = (at: number | null): string | null =>
    at === null ? null : instantIn(at, setting.language, zone)
  const text = title === '' ? null : title
  return fillNotice(templateOf(setting, kind), {
    'brand.name': named.name,
    'brand.handle': `@${named.username}`,
    'notice.title': text,
    'notice.starts': when(startsAt),
    'notice.ends': when(endsAt),
    'incident.title': incident?.title ?? text,
    'incident.status': status,
  })
}

/** What is known of an incident is what its notice said last: that is no news. */
async function isOut(db: Reads, incidentId: string | null, status: string): Promise<boolean> {
  const said = await db
    .selectFrom('notices')
    .select('id')
    .where('incident_id', '=', incidentId)
    .where('pinned_text', '=', status)
    .executeTakeFirst()
  return said !== undefined
}
