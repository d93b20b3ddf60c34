/** @file Spanish words for a pasted list of clients, and for handles that wait for their sign-in. */
import type { Translated } from '../translated.ts'
import type { clientMessages as english } from '../en/clients.ts'

export const clientMessages: Translated<typeof english> = {
  'command.brand.paste': 'Pegar una lista de empresas',
  'command.brand.connect-next': 'Conectar la siguiente cuenta en espera',
  'paste.title': 'Pegar una lista de empresas',
  'paste.why':
    'Una empresa por línea: una cuenta o su dirección, con nombres delante («Northwind Group, @northwindair», «Kettle: @kettleandco @kettlehelp»), o celdas de una hoja de cálculo (empresa, marca, cuenta). No se le pide nada a X; después se conecta cada cuenta.',
  'paste.field': 'Empresas, una por línea',
  'paste.preview': 'Lo que se creará',
  'paste.line': 'Línea',
  'paste.brand': 'Marca',
  'paste.client': 'Empresa',
  'paste.handles': 'Cuentas',
  'paste.nothing': 'Cada línea aparece aquí en cuanto la pega.',
  'paste.counts':
    '{clients, plural, one {# empresa} many {# de empresas} other {# empresas}}, {handles, plural, one {# cuenta} many {# de cuentas} other {# cuentas}}{problems, plural, =0 {} one {, # línea excluida} many {, # de líneas excluidas} other {, # líneas excluidas}}',
  'paste.joins': 'se suma',
  'paste.joins.why': 'Esta marca ya existe, o está en una línea anterior: las cuentas se suman a ella.',
  'paste.problem.no-handle': 'No hay ninguna cuenta en esta línea. Escríbala con @.',
  'paste.problem.unclear':
    'No está claro qué es un nombre. Escriba «Empresa, @cuenta» o «Empresa, Marca, @cuenta».',
  'paste.problem.name-too-long': 'Un nombre tiene más de {most} caracteres. Acórtelo.',
  'paste.problem.bad-handle': '«{handle}» no es una cuenta: de 1 a 15 letras, cifras o _.',
  'paste.problem.twice': '@{handle} ya está en la línea {line}.',
  'paste.problem.connected': '@{handle} ya está conectada, en {brand}.',
  'paste.problem.expected': '@{handle} ya está en espera, en {brand}.',
  'paste.problem.removed':
    '@{handle} pertenece a {brand}, que se quitó conservando sus datos. «Conectar una cuenta» recupera ambas.',
  'paste.do':
    '{count, plural, =0 {Añadir cuentas} one {Añadir # cuenta} many {Añadir # de cuentas} other {Añadir # cuentas}}',
  'paste.cut':
    'Se leen listas de hasta {most, number} caracteres. El resto se cortó al final de una línea: péguelo como segunda lista.',
  'said.pasted':
    '{brands, plural, one {# marca creada} many {# de marcas creadas} other {# marcas creadas}}, {handles, plural, one {# cuenta} many {# de cuentas} other {# cuentas}} por conectar',
  'expected.title': '{name} aún no está conectada.',
  'expected.state': 'Aún sin conectar',
  'expected.connect': 'Conectar @{username}',
  'expected.drop': 'Quitar de la lista',
  'expected.drop.name': 'Quitar de la lista: @{username}',
  'expected.next': 'Inicie sesión con ella en X: sus menciones y mensajes serán tickets aquí.',
  'expected.left':
    '{count, plural, one {# cuenta más espera} many {# de cuentas más esperan} other {# cuentas más esperan}} su inicio de sesión.',
  'expected.all': 'Todas las cuentas de la lista están conectadas.',
  'said.dropped': '@{username} ya no está en la lista',
  'rail.brand.expected': '{name} ({initials}), aún sin conectar',
  'connect.label.expected': 'Conectar @{username} para {brand}',
  'connect.wait.expected': 'Elija @{username} en X: no se acepta ninguna otra cuenta.',
  'leave.why.none':
    'Ninguna de sus cuentas está conectada: no hay inicio de sesión que revocar. Esto es lo que hay aquí:',
  'event.brand.pasted': 'Lista de empresas añadida',
  'event.brand.handle-dropped': 'Cuenta quitada de la lista',
  'error.brand.unconnected':
    'Ninguna cuenta de {brand} tiene la sesión iniciada, así que aún no puede escuchar nada. No se cambió nada. Conecte una primero, o deje fuera la escucha.',
  'error.connect.other-than-listed':
    'Inició sesión como @{found}, pero {brand} espera a @{expected}. No se conectó nada. Cambie de cuenta en X y empiece de nuevo; si la lista estaba mal, quite @{expected} de ella en «Marcas y cuentas».',
  'error.connect.listed-elsewhere':
    '@{username} está en la lista para {brand}. No se conectó nada. Conéctela allí, o quítela antes de esa lista.',
  'error.connect.was-elsewhere':
    '@{username} estaba conectada en {brand}, que se quitó conservando sus datos. No se conectó nada. «Conectar una cuenta» recupera ambas.',
  'error.connect.not-expected':
    'Esta cuenta ya no está en la lista: se conectó o se quitó. No se cambió nada. Elija otra.',
}
