import { setTimeout as sleep } from 'node:timers/promises';
import type { Deps } from '../../core/context.ts';
import { transaction } from '../../core/db/transaction.ts';
import { withoutAddresses } from '../../core/log.ts';
import type { Armar } from '../armado.ts';
import { claimCampanas, claimDirect, releaseAbandoned, releaseTomados } from '../cola.queries.ts';
import { createComposer } from '../contenido/composer.ts';
import { probarFirma } from '../contenido/firma.ts';
import type { Composer } from '../contenido/trabajo.ts';
import { readTransporte, type Transporte } from '../transporte.ts';
import { createAcuses } from './acuses.ts';
import { PLAZOS, type Plazos } from './conexion.ts';
import { esperaDeTransporte, MAX_INTENTOS } from './consecuencia.policy.ts';
import { createDespacho, type Despacho } from './despacho.ts';
import { createPreparar, type Listo } from './preparar.ts';
import { announce, type Presencia } from './presencia.ts';
import { saveProblema } from './problema.queries.ts';

/** What the sender asks of features above it. */
export type Ganchos = {
  armar: Armar;
  /** Ends campaigns of which nothing is left to send. */
  completar: (deps: Deps) => Promise<unknown>;
  /** Stops one campaign, or all that are being sent, for a fault of the sender's. */
  pausar: (deps: Deps, campanaId: number | null, motivo: string) => Promise<unknown>;
};

export type SenderOptions = {
  deps: Deps;
  databaseUrl: string;
  ganchos: Ganchos;
  plazos?: Plazos;
  /** Threads that build messages. */
  hilos?: number;
};

/** So many are leased and built ahead of their turn. */
const BATCH = 100;
/** With a limited pace, no more than go out in this time: a lease is short. */
const AHEAD_S = 10;
/** Shorter than a lease: what waited longer for its turn is given back. */
const STALE_MS = 45_000;
const IDLE_MS = 500;
/** Between looks at an outbox that had nothing, at the settings, and at what others left behind. */
const AGAIN_MS = 250;
const SETTINGS_MS = 1_000;
const UPKEEP_MS = 2_000;
const PATIENCE_MS = 6_000;

/** What belongs to one way of sending, and is made anew when the settings change. */
type Medio = { key: string; transporte: Transporte; composer: Composer; despacho: Despacho };

/** Sends what waits in the outbox until it is stopped. Any number of them may work on one outbox. */
export async function startSender(options: SenderOptions) {
  const { deps, ganchos } = options;
  const { db, log, now } = deps;
  const instant = () => now().toISOString();
  const presencia: Presencia = await announce(options.databaseUrl);
  const trabajador = presencia.id;
  const acuses = createAcuses(db, trabajador, (error) => log.error({ err: error }, 'acks wait'));
  const preparar = createPreparar(deps, ganchos.armar);
  const listos: Listo[] = [];
  let medio: Medio | undefined;
  let unusable: string | undefined;
  let stopping = false;
  let wake = Promise.withResolvers<void>();
  const outage = { failures: 0, until: 0, told: null as string | null };
  let producing: Promise<void> | undefined;
  const next = { upkeep: 0, settings: 0, claim: 0, stale: 0 };

  const advance = () => wake.resolve();

  function onCaida(motivo: string): void {
    if (Date.now() < outage.until) return;
    outage.failures += 1;
    outage.until = Date.now() + esperaDeTransporte(outage.failures, Math.random());
    tell(motivo);
    const reason = withoutAddresses(motivo);
    log.warn({ reason, failures: outage.failures }, 'the mail server cannot be used');
  }

  function tell(motivo: string | null): void {
    if (outage.told === motivo) return;
    outage.told = motivo;
    saveProblema(db, motivo, instant()).catch((error) => log.error({ err: error }, 'not saved'));
  }

  function onEntrega(): void {
    outage.failures = 0;
    outage.until = 0;
    tell(null);
  }

  async function releaseListos(): Promise<void> {
    const left = listos.splice(0).map(({ email }) => email.id);
    await releaseTomados(db, trabajador, left);
  }

  async function closeMedio(): Promise<void> {
    await producing;
    await medio?.despacho.stop(PATIENCE_MS);
    await releaseListos();
    await medio?.composer.close();
    medio = undefined;
  }

  /** Undefined while the settings cannot be used: what goes out would go unsigned. */
  async function currentMedio(): Promise<Medio | undefined> {
    if (medio && Date.now() < next.settings) return medio;
    const transporte = await readTransporte(deps);
    const key = JSON.stringify(transporte);
    next.settings = Date.now() + SETTINGS_MS;
    if (medio?.key === key || unusable === key) return medio;
    await closeMedio();
    outage.failures = 0;
    outage.until = 0;
    const { firma } = transporte;
    try {
      if (firma) probarFirma(firma);
    } catch (error) {
      unusable = key;
      tell(String((error as Error).message));
      log.error({ err: error }, 'mail cannot be signed');
      return undefined;
    }
    const despacho = createDespacho({
      db,
      log,
      now,
      trabajador,
      transporte,
      acuses,
      plazos: options.plazos ?? PLAZOS,
      onRechazo: (motivo, campanaId) => ganchos.pausar(deps, campanaId, motivo),
      onCaida,
      onEntrega,
      onAvance: advance,
    });
    medio = {
      key,
      transporte,
      despacho,
      composer: createComposer({ firma, hilos: options.hilos ?? 2 }),
    };
    return medio;
  }

  /** Leases what is due and builds it. */
  async function produce({ transporte, composer }: Medio): Promise<void> {
    const max = batchOf(transporte);
    const claim = { trabajador, now: instant(), max };
    const direct = await claimDirect(db, claim);
    const rest = max - direct.length;
    const bulk = rest > 0 ? await claimCampanas(db, { ...claim, max: rest }) : [];
    const tomados = [...direct, ...bulk];
    if (tomados.length === 0) {
      next.claim = Date.now() + AGAIN_MS;
      return;
    }
    const prepared = await preparar(tomados, transporte, composer, instant());
    for (const acuse of prepared.acuses) acuses.add(acuse);
    // What is not part of a campaign goes before what waited already.
    const [urgent, others] = partition(prepared.listos);
    listos.unshift(...urgent);
    listos.push(...others);
    next.stale = Date.now() + STALE_MS;
  }

  /** Nothing is in hand: no row can be ours. */
  const isEmpty = () =>
    listos.length === 0 && !producing && acuses.idle() && (medio?.despacho.idle() ?? true);

  async function upkeep(): Promise<void> {
    if (Date.now() < next.upkeep) return;
    next.upkeep = Date.now() + UPKEEP_MS;
    await transaction(db, (trx) =>
      releaseAbandoned(trx, { trabajador, now: instant(), empty: isEmpty() }, MAX_INTENTOS),
    );
    await ganchos.completar(deps);
  }

  const failed = (error: unknown) => {
    log.error({ err: error }, 'the outbox could not be worked on');
    next.claim = Date.now() + AGAIN_MS;
    return false;
  };

  /** One turn: build in the background, hand over what is built. @returns whether anything went. */
  async function turn(): Promise<boolean> {
    await upkeep();
    const current = await currentMedio();
    if (!current) return false;
    if (Date.now() < outage.until || (listos.length > 0 && Date.now() > next.stale)) {
      await releaseListos();
      return false;
    }
    // Only what has work to do may wake the next turn, or turns would chase each other.
    if (Date.now() >= next.claim && listos.length <= batchOf(current.transporte) / 2) {
      producing ??= produce(current)
        .catch(failed)
        .then(() => {
          producing = undefined;
          if (listos.length > 0) advance();
        });
    }
    return current.despacho.dispatch(listos);
  }

  async function work(): Promise<void> {
    while (!stopping) {
      wake = Promise.withResolvers<void>();
      const busy = await turn().catch(failed);
      const quiet = listos.length === 0 && (medio?.despacho.idle() ?? true);
      if (!busy && !stopping) {
        await Promise.race([wake.promise, sleep(quiet ? IDLE_MS : 50, undefined, { ref: false })]);
      }
    }
  }

  const working = work();
  return {
    trabajador,
    async stop(): Promise<void> {
      stopping = true;
      advance();
      await working;
      await closeMedio();
      await acuses.flushed();
      await presencia.close();
    },
  };
}
export type Sender = Awaited<ReturnType<typeof startSender>>;

function batchOf(transporte: Transporte): number {
  const pace = transporte.tipo === 'SMTP' ? transporte.limiteSegundo : null;
  return Math.min(BATCH, pace === null ? BATCH : pace * AHEAD_S);
}

function partition(listos: Listo[]): [urgent: Listo[], others: Listo[]] {
  return [
    listos.filter(({ email }) => email.campanaId === null),
    listos.filter(({ email }) => email.campanaId !== null),
  ];
}
