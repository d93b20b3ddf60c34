/** @file Somebody whom a message may name, in a line of the list. */
import type { Mentionable } from '../../../shared/domain/mention.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { t } from '../../words.ts'
import { Name } from '../Runs.tsx'
import styles from './PickList.module.css'

export function MentionEntry({ person }: { person: Mentionable }) {
  return (
    <span className={styles['line']}>
      <Avatar name={person.name} media={person.avatar} />
      <span className={styles['name']}>
        <Name name={person.name} />
      </span>
      <span className={styles['shortcut']}>{t('thread.handle', { username: person.username })}</span>
      <Tag {...(person.reason === 'conversation' ? { tone: 'info' as const } : {})}>
        {t(`mention.${person.reason}`)}
      </Tag>
    </span>
  )
}
