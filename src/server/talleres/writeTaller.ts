import { TZDate } from '@date-fns/tz';
import type { z } from 'zod';
import type { tallerCampos } from '#contract/talleres.ts';
import { explainFicha } from '../archivos/explainFicha.ts';
import { limpiarArchivo } from '../archivos/limpiarArchivo.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { freeSlug } from '../core/db/slug.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { offerFreed } from './cupos.ts';
import { assertDates, assertPublishable } from './talleres.policy.ts';

type Campos = z.output<typeof tallerCampos>;
type Cambios = { [K in keyof Campos]?: Campos[K] | undefined };

/**
 * Creates a draft, its address made of the title and the local date, in the series of another if told.
 * @throws {AppError} VALIDACION
 */
export async function createTaller(
  trx: Trx,
  ctx: Ctx,
  campos: Campos,
  serieId: number | null = null,
): Promise<number> {
  assertDates(campos.iniciaEn, campos.terminaEn);
  const day = new TZDate(campos.iniciaEn, campos.zona).toISOString().slice(0, 10);
  const slug = await freeSlug(trx, 'taller', campos.titulo, day);
  const { id } = await trx
    .insertInto('taller')
    .values({ ...campos, slug, serieId, creadoEn: ctx.now, actualizadoEn: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch(explainFicha);
  await audit(trx, ctx, { accion: 'CREAR', entidad: 'TALLER', entidadId: id, despues: campos });
  return id;
}

/** Locks a Taller for a change. @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, ESTADO_NO_PERMITE. */
async function lockForChange(trx: Trx, id: number, version: number) {
  const row = found(
    await trx
      .selectFrom('taller')
      .selectAll()
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst(),
    'ese taller',
  );
  if (row.version !== version) {
    throw new AppError('CONFLICTO_VERSION', 'Otra persona cambió este taller. Recarga y revisa.');
  }
  if (row.estado === 'ANULADO') {
    throw new AppError('ESTADO_NO_PERMITE', 'Este taller fue anulado y ya no cambia.');
  }
  return row;
}

/**
 * Changes a Taller; sold lines keep their price.
 * @throws {AppError} VALIDACION (also for cupos below those taken), CONFLICTO_VERSION, ESTADO_NO_PERMITE.
 */
export async function updateTaller(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { version, ...cambios }: Cambios & { version: number },
): Promise<void> {
  const antes = await lockForChange(trx, id, version);
  assertDates(cambios.iniciaEn ?? antes.iniciaEn, cambios.terminaEn ?? antes.terminaEn);
  const taken = antes.cuposOcupados + antes.cuposOfrecidos;
  if (cambios.cupos !== undefined && cambios.cupos < taken) {
    const words = antes.cuposOfrecidos > 0 ? 'tomados u ofrecidos' : 'tomados';
    throw invalid('cupos', `Ya hay ${taken} cupos ${words}; no puede ser menos.`);
  }
  if (antes.estado === 'PUBLICADO' && cambios.iniciaEn && cambios.iniciaEn !== antes.iniciaEn) {
    assertPublishable({ ...antes, ...defined(cambios) }, ctx.now);
  }
  await trx
    .updateTable('taller')
    .set({ ...cambios, version: version + 1, actualizadoEn: ctx.now })
    .where('id', '=', id)
    .execute()
    .catch(explainFicha);
  if (cambios.cupos !== undefined && cambios.cupos > antes.cupos) await offerFreed(trx, id);
  if (cambios.imagenId !== undefined && antes.imagenId && antes.imagenId !== cambios.imagenId) {
    await limpiarArchivo(trx, antes.imagenId);
  }
  await audit(trx, ctx, {
    accion: 'CAMBIAR',
    entidad: 'TALLER',
    entidadId: id,
    antes,
    despues: cambios,
  });
}

function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/**
 * Shows a draft to the public, or takes it back while nobody holds a seat or has an offer of one.
 * @throws {AppError} VALIDACION, CONFLICTO_VERSION, ESTADO_NO_PERMITE.
 */
export async function setPublicado(
  trx: Trx,
  ctx: Ctx,
  id: number,
  version: number,
  publicar: boolean,
): Promise<void> {
  const antes = await lockForChange(trx, id, version);
  const wanted = publicar ? 'PUBLICADO' : 'BORRADOR';
  if (antes.estado === wanted) return;
  if (publicar) assertPublishable(antes, ctx.now);
  if (!publicar && antes.cuposOcupados > 0) {
    throw new AppError(
      'ESTADO_NO_PERMITE',
      'Ya hay personas inscritas. Si no se hará, anula el taller.',
    );
  }
  if (!publicar && antes.cuposOfrecidos > 0) {
    throw new AppError(
      'ESTADO_NO_PERMITE',
      'Hay cupos ofrecidos a personas de la lista de espera. Espera a que respondan o quítalas de la lista.',
    );
  }
  await trx
    .updateTable('taller')
    .set({
      estado: wanted,
      publicadoEn: publicar ? ctx.now : null,
      version: version + 1,
      actualizadoEn: ctx.now,
    })
    .where('id', '=', id)
    .execute();
  if (publicar) await offerFreed(trx, id);
  await audit(trx, ctx, {
    accion: publicar ? 'PUBLICAR' : 'DESPUBLICAR',
    entidad: 'TALLER',
    entidadId: id,
  });
}

/**
 * Copies a Taller to another date, as a draft without enrolments in the same series; it lasts as long
 * unless told.
 * @throws {AppError} NO_ENCONTRADO, VALIDACION.
 */
export async function duplicateTaller(
  trx: Trx,
  ctx: Ctx,
  id: number,
  fechas: { iniciaEn: string; terminaEn?: string | undefined },
): Promise<number> {
  const { serieId, ...source } = found(
    await trx
      .selectFrom('taller')
      .select(['titulo', 'resumen', 'descripcion', 'modalidad', 'lugar', 'direccion', 'comuna'])
      .select([
        'enlace',
        'instructor',
        'interesId',
        'imagenId',
        'zona',
        'precio',
        'afectoIva',
        'cupos',
      ])
      .select(['iniciaEn', 'terminaEn'])
      .select((eb) => eb.fn.coalesce('serieId', 'id').as('serieId'))
      .where('id', '=', id)
      .executeTakeFirst(),
    'ese taller',
  );
  const length = Date.parse(source.terminaEn) - Date.parse(source.iniciaEn);
  const { iniciaEn } = fechas;
  const terminaEn = fechas.terminaEn ?? new Date(Date.parse(iniciaEn) + length).toISOString();
  return createTaller(trx, ctx, { ...source, iniciaEn, terminaEn }, serieId);
}

/** Deletes a draft that never had enrolments nor anyone waiting. @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE. */
export async function deleteTaller(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const antes = found(
    await trx.selectFrom('taller').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    'ese taller',
  );
  const used = await trx
    .selectFrom('inscripcion')
    .select('id')
    .where('tallerId', '=', id)
    .unionAll(trx.selectFrom('espera').select('id').where('tallerId', '=', id))
    .limit(1)
    .executeTakeFirst();
  if (antes.estado !== 'BORRADOR' || used) {
    throw new AppError(
      'ESTADO_NO_PERMITE',
      'Solo se borra un borrador que nunca tuvo inscripciones ni lista de espera.',
    );
  }
  await passSerieOn(trx, id);
  await trx.deleteFrom('taller').where('id', '=', id).execute();
  if (antes.imagenId) await limpiarArchivo(trx, antes.imagenId);
  await audit(trx, ctx, { accion: 'BORRAR', entidad: 'TALLER', entidadId: id, antes });
}

/** The copies of an original that goes stay together: the first of them is the original now. */
async function passSerieOn(trx: Trx, id: number): Promise<void> {
  await trx
    .updateTable('taller')
    .set((eb) => ({
      serieId: eb
        .selectFrom('taller as copia')
        .select(({ fn }) => fn.min('copia.id').as('id'))
        .where('copia.serieId', '=', id),
    }))
    .where('serieId', '=', id)
    .execute();
}
