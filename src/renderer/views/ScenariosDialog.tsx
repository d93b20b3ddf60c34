/** @file Another world to practise in; the one that stands is gone then, as with beginning it anew. */
import { useRef } from 'react'
import { ScenarioName } from '../../shared/domain/scenario.ts'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { Choice } from './Choice.tsx'
import { useConsole } from './console-context.ts'
import styles from './Choice.module.css'

const options = ScenarioName.options.map((id) => ({
  id,
  letter: '',
  label: t(`scenario.${id}`),
  why: t(`scenario.${id}.why`),
}))

export function ScenariosDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const start = useRef<HTMLButtonElement>(null)
  return (
    <Modal title={t('scenario.title')} onClose={onClose} look="wide" first={start}>
      <p className={styles['intro']}>{t('scenario.why')}</p>
      <Choice
        first={start}
        label={t('scenario.title')}
        options={options}
        current={null}
        onChosen={(scenario) => {
          if (scenario === 'drill') return c.session.setState({ overlay: { kind: 'drill' } })
          onClose()
          c.attempt(async () => {
            await c.host.invoke('practice.reset', { scenario })
            c.say(t('said.scenario', { name: t(`scenario.${scenario}`) }))
          })
        }}
      />
    </Modal>
  )
}
