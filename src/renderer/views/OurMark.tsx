/** @file Who speaks when it is us: the brand's square beside its posts, messages and what is on its way out. */
import type { BrandView } from '../../shared/domain/brand.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { useRows } from './console-context.ts'

/** @param name stands in while the brand is not known any more, after it was removed for one */
export function OurMark({ of, name }: { of: (brand: BrandView) => boolean; name: string }) {
  const brand = useRows((rows) => rows.brands.find(of))
  return brand ? (
    <BrandSquare initials={brand.initials} fill={brand.fill} size="post" />
  ) : (
    <Avatar name={name} media={null} size="post" />
  )
}

/** The brand that has this X account among its handles. */
export const hasHandle =
  (xUserId: string) =>
  (brand: BrandView): boolean =>
    brand.handles.some((handle) => handle.xUserId === xUserId)
