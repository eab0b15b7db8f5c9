/** The recorded courses of the invented school. */
export type PlantillaCurso = {
  titulo: string;
  resumen: string;
  interes: string;
  instructor: string;
  /** Whole pesos. */
  precio: number;
  diasAcceso: number | null;
  /** Title and minutes of each lesson; the first is free. */
  lecciones: readonly (readonly [string, number])[];
};

export const cursos: readonly PlantillaCurso[] = [
  {
    titulo: 'Cerámica en casa, sin torno',
    resumen: 'Del bloque de greda a tu primera vajilla, con lo que hay en la cocina.',
    interes: 'Cerámica',
    instructor: 'Carolina Aravena',
    precio: 59_900,
    diasAcceso: null,
    lecciones: [
      ['Qué greda comprar y cómo guardarla', 9],
      ['Amasar sin dejar burbujas', 14],
      ['Un tazón con la técnica del pellizco', 26],
      ['Rollos: levantar un jarrón', 31],
      ['Placas: platos parejos', 28],
      ['Secar sin que se parta', 12],
      ['Esmaltar con pincel', 24],
      ['Dónde quemar tus piezas', 8],
    ],
  },
  {
    titulo: 'Tu primer cuaderno cosido a mano',
    resumen: 'Cuatro costuras, de la más simple a la que se abre por completo.',
    interes: 'Encuadernación',
    instructor: 'Millaray Ponce',
    precio: 34_900,
    diasAcceso: 365,
    lecciones: [
      ['Herramientas: las cinco que necesitas', 7],
      ['Doblar, plegar y perforar', 13],
      ['Costura de libreta', 16],
      ['Costura japonesa', 22],
      ['Costura copta', 29],
      ['Tapas forradas en tela', 25],
    ],
  },
  {
    titulo: 'Acuarela botánica paso a paso',
    resumen: 'Copihues, boldos y quillayes: observar, dibujar y pintar la flora de Chile.',
    interes: 'Acuarela',
    instructor: 'Josefa Lillo',
    precio: 44_900,
    diasAcceso: 180,
    lecciones: [
      ['Papel, pinceles y seis colores', 11],
      ['Cuánta agua es mucha agua', 15],
      ['Verdes que parecen de verdad', 18],
      ['El copihue', 34],
      ['Hojas de boldo con luz y sombra', 27],
      ['Una rama de quillay', 33],
      ['Tu lámina final', 41],
    ],
  },
  {
    titulo: 'Pan de masa madre para la semana',
    resumen: 'Tu masa madre desde cero y tres panes que salen siempre.',
    interes: 'Panadería',
    instructor: 'Rodrigo Salas',
    precio: 29_900,
    diasAcceso: null,
    lecciones: [
      ['Nace tu masa madre', 12],
      ['Alimentarla y guardarla', 9],
      ['La masa: medir en porcentajes', 17],
      ['Hogaza de campo', 35],
      ['Pan de molde', 22],
      ['Focaccia del domingo', 19],
    ],
  },
];

/** What a lesson says under its video, as the editor would leave it. */
export function textoDeLeccion(titulo: string, curso: string): string {
  return (
    `<p>En esta lección de <strong>${curso}</strong> vemos «${titulo.toLowerCase()}».</p>` +
    '<ul><li>Mira el video completo una vez, sin materiales.</li>' +
    '<li>Repítelo con todo sobre la mesa y pausa cuando haga falta.</li>' +
    '<li>Saca una foto de tu resultado: te servirá para comparar.</li></ul>'
  );
}
