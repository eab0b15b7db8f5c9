import { formatMomento } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import { saldosDe } from '../cobros/cobros.policy.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { localDate } from '../core/time.ts';
import { datosDeTaller } from '../plantillas/datos.queries.ts';
import { impedimento } from '../resenas/derecho.policy.ts';
import { selectDerechos } from '../resenas/derecho.queries.ts';
import { cuandoDe, dondeDe, horarioDe } from './horarios.ts';
import { type Datos, type Entorno, idDe, type Parte } from './parte.ts';
import { selectEspera, selectInscripcion, selectSolicitud, ultimas } from './partes.queries.ts';

/** The values of `taller` in a mail about a person's own: with its place and time in words. */
async function tallerDe(db: Db | Trx, id: number, entorno: Entorno): Promise<Datos | undefined> {
  const { now, zona } = entorno;
  const taller = await datosDeTaller(db, id, entorno);
  const row = await db.selectFrom('taller').selectAll().where('id', '=', id).executeTakeFirst();
  if (!taller || !row) return undefined;
  return {
    ...taller,
    horario: horarioDe(row, zona, now),
    cuando: cuandoDe(row, now),
    donde: row.modalidad === 'EN_VIVO' ? null : dondeDe(row),
    enVivo: row.modalidad === 'EN_VIVO' ? 'sí' : null,
  };
}

type Inscrito = NonNullable<Awaited<ReturnType<typeof selectInscripcion>>>;

function whyNotRemind(
  row: Inscrito,
  { taller, fecha }: { taller: number; fecha: string },
  now: string,
): string | undefined {
  if (row.anuladaEn !== null) return 'La inscripción se anuló.';
  if (row.tallerId !== taller) return 'La inscripción se trasladó a otro taller.';
  if (row.tallerEstado !== 'PUBLICADO') return 'El taller se anuló.';
  if (row.iniciaEn <= now) return 'El taller ya comenzó.';
  if (localDate(row.iniciaEn, row.zona) !== fecha) return 'El taller cambió de fecha.';
  return undefined;
}

const recordatorio: Parte = {
  reunir: async (db, entorno, { referencia }) => {
    const row = await selectInscripcion(db, idDe(referencia, 'inscripcion'));
    const taller = row && (await tallerDe(db, row.tallerId, entorno));
    if (!taller) return undefined;
    const { codigo, total, pagado, cobroEstado: estado } = row;
    const { saldo } = saldosDe({ total, pagado, estado });
    const aimed = { taller: idDe(referencia, 'taller'), fecha: String(referencia.fecha) };
    return {
      datos: {
        taller,
        inscripcion: { cupos: row.cantidad },
        // As in the portal: the way in is for who owes nothing.
        conexion: { enlace: taller.enVivo && estado === 'PAGADO' ? row.enlace : null },
        cobro: {
          codigo,
          saldo: saldo > 0 ? formatPesos(saldo) : null,
          enlace: `${entorno.publicUrl}/reservas/${codigo}`,
        },
      },
      cancelar: whyNotRemind(row, aimed, entorno.now),
    };
  },
  ultima: ultimas.inscripcion,
};

const ofertaCupo: Parte = {
  reunir: async (db, entorno, { referencia }) => {
    const { now, publicUrl } = entorno;
    const row = await selectEspera(db, idDe(referencia, 'espera'));
    const taller = row && (await tallerDe(db, row.tallerId, entorno));
    if (!taller) return undefined;
    const { cantidad, codigo, zona, iniciaEn } = row;
    const hasta = row.ofertaVenceEn && row.ofertaVenceEn < iniciaEn ? row.ofertaVenceEn : iniciaEn;
    const over = row.estado !== 'OFRECIDA' || hasta <= now;
    return {
      datos: {
        taller,
        oferta: {
          cupos: cantidad,
          venceEn: formatMomento(hasta, zona, now),
          enlace: `${publicUrl}/espera/${codigo}`,
        },
      },
      cancelar: over ? 'La oferta terminó.' : undefined,
    };
  },
  ultima: ultimas.espera,
};

const pedirResena: Parte = {
  reunir: async (db, entorno, { referencia }) => {
    const row = await selectSolicitud(db, idDe(referencia, 'solicitud'));
    const taller = row && (await tallerDe(db, row.tallerId, entorno));
    if (!taller) return undefined;
    const [derecho] = await selectDerechos(db, row.clienteId, row.tallerId);
    const written = row.resenada ? 'Ya dejó su reseña.' : undefined;
    return {
      datos: { taller, enlace: `${entorno.publicUrl}/resenas/${row.token}` },
      cancelar: written ?? (derecho && (impedimento(derecho, entorno.now) ?? undefined)),
    };
  },
  ultima: ultimas.solicitud,
};

export const partesDeTalleres = {
  RECORDATORIO_3_DIAS: recordatorio,
  RECORDATORIO_1_DIA: recordatorio,
  OFERTA_CUPO: ofertaCupo,
  PEDIR_RESENA: pedirResena,
};
