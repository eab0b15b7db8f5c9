import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Db } from '../../core/db/connect.ts';
import { transaction } from '../../core/db/transaction.ts';
import { clearForHandover, releaseTomados } from '../cola.queries.ts';
import { finishRitmo, grantRitmo } from '../ritmo.queries.ts';
import { suppressAddress } from '../suprimir.ts';
import type { Transporte } from '../transporte.ts';
import type { Acuse, Acuses } from './acuses.ts';
import type { Plazos } from './conexion.ts';
import { consecuenciaDe } from './consecuencia.policy.ts';
import { devuelto, entregado, guardado, trasFallo } from './desenlace.ts';
import { FalloSmtp } from './fallo.ts';
import { createLineas } from './lineas.ts';
import type { Listo } from './preparar.ts';

export type DespachoOptions = {
  db: Db;
  log: Logger;
  now: () => Date;
  trabajador: string;
  transporte: Transporte;
  plazos: Plazos;
  acuses: Acuses;
  /** The sender is at fault for messages of these campaigns; without any, for all. */
  onRechazo: (motivo: string, campanaId: number | null) => Promise<unknown>;
  /** The server cannot be used now. */
  onCaida: (motivo: string) => void;
  onEntrega: () => void;
  /** Something ended: there may be room for more. */
  onAvance: () => void;
};

/** Messages granted together; their end is told when the last one ended. */
type Grupo = { id: number; left: number };
type Autorizado = Listo & { grupo: Grupo | null };

/** So many turns ahead are cleared at once when nothing limits the pace. */
const AHEAD = 2;

/** Hands messages over to one server, as many at a time as it has lines. */
export function createDespacho(options: DespachoOptions) {
  const { db, now, trabajador, transporte, acuses } = options;
  const smtp = transporte.tipo === 'SMTP' ? transporte : undefined;
  const lineas = smtp && createLineas(smtp, options.plazos);
  const limited = smtp !== undefined && (smtp.limiteSegundo ?? smtp.limiteHora) !== null;
  const lanes = smtp?.conexiones ?? 1;
  const cleared: Autorizado[] = [];
  let running = 0;
  let stopped = false;

  /** How many may be cleared now. */
  const room = () => Math.max(0, (limited ? lanes : lanes * AHEAD) - running - cleared.length);

  function end(acuse: Acuse, grupo: Grupo | null): void {
    if (grupo) grupo.left -= 1;
    acuses.add({ ...acuse, ritmo: grupo?.left === 0 ? grupo.id : null });
  }

  async function grant(wanted: number): Promise<{ cantidad: number; grupo: Grupo | null }> {
    if (!smtp || !limited) return { cantidad: wanted, grupo: null };
    const limites = { porSegundo: smtp.limiteSegundo, porHora: smtp.limiteHora };
    const given = await transaction(db, (trx) =>
      grantRitmo(trx, smtp.limitador, trabajador, limites, wanted),
    );
    if (!given) return { cantidad: 0, grupo: null };
    return { cantidad: given.cantidad, grupo: { id: given.id, left: given.cantidad } };
  }

  /** @returns those for which there is no budget now. */
  async function authorize(group: Listo[]): Promise<Listo[]> {
    const { cantidad, grupo } = await grant(group.length);
    const chosen = group.slice(0, cantidad);
    if (chosen.length === 0) return group;
    const ids = await clearForHandover(
      db,
      { trabajador, now: now().toISOString() },
      chosen.map(({ email }) => ({ id: email.id, epoca: email.epoca })),
    );
    const refused = chosen.filter(({ email }) => !ids.has(email.id)).map(({ email }) => email.id);
    await releaseTomados(db, trabajador, refused);
    if (grupo) {
      grupo.left -= refused.length;
      if (grupo.left === 0) await transaction(db, (trx) => finishRitmo(trx, [grupo.id]));
    }
    for (const listo of chosen) if (ids.has(listo.email.id)) cleared.push({ ...listo, grupo });
    return group.slice(cantidad);
  }

  async function fail({ email, grupo }: Autorizado, error: unknown): Promise<void> {
    const fallo = error instanceof FalloSmtp ? error : new FalloSmtp(error, 'CONEXION', false);
    const consecuencia = consecuenciaDe(fallo);
    const { respuesta: motivo } = fallo;
    if (consecuencia.tipo === 'FALLIDO' && consecuencia.suprimir) {
      const detalle = `Rechazada al enviar: ${motivo}`;
      await transaction(db, (trx) =>
        suppressAddress(trx, {
          email: email.email,
          emailLogId: email.id,
          detalle,
          now: now().toISOString(),
        }),
      );
    }
    // Who cannot sign in can send nothing; a refusal of one message is of its campaign.
    const all = fallo.fase === 'SESION';
    if (consecuencia.tipo === 'PAUSAR' && (all || email.campanaId !== null)) {
      await options.onRechazo(motivo, all ? null : email.campanaId);
    }
    if (all || consecuencia.tipo === 'TRANSPORTE') options.onCaida(motivo);
    end(trasFallo(email, fallo, { now: now().toISOString(), chance: Math.random() }), grupo);
  }

  async function handOver(listo: Autorizado): Promise<void> {
    const { email, compuesto, de, grupo } = listo;
    if (!lineas) {
      end(guardado(email, compuesto.asunto, now().toISOString()), grupo);
      return;
    }
    try {
      const respuesta = await lineas.send({ de, para: email.email, raw: compuesto.raw });
      end(entregado(email, compuesto.asunto, respuesta, now().toISOString()), grupo);
      options.onEntrega();
    } catch (error) {
      await fail(listo, error).catch((failure) => {
        // Its lease runs out and it goes again.
        options.log.error(
          { err: failure, emailId: email.id },
          'the end of an email was not settled',
        );
      });
    }
  }

  async function lane(): Promise<void> {
    for (let listo = cleared.shift(); listo && !stopped; listo = cleared.shift()) {
      await handOver(listo);
      options.onAvance();
    }
  }

  function startLanes(): void {
    while (running < lanes && cleared.length > 0) {
      running += 1;
      void lane().finally(() => {
        running -= 1;
        options.onAvance();
      });
    }
  }

  return {
    idle: () => running === 0 && cleared.length === 0,
    /**
     * Takes from the front of the list as many as there is room and budget for, and leaves the rest.
     * @returns whether any went.
     */
    async dispatch(listos: Listo[]): Promise<boolean> {
      const group = listos.splice(0, room());
      if (group.length === 0) return false;
      const left = await authorize(group).catch((error) => {
        listos.unshift(...group);
        throw error;
      });
      listos.unshift(...left);
      startLanes();
      return left.length < group.length;
    },
    /** Nothing new is handed over; what is under way ends, or is cut off when `patience` ms have passed. */
    async stop(patience: number): Promise<void> {
      stopped = true;
      for (const { email, grupo } of cleared.splice(0)) end(devuelto(email), grupo);
      const deadline = Date.now() + patience;
      while (running > 0 && Date.now() < deadline) await sleep(10);
      lineas?.close();
      while (running > 0) await sleep(10);
    },
  };
}
export type Despacho = ReturnType<typeof createDespacho>;
