/** @file Spanish words of the client-safe screen. */
import type { Translated } from '../translated.ts'
import type { clientSafeMessages as english } from '../en/client-safe.ts'

export const clientSafeMessages: Translated<typeof english> = {
  'command.view.client-safe': 'Mostrar solo una marca, o todas de nuevo',
  'client-safe.title': 'Mostrar solo una marca',
  'client-safe.why':
    'Para llamadas y pantallas compartidas: nada de otra marca aparece en ninguna ventana de este espacio de trabajo ni en las notificaciones hasta que usted lo indique.',
  'client-safe.on': 'Solo {name}',
  'client-safe.on.name':
    'En todas las ventanas de este espacio de trabajo y en las notificaciones solo se muestra {name}. Pulse para volver a mostrar todas las marcas.',
  'said.client-safe': 'Solo se muestra {name}',
  'said.client-safe.off': 'Se muestran de nuevo todas las marcas',
  'error.brand.hidden':
    'Eso pertenece a una marca que ahora no se muestra. No se cambió nada. Muestre de nuevo todas las marcas para verlo.',
}
