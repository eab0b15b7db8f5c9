import type { z } from 'zod';
import type { launchCampana as contract } from '#contract/campanas.ts';
import { audit } from '../core/audit.ts';
import type { Ctx, Deps } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, invalid } from '../core/errors.ts';
import { compileContenido } from '../emails/contenido/compilar.ts';
import { saveContenido } from '../emails/contenido/contenido.queries.ts';
import { readMarcaCorreo } from '../emails/contenido/marca.queries.ts';
import { datosDe } from '../plantillas/datos.queries.ts';
import { changeEstado } from './cambiarEstado.ts';
import { assertNext, isAboutTheSame } from './campanas.policy.ts';
import type { CampanaRow } from './campanas.queries.ts';
import { selectTope } from './preparar.queries.ts';
import { enqueuePreparar } from './preparar.ts';
import { holdCondicion } from './resolver.ts';
import { assertMaySend, reviewCampana } from './revisar.ts';
import { lockForChange } from './writeCampana.ts';

const personas = (n: number) =>
  n === 1 ? '1 persona' : `${n.toLocaleString('es-CL', { useGrouping: 'always' })} personas`;

/**
 * Freezes what a locked campaign says and the last Cliente it may reach, and puts its preparation in the queue.
 * @throws {AppError} ESTADO_NO_PERMITE, VALIDACION when its message cannot be made.
 */
export async function beginCampana(
  trx: Trx,
  ctx: Ctx,
  { config }: Pick<Deps, 'config'>,
  campana: CampanaRow,
): Promise<void> {
  assertNext(campana.estado, 'INICIAR');
  const { publicUrl } = config;
  const marca = await readMarcaCorreo(trx, publicUrl);
  const compiled = await compileContenido(campana, marca, { comercial: true });
  const { audiencia } = campana;
  const segmento =
    audiencia.modo === 'SEGMENTO' ? await holdCondicion(trx, audiencia.segmentoId) : undefined;
  const datos = await datosDe(trx, campana, { publicUrl, now: ctx.now });
  const contenidoId = await saveContenido(trx, { ...compiled, datos });
  await changeEstado(trx, ctx, campana, 'INICIAR', {
    contenidoId,
    preparadoHasta: 0,
    prepararTope: await selectTope(trx),
    iniciadaEn: ctx.now,
    pausaMotivo: null,
    ...(segmento ? { condicion: JSON.stringify(segmento) } : {}),
  });
  await enqueuePreparar(trx, campana.id);
}

/** That the sender saw about as many people as it would reach. @throws {AppError} CONFLICTO_VERSION with both figures */
function assertSeen(seen: number, now: number): void {
  if (isAboutTheSame(seen, now)) return;
  throw new AppError(
    'CONFLICTO_VERSION',
    `Viste ${personas(seen)} y ahora serían ${personas(now)}. Revisa la audiencia y confirma de nuevo.`,
  );
}

/**
 * Sends a campaign now, or at an instant to come.
 * @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE; CONFLICTO_VERSION when it or its audience changed since it was
 * seen; VALIDACION with all that stands against it.
 */
export async function launchCampana(
  trx: Trx,
  ctx: Ctx,
  deps: Deps,
  id: number,
  { programadaEn = null, destinatariosVistos, version }: z.output<typeof contract.body>,
): Promise<void> {
  const campana = await lockForChange(trx, id, version);
  assertNext(campana.estado, programadaEn ? 'PROGRAMAR' : 'INICIAR');
  if (programadaEn && programadaEn <= ctx.now) {
    throw invalid('programadaEn', 'Elige una hora que esté por venir.');
  }
  const { items, destinatarios } = await reviewCampana({ ...deps, db: trx }, campana);
  assertMaySend(items);
  assertSeen(destinatariosVistos, destinatarios);
  if (programadaEn) {
    await changeEstado(trx, ctx, campana, 'PROGRAMAR', { programadaEn, pausaMotivo: null });
  } else {
    await beginCampana(trx, ctx, deps, campana);
  }
  await audit(trx, ctx, {
    accion: programadaEn ? 'PROGRAMAR' : 'ENVIAR',
    entidad: 'CAMPANA',
    entidadId: id,
    despues: { nombre: campana.nombre, programadaEn, destinatarios },
  });
}
