/** @file Which parts of a kit are wanted. */
import type { KitLine, KitPart } from '../../../shared/domain/kit.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { partWords } from './part-words.ts'
import form from '../../ui/Form.module.css'
import styles from './Kit.module.css'

type Props = {
  lines: readonly KitLine[]
  chosen: readonly KitPart[]
  onChosen: (parts: readonly KitPart[]) => void
}

export function PartChoice({ lines, chosen, onChosen }: Props) {
  const toggle = (part: KitPart, isOn: boolean) =>
    onChosen(isOn ? [...chosen, part] : chosen.filter((one) => one !== part))
  return (
    <fieldset className={form['choices']}>
      <legend className={styles['legend']}>
        {t('kit.parts')}
        <Button look="quiet" onClick={() => onChosen(lines.map((line) => line.part))}>
          {t('kit.parts.all')}
        </Button>
        <Button look="quiet" onClick={() => onChosen([])}>
          {t('kit.parts.none')}
        </Button>
      </legend>
      <div className={styles['parts']}>
        {lines.map(({ part, count }) => (
          <label key={part} className={form['radio']}>
            <input
              type="checkbox"
              checked={chosen.includes(part)}
              onChange={(event) => toggle(part, event.target.checked)}
            />
            {count === null ? partWords(part) : t('kit.part.count', { part: partWords(part), count })}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
