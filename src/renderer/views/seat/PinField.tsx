/** @file Where a PIN is typed: digits alone, never shown. */
import type { Ref } from 'react'
import { Field } from '../../ui/Field.tsx'

export function PinField({
  label,
  value,
  onText,
  field,
}: {
  label: string
  value: string
  onText: (pin: string) => void
  field?: Ref<HTMLInputElement>
}) {
  return (
    <Field
      label={label}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={12}
      value={value}
      {...(field ? { ref: field } : {})}
      onText={(text) => onText(text.replace(/\D/gu, ''))}
    />
  )
}

/** Whether it may be one: four digits or more. */
export const isWholePin = (pin: string): boolean => pin.length >= 4
