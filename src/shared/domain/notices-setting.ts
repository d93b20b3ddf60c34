/** @file How a brand writes its notices: the setting `notices`, with texts to begin with in four languages. */
import { z } from 'zod'
import { Language } from '../language.ts'
import type { NoticeKind } from './notice.ts'
import { unknownInNotice } from './notice-text.ts'

/** A text of a brand's own; null: that of its language. */
const Template = z
  .string()
  .trim()
  .min(1)
  .max(1_000)
  .refine((text) => unknownInNotice(text).length === 0, 'names a value that there is not')
  .nullable()
  .default(null)

export const NoticesSetting = z.object({
  /** In which it speaks to everybody: of texts that it has not written itself, and of dates. */
  language: Language.default('en'),
  planned: Template,
  outage: Template,
  update: Template,
  'all-clear': Template,
})
export type NoticesSetting = z.infer<typeof NoticesSetting>

const texts: Record<Language, Record<NoticeKind, string>> = {
  en: {
    planned:
      'Planned work: {{notice.title}}. It begins {{notice.starts}}. Some things may not work meanwhile. We tell you here when it is done.',
    outage:
      '{{notice.title}}: we know about it and are working on it. We post what we learn under this post.',
    update: 'Update: {{incident.status|we are still working on it.}}',
    'all-clear':
      '{{notice.title}}: this is over, everything works again. Sorry for the trouble, and thank you for your patience.',
  },
  de: {
    planned:
      'Geplante Arbeiten: {{notice.title}}. Beginn: {{notice.starts}}. Währenddessen kann es zu Einschränkungen kommen. Sobald alles fertig ist, melden wir uns hier.',
    outage:
      '{{notice.title}}: Das Problem ist uns bekannt, wir arbeiten daran. Neuigkeiten posten wir unter diesem Beitrag.',
    update: 'Aktueller Stand: {{incident.status|Wir arbeiten weiter daran.}}',
    'all-clear':
      '{{notice.title}}: Das Problem ist behoben, alles funktioniert wieder. Entschuldigt die Umstände und danke für eure Geduld.',
  },
  es: {
    planned:
      'Trabajos programados: {{notice.title}}. Comienzan el {{notice.starts}}. Mientras tanto, algunas funciones pueden fallar. Avisaremos aquí cuando terminen.',
    outage:
      '{{notice.title}}: estamos al tanto y trabajamos en ello. Publicaremos las novedades debajo de este post.',
    update: 'Actualización: {{incident.status|seguimos trabajando en ello.}}',
    'all-clear':
      '{{notice.title}}: ya está resuelto y todo vuelve a funcionar. Sentimos las molestias y gracias por la paciencia.',
  },
  ja: {
    planned:
      '【作業のお知らせ】{{notice.title}}。開始：{{notice.starts}}。作業中は一部の機能をご利用いただけない場合があります。完了次第、こちらでお知らせします。',
    outage:
      '【お知らせ】{{notice.title}}。現在、原因を調査し対応しております。続報はこの投稿への返信でお知らせします。',
    update: '【続報】{{incident.status|引き続き対応しております。}}',
    'all-clear':
      '【復旧のお知らせ】{{notice.title}}は復旧しました。ご不便をおかけし、申し訳ございませんでした。',
  },
}

/** The text that a language begins with. */
export const plainTemplate = (language: Language, kind: NoticeKind): string => texts[language][kind]

/** What a brand's text of this kind is made from. */
export const templateOf = (setting: NoticesSetting, kind: NoticeKind): string =>
  setting[kind] ?? plainTemplate(setting.language, kind)
