import { expect } from 'vitest';
import type { ClaveAutomatico } from '#contract/emails.ts';
import { createArmar } from '#server/automaticos/armar.ts';
import type { Deps } from '#server/core/context.ts';
import { transaction } from '#server/core/db/transaction.ts';
import type { Armar } from '#server/emails/armado.ts';
import { previewComposer } from '#server/emails/contenido/composer.ts';
import { readContenido } from '#server/emails/contenido/contenido.queries.ts';
import { enlacesDe, valoresDe } from '#server/emails/valores.ts';
import type { TestApp } from './app.ts';

/** The automatic mails queued for a Cliente, the first one first. */
export function readCorreos(app: TestApp, clienteId: number) {
  return app.services.deps.db
    .selectFrom('emailLog')
    .selectAll()
    .where('clienteId', '=', clienteId)
    .where('automatico', 'is not', null)
    .orderBy('id')
    .execute();
}
type Fila = Awaited<ReturnType<typeof readCorreos>>[number];

/** The kinds of mail queued for a Cliente that nobody took back. */
export async function readClaves(app: TestApp, clienteId: number): Promise<(string | null)[]> {
  const rows = await readCorreos(app, clienteId);
  return rows.filter(({ estado }) => estado === 'EN_COLA').map(({ automatico }) => automatico);
}

const sobre = {
  de: { nombre: 'Escuela', email: 'hola@escuela.cl' },
  para: { nombre: '', email: 'persona@correo.cl' },
  responderA: null,
  mensajeId: 'prueba@escuela.cl',
  fecha: '2026-11-22T12:00:00.000Z',
  cabeceras: [] as [string, string][],
};

export type Carta = {
  asunto: string;
  texto: string;
  html: string;
  secretos: Record<string, string>;
};

/** One for each app, as its worker has: it remembers what it compiled. */
const armadores = new WeakMap<Deps, Armar>();

/** What makes it not worth sending, or the mail as it is made now, of the data of this moment. */
export async function armarCorreo(app: TestApp, fila: Fila): Promise<Carta | { cancelar: string }> {
  const { deps } = app.services;
  const { id, automatico, clienteId, email, referencia } = fila;
  const given = {
    id,
    automatico: automatico as ClaveAutomatico,
    clienteId,
    email,
    referencia: referencia as Record<string, number | string>,
  };
  const armar = armadores.get(deps) ?? createArmar(deps);
  armadores.set(deps, armar);
  const armado = await transaction(deps.db, (trx) => armar(trx, deps.now().toISOString(), given));
  if ('cancelar' in armado) return armado;
  const { contenidoId, datos, secretos = {} } = armado;
  const contenido = await readContenido(deps.db, contenidoId);
  if (!contenido) throw new Error('the content was not kept');
  const enlaces = enlacesDe(deps.secret, deps.config.publicUrl, id);
  const values = valoresDe(contenido.datos, { email, datos: { ...datos, ...secretos } }, enlaces);
  const [made] = await previewComposer().compose([
    { contenido, datos: values, sobre, seguimiento: null },
  ]);
  if (!made || 'error' in made) throw new Error(made?.error ?? 'nothing was made');
  return { asunto: made.asunto, texto: made.texto, html: made.html, secretos };
}

/** The latest mail of a kind to a Cliente, made now; the test fails when it is not worth sending. */
export async function leerCorreo(
  app: TestApp,
  clienteId: number,
  automatico: ClaveAutomatico,
): Promise<Carta> {
  const rows = await readCorreos(app, clienteId);
  const fila = rows.findLast((row) => row.automatico === automatico);
  if (!fila) throw new Error(`no ${automatico} for ${clienteId}`);
  const carta = await armarCorreo(app, fila);
  expect(carta).not.toHaveProperty('cancelar');
  return carta as Carta;
}
