import { codigoDePuesto, rutaDeEscaneo } from '#contract/asistencia.ts';
import type { MiEspera, MiTaller } from '#contract/portal.ts';
import { saldosDe } from '../cobros/cobros.policy.ts';
import type { Db } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { readEsperaPublica } from '../espera/readEspera.ts';
import {
  type MiTallerRow,
  selectCodigosDeEspera,
  selectMisTalleres,
} from './misTalleres.queries.ts';

const MAX_TALLERES = 500;

export type DeAlumno = { clienteId: number; now: string; publicUrl: string };

/** A student's seats: those to come, the next first, and then the past, the latest first. */
export async function listMisTalleres(db: Db, alumno: DeAlumno): Promise<MiTaller[]> {
  const rows = await selectMisTalleres(db, { ...alumno, limit: MAX_TALLERES });
  const all = rows.map((row) => presentMiTaller(row, alumno));
  return [...all.filter((t) => !t.terminado).toReversed(), ...all.filter((t) => t.terminado)];
}

/** @throws {AppError} NO_ENCONTRADO */
export async function findMiTaller(
  db: Db,
  { clienteId }: { clienteId: number },
  inscripcionId: number,
): Promise<MiTallerRow> {
  const [row] = await selectMisTalleres(db, { clienteId, inscripcionId, limit: 1 });
  return found(row, 'ese taller');
}

/**
 * A seat as the student sees it. The way into an EN_VIVO Taller shows once nothing is owed; the codes of
 * the seats, while there is a door to open with them.
 */
export function presentMiTaller(row: MiTallerRow, { now, publicUrl }: DeAlumno): MiTaller {
  const { tallerId: _t, version: _v, actualizadoEn: _a, movimientos: _m, ...shown } = row;
  const { total, pagado, tallerAnulado, puestos, ...rest } = shown;
  const { estado, inscripcionId, codigo } = row;
  const { saldo } = saldosDe({ total, pagado, estado });
  const anulado = tallerAnulado || estado === 'ANULADO';
  const terminado = row.terminaEn <= now;
  const vencida = estado === 'PENDIENTE' && row.venceEn !== null && row.venceEn <= now;
  const door = row.modalidad === 'PRESENCIAL' && !anulado && !terminado && !vencida;
  const qrOf = (puesto: number) =>
    publicUrl + rutaDeEscaneo + codigoDePuesto(codigo, inscripcionId, puesto);
  return {
    ...rest,
    enlace: estado === 'PAGADO' && !anulado ? row.enlace : null,
    venceEn: estado === 'PENDIENTE' ? row.venceEn : null,
    saldo,
    anulado,
    terminado,
    puestos: puestos.map((one) => ({ ...one, qr: door ? qrOf(one.puesto) : null })),
  };
}

/** The waitlists in which a student has a place or an offer. */
export async function listMisEsperas(
  db: Db,
  { clienteId, now }: { clienteId: number; now: string },
): Promise<MiEspera[]> {
  const codigos = await selectCodigosDeEspera(db, clienteId);
  const esperas = await Promise.all(
    codigos.map((codigo) => readEsperaPublica(db, { codigo }, now)),
  );
  return esperas.flatMap(({ codigo, taller, estado, cantidad, lugar, ofertaVenceEn }) => {
    if (estado !== 'ESPERANDO' && estado !== 'OFRECIDA') return [];
    const { titulo, slug, iniciaEn, zona } = taller;
    return [{ codigo, titulo, slug, iniciaEn, zona, estado, cantidad, lugar, ofertaVenceEn }];
  });
}
