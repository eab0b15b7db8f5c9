import pg from 'pg';
import { dayStart, localDate } from '../core/time.ts';
import { asistentesOf, consentimientosOf, interesesOf } from './acompanantes.ts';
import { cursoRows, leccionRows, planCursos, planKits, productoRows } from './articulos.ts';
import { bulkLoad } from './bulkLoad.ts';
import { temas } from './catalogo.ts';
import { type ClienteRow, capturedAt, createCliente, repeat } from './clientes.ts';
import { createCompras } from './compras.ts';
import { fillCorreos } from './correos.ts';
import { esperaRows, esperar } from './despues.ts';
import { createEmpresa } from './empresas.ts';
import { type EstadoRow, liveHistoria } from './historia.ts';
import { insertRows } from './insertRows.ts';
import { conversar, type InteraccionRow } from './interacciones.ts';
import { DAY, iso, type Mundo } from './mundo.ts';
import { fillNegocio } from './negocio.ts';
import { drawPortadas } from './portadas.ts';
import { createRandom } from './random.ts';
import type { ResenaRow } from './resena.ts';
import { reserveIds } from './reserveIds.ts';
import { movimientosOf } from './stock.ts';
import { planTalleres, tallerRows } from './talleres.ts';

const CHUNK = 5_000;
/** One in so many people was noted before, from another address. */
const REPETIDA_CADA = 330;
const SEED = 20_240_917;
const LARGE_TABLES = [
  'cliente',
  'cliente_estado',
  'cliente_interes',
  'consentimiento',
  'cobro',
  'inscripcion',
  'inscripcion_curso',
  'venta_producto',
  'pago',
  'interaccion',
  'resena',
  'email_log',
  'email_evento',
];

export class DatabaseInUseError extends Error {}

export type SeedOptions = {
  clientes?: number;
  /** The sample is the same for all of a local day. */
  now: Date;
  zona: string;
  portadas?: boolean;
  /** Messages of past campaigns. */
  correos?: number;
  onProgress?: (clientes: number) => void;
};

/**
 * Fills an empty database with an invented school: all of it or nothing, in one transaction.
 * @throws {DatabaseInUseError} when there are clientes, empresas, talleres or intereses already.
 */
export async function seedDemo(url: string, options: SeedOptions): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('lock table cliente, empresa, taller, interes in share row exclusive mode');
    await assertEmpty(client);
    await bulkLoad(client, LARGE_TABLES, {
      zona: options.zona,
      work: () => fill(client, options),
    });
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

async function assertEmpty(client: pg.ClientBase): Promise<void> {
  const { rowCount } = await client.query(
    `select from cliente union all select from empresa union all select from taller
     union all select from interes limit 1`,
  );
  if (rowCount === 0) return;
  throw new DatabaseInUseError(
    'La base ya tiene datos. Los de ejemplo solo se cargan en una base vacía: define otro DATA_DIR u otra DATABASE_URL.',
  );
}

async function fill(client: pg.ClientBase, options: SeedOptions): Promise<void> {
  const count = options.clientes ?? 2_000;
  const random = createRandom(SEED);
  const { ids, release } = await reserveIds(client);
  const zona = options.zona;
  const hoy = Date.parse(dayStart(localDate(options.now.toISOString(), zona), zona));
  const antiguo = iso(hoy - 760 * DAY);

  const portadas = options.portadas === false ? [] : await drawPortadas();
  await insertRows(client, 'archivo', portadas);
  await fillNegocio(client, iso(hoy));
  const intereses = temas.map(({ interes, color, descripcion }) => {
    const fechas = { creadoEn: antiguo, actualizadoEn: antiguo };
    return { id: ids('interes'), nombre: interes, color, descripcion, ...fechas };
  });
  await insertRows(client, 'interes', intereses);
  const empresas = Array.from({ length: Math.max(40, Math.round(count / 250)) }, (_, i) =>
    createEmpresa(random, i, ids('empresa'), antiguo),
  );
  await insertRows(client, 'empresa', empresas);

  const plans = planTalleres(
    { random, hoy, zona, ids },
    count <= 2_000 ? 80 : Math.round(count * 0.048),
  );
  const mundo: Mundo = {
    random,
    hoy,
    zona,
    usuarioId: await firstAdmin(client),
    ids,
    intereses: intereses.map(({ id }) => id),
    empresas,
    talleres: plans.filter((plan) => !plan.borrador),
    cursos: planCursos({ ids, hoy }),
    kits: planKits({ ids, hoy }),
    cambiosStock: [],
    esperas: [],
    emails: new Set(),
    ruts: new Set(),
    sinCupo: Math.min(5, Math.ceil(count / 1_000)),
  };
  const texto = await consentText(client);
  const marcas = { intereses: mundo.intereses, portadas: portadas.map(({ id }) => id) };
  await insertRows(client, 'curso', cursoRows(mundo.cursos, marcas));
  await insertRows(client, 'leccion', leccionRows(mundo.cursos));
  const resenas: ResenaRow[] = [];
  let inserting: Promise<ResenaRow[]> = Promise.resolve([]);
  for (let from = 0; from < count; from += CHUNK) {
    const until = Math.min(count, from + CHUNK);
    // The next ones are invented while the database takes these.
    const chunk = createChunk(mundo, texto, from, until, count);
    resenas.push(...(await inserting));
    inserting = insertChunk(client, chunk);
    options.onProgress?.(until);
  }
  resenas.push(...(await inserting));
  const esperas = esperaRows(mundo, mundo.esperas);
  await insertRows(client, 'taller', tallerRows(mundo, plans, marcas.portadas));
  await insertRows(client, 'espera', esperas);
  resenas.sort((a, b) => a.creadoEn.localeCompare(b.creadoEn));
  await insertRows(client, 'resena', resenas);
  const { movimientos, stock } = movimientosOf(mundo, mundo.kits, mundo.cambiosStock);
  await insertRows(client, 'producto', productoRows(mundo.kits, stock, marcas, mundo));
  await insertRows(client, 'movimiento_stock', movimientos);
  await numberReceipts(client);
  await fillCorreos(client, hoy, options.correos ?? 0);
  await release();
}

/** Receipts in the order in which the sales saw their first money. */
async function numberReceipts(client: pg.ClientBase): Promise<void> {
  await client.query(`
    update cobro set comprobante = n.numero, comprobante_en = n.en
    from (select cobro_id, min(creado_en) as en, row_number() over (order by min(creado_en), cobro_id) as numero
      from pago where tipo = 'PAGO' group by cobro_id) n
    where cobro.id = n.cobro_id`);
  await client.query(`update numeracion set ultimo = (select count(comprobante) from cobro)
    where serie = 'COMPROBANTE'`);
}

async function firstAdmin(client: pg.ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `select id from usuario where rol = 'ADMIN' and activo order by created_at limit 1`,
  );
  return rows[0]?.id ?? null;
}

type ConsentText = { texto: string; version: number };

async function consentText(client: pg.ClientBase): Promise<ConsentText> {
  const { rows } = await client.query<ConsentText>(
    'select texto_consentimiento as texto, version_consentimiento as version from negocio',
  );
  return rows[0] as ConsentText;
}

function createChunk(mundo: Mundo, texto: ConsentText, from: number, until: number, count: number) {
  const chunk = {
    cliente: [] as ClienteRow[],
    clienteEstado: [] as EstadoRow[],
    clienteInteres: [] as ReturnType<typeof interesesOf>,
    consentimiento: [] as ReturnType<typeof consentimientosOf>,
    ventas: [] as ReturnType<typeof createCompras>,
    asistente: [] as ReturnType<typeof asistentesOf>,
    interaccion: [] as InteraccionRow[],
  };
  for (let index = from; index < until; index += 1) {
    const cliente = createCliente(mundo, capturedAt(mundo, index, count));
    if (index % REPETIDA_CADA === 0) repeat(chunk.cliente[(index % CHUNK) - 40], cliente);
    const ventas = createCompras(mundo, cliente);
    const eventos = ventas.flatMap((venta) => venta.eventos);
    const espera = esperar(mundo, cliente, ventas);
    if (espera) eventos.push({ en: espera.en, causa: 'LISTA_DE_ESPERA' });
    const { filas, eventos: contactos } = conversar(mundo, cliente);
    eventos.push(...contactos);
    chunk.interaccion.push(...filas);
    chunk.cliente.push(cliente);
    chunk.clienteEstado.push(...liveHistoria(mundo, cliente, eventos));
    chunk.clienteInteres.push(...interesesOf(mundo, cliente, ventas));
    chunk.consentimiento.push(...consentimientosOf(mundo, cliente, texto));
    chunk.ventas.push(...ventas);
    for (const venta of ventas) chunk.asistente.push(...asistentesOf(mundo, cliente, venta));
  }
  return chunk;
}

/** @returns the reviews, which wait until the Talleres they speak of are there. */
async function insertChunk(
  client: pg.ClientBase,
  { ventas, ...rows }: ReturnType<typeof createChunk>,
): Promise<ResenaRow[]> {
  const pagos = ventas.flatMap((venta) => venta.pagos);
  const reversed = new Set(pagos.map((pago) => pago.reversaDe));
  const referencias = pagos
    .filter((pago) => pago.referencia !== null && !reversed.has(pago.id))
    .map(({ id, medio, referencia }) => ({ medio, referencia, pagoId: id }));
  await insertRows(client, 'cliente', rows.cliente);
  await insertRows(client, 'cliente_estado', rows.clienteEstado);
  await insertRows(client, 'cliente_interes', rows.clienteInteres);
  await insertRows(client, 'consentimiento', rows.consentimiento);
  await insertRows(client, 'interaccion', rows.interaccion);
  await insertRows(
    client,
    'cobro',
    ventas.map((venta) => venta.cobro),
  );
  await insertRows(
    client,
    'inscripcion',
    ventas.flatMap((venta) => venta.inscripciones),
  );
  const all = <T>(of: (venta: (typeof ventas)[number]) => T[]) => ventas.flatMap(of);
  await insertRows(
    client,
    'inscripcion_curso',
    all((venta) => venta.inscripcionesCurso),
  );
  await insertRows(
    client,
    'venta_producto',
    all((venta) => venta.ventasProducto),
  );
  await insertRows(client, 'asistente', rows.asistente);
  await insertRows(
    client,
    'asistencia',
    all((venta) => venta.asistencias),
  );
  await insertRows(
    client,
    'progreso_leccion',
    all((venta) => venta.progreso),
  );
  await insertRows(client, 'pago', pagos);
  await insertRows(client, 'pago_referencia', referencias);
  return all((venta) => venta.resenas);
}
