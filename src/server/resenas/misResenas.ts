import type { MiResena } from '#contract/resenas.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { impedimento } from './derecho.policy.ts';
import {
  type DerechoDeCurso,
  type DerechoDeTaller,
  selectDerechos,
  selectDerechosDeCurso,
} from './derecho.queries.ts';
import { type De, type PropiaRow, selectPropias } from './escritura.queries.ts';

function ofTaller({ id, titulo, slug, iniciaEn, zona }: DerechoDeTaller): MiResena['de'] {
  return { tipo: 'TALLER', id, titulo, slug, iniciaEn, zona };
}

function ofCurso({ id, titulo, slug }: DerechoDeCurso): MiResena['de'] {
  return { tipo: 'CURSO', id, titulo, slug, iniciaEn: null, zona: null };
}

/** A reply is the school's to show: only beside a review that is published. */
function present(row: PropiaRow | undefined): MiResena['resena'] {
  if (!row) return null;
  const { estrellas, comentario, estado, respuesta, creadoEn } = row;
  return {
    estrellas,
    comentario,
    estado,
    respuesta: estado === 'PUBLICADA' ? respuesta : null,
    creadoEn,
  };
}

/** What a person may review now and what they reviewed, what waits for a review first. */
export async function listMisResenas(db: Db, clienteId: number, now: string): Promise<MiResena[]> {
  const [talleres, cursos, propias] = await Promise.all([
    selectDerechos(db, clienteId),
    selectDerechosDeCurso(db, clienteId, now),
    selectPropias(db, clienteId),
  ]);
  const items = [
    ...talleres.map((taller) => ({ de: ofTaller(taller), puede: !impedimento(taller, now) })),
    ...cursos.map((curso) => ({ de: ofCurso(curso), puede: curso.vigente })),
  ].map(({ de, puede }): MiResena => {
    const propia = propias.find((row) =>
      de.tipo === 'TALLER' ? row.tallerId === de.id : row.cursoId === de.id,
    );
    return { de, puede, resena: present(propia) };
  });
  const recency = ({ de, resena }: MiResena) => resena?.creadoEn ?? de.iniciaEn ?? '';
  return items
    .filter(({ puede, resena }) => puede || resena)
    .sort(
      (a, b) =>
        Number(a.resena !== null) - Number(b.resena !== null) ||
        recency(b).localeCompare(recency(a)),
    );
}

/** A person's review of one thing, or the lack of it, and why it may not be written now, if so. */
export async function readMiResena(
  db: Db | Trx,
  clienteId: number,
  de: De,
  now: string,
): Promise<MiResena & { motivo: string | null }> {
  const [propia] = await selectPropias(db, clienteId, de);
  const resena = present(propia);
  if (de.tipo === 'TALLER') {
    const [taller] = await selectDerechos(db, clienteId, de.id);
    const seats = found(taller, 'ese taller entre los tuyos');
    const motivo = impedimento(seats, now);
    return { de: ofTaller(seats), puede: motivo === null, resena, motivo };
  }
  const [curso] = await selectDerechosDeCurso(db, clienteId, now, de.id);
  const access = found(curso, 'ese curso entre los tuyos');
  const motivo = access.vigente ? null : 'Para dejar una reseña necesitas acceso vigente al curso.';
  return { de: ofCurso(access), puede: access.vigente, resena, motivo };
}
