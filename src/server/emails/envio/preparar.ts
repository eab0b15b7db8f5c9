import type { Deps } from '../../core/context.ts';
import { transaction } from '../../core/db/transaction.ts';
import type { Armar } from '../armado.ts';
import { sobreDe } from '../cabeceras.ts';
import { keepArmado, type Tomado } from '../cola.queries.ts';
import { readContenido } from '../contenido/contenido.queries.ts';
import type { Composer, Compuesto, Contenido, Trabajo } from '../contenido/trabajo.ts';
import { createToken } from '../token.ts';
import type { Transporte } from '../transporte.ts';
import { enlacesDe, valoresDe } from '../valores.ts';
import type { Acuse } from './acuses.ts';
import { cancelado, fallido, impedido, reintento } from './desenlace.ts';

/** A message ready to be handed over. */
export type Listo = {
  email: Tomado;
  compuesto: Compuesto;
  /** The envelope's sender. */
  de: string;
};
export type Preparado = { listos: Listo[]; acuses: Acuse[] };

/** What an automatic mail keeps instead of what is told once. */
const SECRETO = '(enlace de acceso: no se guarda)';

const MAX_CONTENTS = 100;

/** Makes messages of leased rows; those that cannot or must not be sent come back as settled. */
export function createPreparar(deps: Deps, armar: Armar) {
  const { db, config, secret, log } = deps;
  const contents = new Map<number, Contenido>();

  async function contentOf(id: number): Promise<Contenido> {
    const known = contents.get(id) ?? (await readContenido(db, id));
    if (!known) throw new Error(`there is no content ${id}`);
    contents.delete(id);
    contents.set(id, known);
    const [oldest] = contents.keys();
    if (contents.size > MAX_CONTENTS && oldest !== undefined) contents.delete(oldest);
    return known;
  }

  /** The words of an automatic mail, anew at each try; what it was first made of stays. */
  async function arm(email: Tomado, now: string) {
    const { automatico, id, clienteId, referencia } = email;
    if (automatico === null) return email;
    return transaction(db, async (trx) => {
      const given = { id, automatico, clienteId, email: email.email, referencia };
      const armado = await armar(trx, now, given);
      if ('cancelar' in armado) return armado;
      const { contenidoId, datos, secretos = {} } = armado;
      const hidden = Object.fromEntries(Object.keys(secretos).map((name) => [name, SECRETO]));
      const kept =
        email.contenidoId === null
          ? { contenidoId, datos: { ...datos, ...hidden } }
          : { contenidoId: email.contenidoId, datos: email.datos };
      if (email.contenidoId === null) await keepArmado(trx, id, kept);
      return { ...email, ...kept, datos: { ...kept.datos, ...secretos } };
    });
  }

  async function jobOf(email: Tomado, transporte: Transporte, now: string) {
    const armed = await arm(email, now);
    if ('cancelar' in armed) return armed;
    if (armed.contenidoId === null) throw new Error(`email ${email.id} has no content`);
    const contenido = await contentOf(armed.contenidoId);
    const enlaces = enlacesDe(secret, config.publicUrl, email.id);
    const datos = valoresDe(contenido.datos, armed, enlaces);
    const { sobre, de } = sobreDe({
      transporte,
      secret,
      publicUrl: config.publicUrl,
      fecha: now,
      email,
      datos,
    });
    const link = (purpose: 'clic' | 'apertura') =>
      `${config.publicUrl}/api/publico/correo/${purpose}/${createToken(secret, purpose, email.id)}`;
    const seguimiento = email.seguimiento
      ? { clic: link('clic'), apertura: link('apertura') }
      : null;
    const trabajo: Trabajo = { contenido, datos, sobre, seguimiento };
    return { trabajo, de };
  }

  return async (
    tomados: Tomado[],
    transporte: Transporte,
    composer: Composer,
    now: string,
  ): Promise<Preparado> => {
    const acuses: Acuse[] = [];
    const jobs: { email: Tomado; trabajo: Trabajo; de: string }[] = [];
    for (const email of tomados) {
      if (email.impedimento) {
        acuses.push(impedido(email, email.impedimento));
        continue;
      }
      try {
        const job = await jobOf(email, transporte, now);
        if ('cancelar' in job) acuses.push(cancelado(email, job.cancelar));
        else jobs.push({ email, ...job });
      } catch (error) {
        log.error({ err: error, emailId: email.id }, 'email could not be prepared');
        acuses.push(reintento(email, 'No se pudo preparar.', { now, chance: Math.random() }));
      }
    }
    const composed = await composer.compose(jobs.map(({ trabajo }) => trabajo));
    const listos: Listo[] = [];
    for (const [index, { email, de }] of jobs.entries()) {
      const compuesto = composed[index];
      if (compuesto === undefined) throw new Error('the composer answers each job');
      if ('error' in compuesto) acuses.push(fallido(email, compuesto.error));
      else listos.push({ email, compuesto, de });
    }
    return { listos, acuses };
  };
}
