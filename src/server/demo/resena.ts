import { DAY, HOUR, iso, type Mundo } from './mundo.ts';
import { weighted } from './random.ts';

const estrellas = weighted<number>([
  [5, 62],
  [4, 24],
  [3, 9],
  [2, 3],
  [1, 2],
]);

/** What people write, by their stars. */
const comentarios: Readonly<Record<number, readonly (string | null)[]>> = {
  5: [
    'Salí feliz con mis piezas. Explican con mucha paciencia y el lugar es precioso.',
    'Aprendí muchísimo y se me pasó volando. Ya me inscribí en el siguiente.',
    'El mejor regalo que me he hecho este año. Todo muy bien organizado.',
    'Grupo chico, buenos materiales y un tecito a media mañana. Diez de diez.',
    null,
  ],
  4: [
    'Muy bueno. Me habría gustado una hora más para terminar con calma.',
    'Lindo taller y buena onda. Llegar en micro es lo único difícil.',
    'Súper claro para quienes partimos de cero. Volvería.',
    null,
  ],
  3: [
    'Está bien, aunque éramos muchos y había que esperar por las herramientas.',
    'Entretenido, pero esperaba algo más avanzado.',
  ],
  2: ['Empezó media hora tarde y al final anduvimos apurados.'],
  1: ['No era lo que decía la descripción.'],
};

const respuestas: readonly string[] = [
  '¡Gracias por venir! Guardamos tu pieza favorita en la vitrina.',
  'Qué alegría leerte. Te esperamos en la próxima fecha.',
  'Gracias por contarnos: desde este mes los grupos son de ocho personas.',
];

type Momento = { en: number; hoy: number; usuarioId: string | null };
type De = { tallerId: number | null; cursoId: number | null };

export type ResenaRow = De & {
  clienteId: number;
  estrellas: number;
  comentario: string | null;
  estado: 'PENDIENTE' | 'PUBLICADA' | 'RECHAZADA';
  moderadaEn: string | null;
  moderadaPor: string | null;
  rechazoMotivo: string | null;
  respuesta: string | null;
  respondidaEn: string | null;
  respondidaPor: string | null;
  version: number;
  creadoEn: string;
  actualizadoEn: string;
};

/** A review, moderated unless it came these days; the school answers some. */
export function resenaRow(
  clienteId: number,
  random: Mundo['random'],
  de: De,
  { en, hoy, usuarioId }: Momento,
): ResenaRow {
  const stars = estrellas(random);
  const pendiente = en > hoy - 12 * DAY;
  const rechazada = !pendiente && stars <= 2 && random.chance(0.2);
  const respuesta =
    !pendiente && !rechazada && random.chance(0.25) ? random.pick(respuestas) : null;
  const moderada = Math.min(en + random.int(2, 40) * HOUR, hoy);
  return {
    clienteId,
    ...de,
    estrellas: stars,
    comentario: random.pick(comentarios[stars] ?? [null]),
    estado: pendiente ? 'PENDIENTE' : rechazada ? 'RECHAZADA' : 'PUBLICADA',
    moderadaEn: pendiente ? null : iso(moderada),
    moderadaPor: pendiente ? null : usuarioId,
    rechazoMotivo: rechazada ? 'Habla de otra escuela.' : null,
    respuesta,
    respondidaEn: respuesta ? iso(moderada) : null,
    respondidaPor: respuesta ? usuarioId : null,
    version: pendiente ? 1 : 2,
    creadoEn: iso(en),
    actualizadoEn: iso(pendiente ? en : moderada),
  };
}
