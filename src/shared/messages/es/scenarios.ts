/** @file Spanish words of the worlds to practise in. */
import type { Translated } from '../translated.ts'
import type { scenarioMessages as english } from '../en/scenarios.ts'

export const scenarioMessages: Translated<typeof english> = {
  'scenario.title': 'Practicar otra cosa',
  'scenario.why':
    'Cada uno es un mundo inventado que empieza ahora. Lo que hizo en el mundo de práctica actual se pierde; el espacio real no se toca.',
  'said.scenario': '«{name}» empieza',

  'scenario.practice': 'Un martes por la mañana',
  'scenario.practice.why': 'cuatro marcas, diecinueve tickets, una avería en el minuto tres',
  'scenario.next-morning': 'La mañana siguiente',
  'scenario.next-morning.why': 'una disculpa, y comprobar que el vuelo de vuelta fue bien',
  'scenario.care-handle': 'Una cuenta de atención junto a la marca',
  'scenario.care-handle.why': 'un solo ticket para quien nombra ambas',
  'scenario.small-team': 'Un equipo pequeño',
  'scenario.small-team.why': 'un día hábil prometido, un viernes por la tarde',
  'scenario.last-resort': 'Un último recurso',
  'scenario.last-resort.why': 'llamó cuatro veces, y un millón de personas escucha',
  'scenario.regulated': 'Un banco',
  'scenario.regulated.why': 'lo secreto en privado, el final en público',
  'scenario.handed-to-phone': 'Derivado al teléfono',
  'scenario.handed-to-phone.why': 'con el horario indicado: un resultado, no silencio',
  'scenario.told-by-customers': 'Una avería, contada por clientes',
  'scenario.told-by-customers.why': 'una incidencia, una respuesta a cada uno, un aviso de fin',
  'scenario.beyond-mentions': 'Más allá de las menciones',
  'scenario.beyond-mentions.why': 'cientos al día, la mayoría sin la cuenta',
  'scenario.twenty-handles': 'Veinte cuentas',
  'scenario.twenty-handles.why': 'una marca, por público e idioma',
  'scenario.delay-notices': 'Retrasos en la línea',
  'scenario.delay-notices.why': 'primero el comunicado, luego las preguntas debajo',
  'scenario.usual-mix': 'La mezcla de siempre',
  'scenario.usual-mix.why': '48 preguntas, 10 deseos, 33 quejas, 9 simples enfados',
  'scenario.human-voice': 'Una voz propia',
  'scenario.human-voice.why': 'palabras que la marca nunca dice',
  'scenario.drill': 'Ejercicio',
  'scenario.drill.why': 'cincuenta tickets contra el reloj',
}
