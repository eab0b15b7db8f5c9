/** What the invented school teaches: its own texts, in the words of such a school. */
export type Tema = {
  interes: string;
  color: string;
  descripcion: string;
  instructores: readonly string[];
  incluye: string;
  talleres: readonly Plantilla[];
};
export type Plantilla = {
  titulo: string;
  resumen: string;
  /** Whole pesos. */
  precio: number;
  horas: number;
};

const t = (titulo: string, resumen: string, precio: number, horas: number): Plantilla => ({
  titulo,
  resumen,
  precio,
  horas,
});

export const temas: readonly Tema[] = [
  {
    interes: 'Cerámica',
    color: '#b5651d',
    descripcion: 'Gres, modelado a mano y torno.',
    instructores: ['Carolina Aravena', 'Tomás Riquelme'],
    incluye: 'Incluye greda, esmaltes, uso de herramientas y dos quemas en horno eléctrico.',
    talleres: [
      t(
        'Cerámica para principiantes',
        'Modela tu primer juego de tazones con rollos y placas.',
        45_000,
        4,
      ),
      t(
        'Introducción al torno',
        'Centra, abre y levanta la greda: una tarde en el torno.',
        68_000,
        5,
      ),
      t('Esmaltes y engobes', 'Prepara y aplica color sobre piezas bizcochadas.', 52_000, 4),
      t('Maceteros de gres', 'Tres maceteros con plato, resistentes a la intemperie.', 48_000, 4),
      t(
        'Vajilla para tu mesa',
        'Dos jornadas para hacer un juego de platos hondos y bajos.',
        98_000,
        8,
      ),
    ],
  },
  {
    interes: 'Encuadernación',
    color: '#6d4c8d',
    descripcion: 'Cuadernos, cajas y costuras a la vista.',
    instructores: ['Millaray Ponce', 'Andrés Oyarzún'],
    incluye: 'Incluye papeles, hilos encerados, telas y un set de herramientas para usar en clase.',
    talleres: [
      t('Encuadernación copta', 'Cose un cuaderno que se abre en 180 grados.', 38_000, 4),
      t('Cuaderno japonés', 'Cuatro costuras tradicionales en una sola mañana.', 32_000, 3),
      t('Cajas y estuches forrados', 'Cartonaje desde cero, con medidas exactas.', 42_000, 5),
      t('Papeles marmolados', 'Tintas que flotan: haz tus propias guardas.', 35_000, 3),
    ],
  },
  {
    interes: 'Acuarela',
    color: '#2a7fb8',
    descripcion: 'Agua, pigmento y observación.',
    instructores: ['Josefa Lillo', 'Paulina Donoso'],
    incluye: 'Incluye papel de algodón, pinceles y acuarelas de estudio para usar en clase.',
    talleres: [
      t('Acuarela botánica', 'Observa y pinta flores nativas, paso a paso.', 36_000, 4),
      t('Acuarela desde cero', 'Aguadas, veladuras y mezcla de color sin miedo.', 30_000, 3),
      t('Paisajes de la costa', 'Cerros, mar y neblina en tres ejercicios.', 34_000, 4),
      t('Cuaderno de viaje', 'Dibujo rápido y color para llevar en el bolso.', 28_000, 3),
      t('Aves de Chile en acuarela', 'Del chincol al martín pescador: plumas y gestos.', 38_000, 4),
    ],
  },
  {
    interes: 'Panadería',
    color: '#c9822b',
    descripcion: 'Masa madre, pan chileno y masas dulces.',
    instructores: ['Rodrigo Cárdenas', 'Elena Barría'],
    incluye: 'Incluye ingredientes, delantal prestado y todo lo que hornees para llevar a casa.',
    talleres: [
      t('Pan de masa madre', 'Del cultivo a la corteza: un pan de campo por persona.', 42_000, 5),
      t('Marraquetas y hallullas', 'El pan de todos los días, hecho por ti.', 30_000, 4),
      t('Masas de hojaldre', 'Croissants y palmeras con mantequilla de verdad.', 48_000, 5),
      t('Pan de Pascua', 'Fruta macerada, especias y el secreto de la humedad.', 34_000, 4),
      t('Empanadas de horno', 'Pino, repulgue y masa que no se abre.', 33_000, 4),
    ],
  },
  {
    interes: 'Tejido',
    color: '#a03c6e',
    descripcion: 'Palillos, crochet y telar.',
    instructores: ['Rosa Huenchumán', 'Ximena Sáez'],
    incluye: 'Incluye lana natural de Chiloé y palillos o telar para usar durante el taller.',
    talleres: [
      t('Telar mapuche', 'Monta el witral y teje una faja con su historia.', 58_000, 6),
      t('Crochet para empezar', 'Puntos básicos y un bolso de malla terminado.', 26_000, 3),
      t(
        'Teñido natural de lanas',
        'Cáscara de cebolla, maqui y nalca: color de la huerta.',
        40_000,
        4,
      ),
      t('Gorro a dos agujas', 'Un gorro completo en una tarde, con lectura de patrón.', 28_000, 4),
    ],
  },
  {
    interes: 'Huerto urbano',
    color: '#4b8b3b',
    descripcion: 'Cultivar en balcones y patios chicos.',
    instructores: ['Ignacio Catrileo', 'Marcela Tapia'],
    incluye: 'Incluye sustrato, almácigos de temporada y una guía de siembra para la zona central.',
    talleres: [
      t('Huerto en balcón', 'Diseña y planta un huerto que sí cabe en tu departamento.', 29_000, 3),
      t('Compost y lombrices', 'Arma tu vermicompostera y llévatela funcionando.', 35_000, 3),
      t(
        'Hierbas medicinales',
        'Matico, melisa y toronjil: cultivo y usos de la tradición.',
        27_000,
        3,
      ),
      t('Suculentas y kokedamas', 'Propaga, trasplanta y arma tu kokedama.', 25_000, 3),
    ],
  },
  {
    interes: 'Cosmética natural',
    color: '#5aa58c',
    descripcion: 'Cremas, bálsamos y champús hechos en casa.',
    instructores: ['Natalia Venegas', 'Bárbara Poblete'],
    incluye:
      'Incluye materias primas, envases y recetario impreso. Te llevas todo lo que prepares.',
    talleres: [
      t('Cremas y bálsamos', 'Emulsiones simples con aceites de rosa mosqueta y palta.', 34_000, 3),
      t('Champú sólido', 'Formula y moldea tres barras según tu tipo de pelo.', 32_000, 3),
      t('Bruma y tónico facial', 'Hidrolatos y conservantes suaves, sin misterio.', 28_000, 3),
      t('Aromaterapia en casa', 'Mezclas seguras para difusor y masaje.', 25_000, 2),
    ],
  },
  {
    interes: 'Fotografía',
    color: '#3d4f6b',
    descripcion: 'Mirar mejor, con cámara o teléfono.',
    instructores: ['Cristóbal Yáñez', 'Daniela Mansilla'],
    incluye: 'Incluye revisión de tus fotos y una guía digital. Trae tu cámara o tu teléfono.',
    talleres: [
      t(
        'Fotografía con el celular',
        'Luz, encuadre y edición con lo que llevas en el bolsillo.',
        25_000,
        3,
      ),
      t('Fotografía de producto', 'Vende mejor lo que haces: fondo, luz y detalle.', 45_000, 4),
      t('Cianotipia', 'Copias azules al sol, como en 1842.', 38_000, 4),
      t('Retrato con luz natural', 'Una ventana, una persona y muchas posibilidades.', 48_000, 4),
    ],
  },
  {
    interes: 'Carpintería',
    color: '#8a5a33',
    descripcion: 'Herramientas de mano y primeros muebles.',
    instructores: ['Patricio Villarroel', 'Francisca Ulloa'],
    incluye: 'Incluye madera, herrajes, lentes y guantes. Grupos chicos por seguridad.',
    talleres: [
      t('Carpintería básica', 'Mide, corta y une: un piso bajo de pino hecho por ti.', 75_000, 6),
      t(
        'Tallado de cucharas',
        'Raulí, gubia y paciencia: una cuchara para toda la vida.',
        45_000,
        4,
      ),
      t('Repisas y encajes', 'Ensambles a mano sin un solo tornillo a la vista.', 82_000, 7),
      t('Restaura tu silla', 'Trae una silla vieja y déjala firme y bonita.', 120_000, 8),
    ],
  },
  {
    interes: 'Velas y jabones',
    color: '#d0a33a',
    descripcion: 'Cera de soya y saponificación en frío.',
    instructores: ['Karina Zúñiga', 'Consuelo Bustos'],
    incluye: 'Incluye ceras, esencias, moldes y envases. Sales con cuatro piezas terminadas.',
    talleres: [
      t('Velas de soya', 'Mechas, temperaturas y aromas que duran.', 30_000, 3),
      t('Jabones en frío', 'Saponificación segura con aceite de oliva chileno.', 34_000, 4),
      t('Velas botánicas', 'Flores prensadas y cera: velas para regalar.', 32_000, 3),
    ],
  },
  {
    interes: 'Bordado',
    color: '#c2485a',
    descripcion: 'Puntadas para ropa, cuadros y regalos.',
    instructores: ['Gloria Painemal', 'Antonia Vergara'],
    incluye: 'Incluye bastidor, lino, hilos y muestrario de puntos para seguir en casa.',
    talleres: [
      t('Bordado para principiantes', 'Doce puntadas y un bastidor listo para colgar.', 26_000, 3),
      t('Arpilleras', 'Contar una historia con retazos, como en Isla Negra.', 32_000, 4),
      t('Bordado sobre ropa', 'Interviene esa chaqueta que ya no usas.', 28_000, 3),
      t('Sashiko y remiendo visible', 'Reparar con gracia: la costura que se muestra.', 30_000, 3),
    ],
  },
  {
    interes: 'Serigrafía',
    color: '#37474f',
    descripcion: 'Imprimir sobre papel y tela.',
    instructores: ['Felipe Arancibia', 'Camila Ñancupil'],
    incluye: 'Incluye bastidor emulsionado, tintas al agua y soportes para imprimir.',
    talleres: [
      t('Serigrafía en papel', 'Tu afiche a dos colores, con veinte copias.', 46_000, 5),
      t('Poleras y bolsas', 'Emulsiona, registra y estampa sobre tela.', 50_000, 5),
      t('Linograbado', 'Talla, entinta e imprime una pequeña edición.', 36_000, 4),
      t('Estampado textil con sellos', 'Diseña un patrón y llévate dos metros de tela.', 42_000, 4),
    ],
  },
];

/** The free encounters, with the interest they belong to. */
export const gratuitos: readonly (Plantilla & { interes: string })[] = [
  {
    ...t('Intercambio de semillas', 'Trae las tuyas, llévate otras y conversa.', 0, 2),
    interes: 'Huerto urbano',
  },
  {
    ...t('Tarde de tejido abierto', 'Ven con tu proyecto: tejemos, mateamos y aprendemos.', 0, 3),
    interes: 'Tejido',
  },
  {
    ...t('Charla: vivir de un oficio', 'Tres artesanas cuentan cómo partieron.', 0, 2),
    interes: 'Cerámica',
  },
];

export function descripcionDe(plantilla: Plantilla, tema: Tema, enVivo: boolean): string {
  const cierre = enVivo
    ? 'La clase es en vivo por videollamada: te enviamos el enlace y la lista de materiales al inscribirte, y la grabación queda disponible por dos semanas.'
    : `${tema.incluye} No necesitas experiencia previa, solo ganas y ropa cómoda.`;
  return [
    plantilla.resumen,
    `Son ${plantilla.horas} horas en un grupo pequeño, con una pausa para el té a la mitad. Vas a tu ritmo y la persona que guía revisa tu trabajo de cerca.`,
    cierre,
    plantilla.precio === 0
      ? 'La entrada es gratuita, pero los cupos son limitados: si no puedes venir, avísanos para darle tu lugar a otra persona.'
      : 'Puedes reservar con un abono y pagar el resto hasta el día del taller.',
  ].join('\n\n');
}
