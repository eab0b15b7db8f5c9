import type { Cobro } from '#contract/cobros.ts';
import {
  type Curso,
  createCurso,
  createLeccion,
  getCurso,
  publishCurso,
} from '#contract/cursos.ts';
import { createProducto, type Producto } from '#contract/productos.ts';
import { createTaller, publishTaller, type Taller } from '#contract/talleres.ts';
import { createVenta } from '#contract/ventas.ts';
import type { TestApp } from './app.ts';

let counter = 0;
const DAY = 86_400_000;

/** An instant some days from now, ISO 8601 UTC. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString();
}

type TallerOptions = {
  titulo?: string;
  cupos?: number;
  precio?: number;
  dias?: number;
  afectoIva?: boolean;
  publicar?: boolean;
};

/** A Taller made over HTTP, published unless told. */
export async function buildTaller(app: TestApp, options: TallerOptions = {}): Promise<Taller> {
  const admin = await app.as('ADMIN');
  counter += 1;
  const start = Date.now() + (options.dias ?? 10) * DAY;
  const draft = await admin.ok(createTaller, {
    body: {
      titulo: options.titulo ?? `Cerámica ${counter}`,
      modalidad: 'PRESENCIAL',
      lugar: 'Taller Ñuñoa',
      iniciaEn: new Date(start).toISOString(),
      terminaEn: new Date(start + 3 * 3_600_000).toISOString(),
      zona: 'America/Santiago',
      precio: options.precio ?? 40_000,
      cupos: options.cupos ?? 10,
      afectoIva: options.afectoIva ?? false,
    },
  });
  if (options.publicar === false) return draft;
  return admin.ok(publishTaller, { params: { id: draft.id }, body: { version: draft.version } });
}

type ProductoOptions = {
  stock?: number;
  minimo?: number;
  precio?: number;
  afectoIva?: boolean;
  ventaWeb?: boolean;
};

/** A kit made over HTTP, with its first stock. */
export async function buildProducto(
  app: TestApp,
  {
    stock = 10,
    minimo = 0,
    precio = 15_000,
    afectoIva = true,
    ventaWeb = false,
  }: ProductoOptions = {},
): Promise<Producto> {
  const admin = await app.as('ADMIN');
  counter += 1;
  return admin.ok(createProducto, {
    body: {
      nombre: `Kit de esmaltes ${counter}`,
      sku: `KIT-${counter}`,
      precio,
      afectoIva,
      stockMinimo: minimo,
      ventaWeb,
      ...(stock > 0 ? { stockInicial: stock } : {}),
    },
  });
}

type CursoOptions = {
  precio?: number;
  lecciones?: number;
  diasAcceso?: number;
  publicar?: boolean;
};

/** A course made over HTTP with its lessons, published unless told. */
export async function buildCurso(
  app: TestApp,
  { precio = 60_000, lecciones = 2, diasAcceso, publicar = true }: CursoOptions = {},
): Promise<Curso> {
  const admin = await app.as('ADMIN');
  counter += 1;
  const { id } = await admin.ok(createCurso, {
    body: {
      titulo: `Esmaltes desde cero ${counter}`,
      resumen: 'De la receta al horno, sin miedo.',
      precio,
      diasAcceso: diasAcceso ?? null,
    },
  });
  for (let n = 1; n <= lecciones; n += 1) {
    await admin.ok(createLeccion, {
      params: { id },
      body: {
        titulo: `Lección ${n}`,
        texto: `<p>Lo de la lección ${n}.</p>`,
        videoEnlace: 'https://youtu.be/dQw4w9WgXcQ',
        duracionSegundos: 600,
      },
    });
  }
  const curso = await admin.ok(getCurso, { params: { id } });
  if (!publicar) return curso;
  return admin.ok(publishCurso, { params: { id }, body: { version: curso.version } });
}

/** A new person of the public form. */
export function buildPersona() {
  counter += 1;
  return {
    nombres: 'María José',
    apellidos: `Muñoz ${counter}`,
    email: `persona${counter}@correo.cl`,
    telefono: `9${String(10_000_000 + counter)}`,
    cantidad: 1,
  };
}

/** A Cliente as capture leaves it: LEAD, with its first row of history. */
export async function buildCliente(app: TestApp): Promise<number> {
  const { nombres, apellidos, email } = buildPersona();
  const { db } = app.services.deps;
  const { id } = await db
    .insertInto('cliente')
    .values({ tipo: 'B2C', nombres, apellidos, email, origen: 'WEB' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('clienteEstado')
    .values({ clienteId: id, de: null, a: 'LEAD', causa: 'CAPTURA' })
    .execute();
  return id;
}

type VentaOptions = { cantidad?: number; venceEn?: string; clienteId?: number; pago?: number };

/** A sale of seats by staff over HTTP. */
export async function buildVenta(
  app: TestApp,
  tallerId: number,
  options: VentaOptions = {},
): Promise<Cobro> {
  const ventas = await app.as('VENTAS');
  const { venceEn, pago } = options;
  return ventas.ok(createVenta, {
    body: {
      clienteId: options.clienteId ?? (await buildCliente(app)),
      lineas: [{ tipo: 'TALLER', tallerId, cantidad: options.cantidad ?? 1 }],
      ...(venceEn ? { venceEn } : {}),
      ...(pago ? { pago: { monto: pago, medio: 'TRANSFERENCIA' } } : {}),
    },
  });
}

export async function readEstado(app: TestApp, clienteId: number): Promise<string> {
  const row = await app.services.deps.db
    .selectFrom('cliente')
    .select('estado')
    .where('id', '=', clienteId)
    .executeTakeFirstOrThrow();
  return row.estado;
}

export async function readOcupados(app: TestApp, tallerId: number): Promise<number> {
  const row = await app.services.deps.db
    .selectFrom('taller')
    .select('cuposOcupados')
    .where('id', '=', tallerId)
    .executeTakeFirstOrThrow();
  return row.cuposOcupados;
}

export async function readStock(app: TestApp, productoId: number): Promise<number> {
  const row = await app.services.deps.db
    .selectFrom('producto')
    .select('stockActual')
    .where('id', '=', productoId)
    .executeTakeFirstOrThrow();
  return row.stockActual;
}
