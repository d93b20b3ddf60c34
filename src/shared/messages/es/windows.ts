/** @file Spanish words of windows beside the main one. */
import type { Translated } from '../translated.ts'
import type { windowMessages as english } from '../en/windows.ts'

export const windowMessages: Translated<typeof english> = {
  'command.window.open-ticket': 'Abrir el ticket en su propia ventana',
  'command.window.open-deck': 'Abrir este tablero en su propia ventana',
  'command.window.close': 'Cerrar esta ventana',
  'elsewhere.line': 'En este ticket se escribe en otra ventana, para que ninguna respuesta salga dos veces.',
  'elsewhere.go': 'Ir allí',
}
