/** @file How a customer takes an answer. Pure: words in, a mood out, the same every time. */

export type Mood = 'good' | 'cold'
export type Heard = {
  /** What the customer calls themselves. */
  customerName: string
  /** What the customer wrote last. */
  asked: string
}

const warmth =
  /\b(sorry|apologi[sz]e|apologies|thank(s| you)|understand|frustrat\w+|hear you|that is not (the|what)|glad|happy to|desculp\w+|lament\w+|pedimos|obrigad\w+|sentimos|disculp\w+|gracias|entendemos|entschuldig\w+|tut uns leid|tut mir leid|danke|verstehe\w*)\b|申し訳|すみません|ごめん|ありがとう|آسف|نعتذر|شكر|סליחה|מצטער/iu
const nextStep =
  /\b(dm|direct message|send us|i(’|')?(ll| will| have)|we(’|')?(ll| will| have| are)|refund\w*|rebook\w*|replace\w*|voucher|courier|engineer|technician|tracked?|trace|opened|booked|checked|until|by (noon|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|within|minutes|hours?|vamos|envi(e|a|amos)|reembolso|técnico|equipa|equipo|wir (haben|werden|schicken|prüfen)|schicken|techniker|erstatt\w+)\b|\d{1,2}[:.h]\d{2}|お送り|確認|手配|سوف|سنقوم|נשלח|נבדוק/iu
const boilerplate =
  /\b(your feedback is important|we value your|please (visit|see|check) our (website|faq|help cent(er|re))|as per (our )?policy|contact customer (service|support)|not our responsibility|nothing we can do|read the (terms|faq))\b/i

/** Words that any two sentences may share. */
const small = new Set(
  'the and you your for are was were not but can any our has had who its this that with from have what when is there they them will que por para uma com não und der die das ist nicht ein eine los las una con del'.split(
    ' ',
  ),
)

/**
 * A good answer has substance (40 characters or more without the leading handles) and at least two of: warmth, a
 * concrete next step, the customer's name, a word of what was asked. Stock phrases make any answer cold.
 */
export function judge(reply: string, heard: Heard): Mood {
  const text = reply.replace(/^(?:@\w+\s+)+/, '').trim()
  const dense = /[\u3040-\u30ff\u4e00-\u9fff]/.test(text)
  if ([...text].length < (dense ? 16 : 40) || boilerplate.test(text)) return 'cold'
  const first = heard.customerName.split(/\s+/)[0]?.toLowerCase() ?? ''
  const named = first.length > 1 && text.toLowerCase().includes(first)
  const words = (from: string) =>
    new Set(
      [...from.toLowerCase().matchAll(/[\p{L}\p{N}]{3,}/gu)]
        .map(([word]) => word)
        .filter((word) => !small.has(word)),
    )
  const asked = words(heard.asked)
  const echoes = [...words(text)].some((word) => asked.has(word))
  const signs = [warmth.test(text), nextStep.test(text), named, echoes].filter(Boolean).length
  return signs >= 2 ? 'good' : 'cold'
}
