/** @file The ticket that is being printed, laid out for paper. It is never on screen: beside it nothing is on the paper. */
import { createPortal } from 'react-dom'
import { useSession } from './console-context.ts'
import styles from './PrintedTicket.module.css'

export function PrintedTicket() {
  const printed = useSession((session) => session.printed)
  if (printed === null) return null
  const { title, about, link, messages } = printed
  return createPortal(
    <article className={styles['paper']} data-paper="">
      <h1 dir="auto">{title}</h1>
      <p>{about}</p>
      <p>{link}</p>
      {messages.map(({ head, lines }, at) => (
        <section key={at}>
          <h2>{head}</h2>
          {lines.map((words, line) => (
            <p key={line} dir="auto">
              {words}
            </p>
          ))}
        </section>
      ))}
    </article>,
    document.body,
  )
}
