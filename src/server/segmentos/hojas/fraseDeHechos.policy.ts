import type { Hoja } from '#contract/condicion.ts';
import {
  type Nombres,
  nombrados,
  tellCuando,
  tellPesos,
  tellVeces,
  unidos,
  words,
} from './palabras.policy.ts';

type De<C extends Hoja['campo']> = Extract<Hoja, { campo: C }>;

const clases = { TALLER: 'talleres', CURSO: 'cursos', PRODUCTO: 'kits' };
const pagos = { PENDIENTE: 'pago pendiente', ABONADO: 'abono', PAGADO: 'pago completo' };
const tipos = {
  LLAMADA: 'llamada',
  CORREO: 'correo',
  REUNION: 'reunión',
  WHATSAPP: 'WhatsApp',
  NOTA: 'nota',
};
const resultados = {
  INTERESADO: 'interesado',
  NO_INTERESADO: 'no interesado',
  SIN_RESPUESTA: 'sin respuesta',
  RESUELTO: 'resuelto',
};
const entreComillas = (names: string[]) => names.map((name) => `«${name}»`);

/** `que compraron «Gres» o algo de Cerámica, con pago completo, en los últimos 90 días, al menos 2 veces`. */
export function tellCompra(
  { de = {}, estados, cuando, veces }: De<'compra'>,
  nombres: Nombres,
  si: boolean,
) {
  const things = [
    ...entreComillas(nombrados(de.talleres ?? [], nombres.talleres)),
    ...entreComillas(nombrados(de.cursos ?? [], nombres.cursos)),
    ...entreComillas(nombrados(de.productos ?? [], nombres.productos)),
    ...nombrados(de.intereses ?? [], nombres.intereses).map((nombre) => `algo de ${nombre}`),
  ];
  const kinds = de.clases?.length ? unidos(de.clases.map((clase) => clases[clase])) : undefined;
  const what =
    things.length > 0
      ? words(unidos(things), kinds && `(${kinds})`)
      : (kinds ?? (si ? 'algo' : 'nada'));
  return words(
    si ? 'que compraron' : 'que no compraron',
    what,
    estados?.length ? `con ${unidos(estados.map((estado) => pagos[estado]))}` : undefined,
    cuando && tellCuando(cuando),
    veces && tellVeces(veces),
  );
}

/** `que han pagado al menos $50.000 desde el …`, `que deben algo`, `que no deben nada`. */
export function tellDinero(hoja: De<'gasto'> | De<'saldo'>, si: boolean): string {
  if (hoja.campo === 'saldo' && hoja.min === 1 && hoja.max === undefined) {
    return si ? 'que deben algo' : 'que no deben nada';
  }
  const verb = hoja.campo === 'gasto' ? 'han pagado' : 'deben';
  const when = hoja.campo === 'gasto' && hoja.cuando ? tellCuando(hoja.cuando) : undefined;
  return words('que', !si && 'no', verb, tellPesos(hoja) ?? 'cualquier monto', when);
}

export function tellAsistencia(
  hoja: De<'asistencia'> | De<'espera'>,
  nombres: Nombres,
  si: boolean,
) {
  const named = entreComillas(nombrados(hoja.talleres ?? [], nombres.talleres));
  if (hoja.campo === 'espera') {
    const list = words('en lista de espera', named.length > 0 && `de ${unidos(named)}`);
    return si ? list : `que no están ${list}`;
  }
  const verb = hoja.estado === 'PRESENTE' ? 'asistieron a' : 'faltaron a';
  const what = named.length > 0 ? unidos(named) : `${si ? 'algún' : 'ningún'} taller`;
  return words('que', !si && 'no', verb, what, hoja.cuando && tellCuando(hoja.cuando));
}

export function tellResena({ min, max, cuando }: De<'resena'>, si: boolean): string {
  const stars = tellVeces({ min, max }, 'estrella', 'estrellas');
  return words(
    si ? 'que dejaron una reseña' : 'que no dejaron una reseña',
    stars && `de ${stars}`,
    cuando && tellCuando(cuando),
  );
}

export function tellContacto(hoja: De<'contacto'>, si: boolean): string {
  const how = hoja.tipos?.length ? unidos(hoja.tipos.map((tipo) => tipos[tipo])) : undefined;
  const what = hoja.resultados?.length
    ? `con resultado ${unidos(hoja.resultados.map((resultado) => resultados[resultado]))}`
    : undefined;
  return words(
    si ? 'contactadas' : 'que no fueron contactadas',
    how && `por ${how}`,
    what,
    hoja.cuando && tellCuando(hoja.cuando),
  );
}

const eventos = {
  RECIBIDO: 'recibieron',
  ABIERTO: 'abrieron',
  CLIC: 'hicieron clic en',
};

export function tellCorreo(
  { evento, campanas, cuando, veces }: De<'correo'>,
  nombres: Nombres,
  si: boolean,
) {
  const named = entreComillas(nombrados(campanas ?? [], nombres.campanas));
  const what = named.length > 0 ? unidos(named) : si ? 'algún correo' : 'ningún correo';
  const rest = words(cuando && tellCuando(cuando), veces && tellVeces(veces));
  if (evento === 'REBOTADO') {
    const which = named.length > 0 ? `el correo ${unidos(named)}` : what;
    return words(si ? 'a quienes les rebotó' : 'a quienes no les rebotó', which, rest);
  }
  return words('que', !si && 'no', eventos[evento], what, rest);
}
