/** @file What a macro does beside its words, said in a few. Pure. */
import type { MacroActions } from '../../../shared/domain/macro.ts'
import { t } from '../../words.ts'

const hoursOfDay = 24

function snoozeWords({ hours, forReply }: NonNullable<MacroActions['snooze']>): string {
  if (hours === null) return t('macro.does.snooze-reply')
  const snooze =
    hours % hoursOfDay === 0
      ? t('macro.does.snooze-days', { days: hours / hoursOfDay })
      : t('macro.does.snooze', { hours })
  return forReply ? t('macro.does.snooze-both', { snooze }) : snooze
}

/** One entry for each thing; none when it only writes. */
export function actionWords({ status, tags, snooze }: MacroActions): string[] {
  return [
    ...(status === null ? [] : [t(`macro.does.${status}`)]),
    ...tags.map((tag) => t('macro.does.tag', { tag })),
    ...(snooze === null ? [] : [snoozeWords(snooze)]),
  ]
}
