import { getAjustes, updateAjustes } from '#contract/ajustes.ts';
import {
  type Audiencia,
  type Campana,
  createCampana,
  getRevisiones,
  launchCampana,
} from '#contract/campanas.ts';
import type { CallArgs } from '#contract/endpoint.ts';
import type { TestApp } from './app.ts';
import { buildFicha } from './clientes.ts';

type Campos = CallArgs<typeof createCampana>['body'];
type Ficha = NonNullable<Parameters<typeof buildFicha>[1]>;

let counter = 0;

/** What every campaign needs of the school: a sender and a postal address. */
export async function setRemitente(app: TestApp): Promise<void> {
  const admin = await app.as('ADMIN');
  const { version } = await admin.ok(getAjustes, {});
  await admin.ok(updateAjustes, {
    body: { version, email: 'hola@escuela.cl', direccion: 'Los Alerces 45' },
  });
}

/** Says of a Cliente that they agreed, or no longer, to be written to. */
export async function consent(
  app: TestApp,
  clienteId: number,
  accion: 'OTORGADO' | 'RETIRADO' = 'OTORGADO',
): Promise<void> {
  const { db } = app.services.deps;
  await db
    .insertInto('consentimiento')
    .columns(['clienteId', 'email', 'finalidad', 'accion', 'texto', 'textoVersion', 'canal'])
    .expression((eb) =>
      eb
        .selectFrom('cliente')
        .select((c) => [
          'cliente.id',
          c.fn.coalesce('cliente.email', c.val('sin@correo.cl')).as('email'),
          c.val('NEWSLETTER' as const).as('finalidad'),
          c.val(accion).as('accion'),
          c.val('Acepto.').as('texto'),
          c.val(1).as('textoVersion'),
          c.val('PRUEBA').as('canal'),
        ])
        .where('id', '=', clienteId),
    )
    .execute();
}

/** A Cliente who agreed to be written to. */
export async function buildSuscrito(app: TestApp, ficha: Ficha = {}): Promise<number> {
  const { id } = await buildFicha(app, ficha);
  await consent(app, id);
  return id;
}

/** The audience of some people, by hand. */
export function elegidos(...clientes: number[]): Audiencia {
  return { modo: 'CLIENTES', clientes };
}

/** A draft that could be sent. */
export async function buildCampana(app: TestApp, campos: Partial<Campos> = {}): Promise<Campana> {
  counter += 1;
  const marketing = await app.as('MARKETING');
  return marketing.ok(createCampana, {
    body: {
      nombre: `Novedades ${counter}`,
      tipo: 'OFERTA',
      asunto: 'Hola {{ cliente.nombres }}',
      cuerpo: '<p>Hay talleres nuevos este mes, {{ cliente.nombres }}: ven a conocerlos.</p>',
      audiencia: { modo: 'FILTRO', filtro: {} },
      ...campos,
    },
  });
}

/** Sends a draft now, having seen how many it reaches. */
export async function launch(app: TestApp, campana: Campana): Promise<Campana> {
  const marketing = await app.as('MARKETING');
  const params = { id: campana.id };
  const { items } = await marketing.ok(getRevisiones, { params });
  const seen = items.find(({ clave }) => clave === 'AUDIENCIA')?.titulo ?? '';
  const destinatariosVistos = Number(seen.replace(/\D/g, ''));
  return marketing.ok(launchCampana, {
    params,
    body: { destinatariosVistos, version: campana.version },
  });
}

/** Launches a draft and prepares it to the end. */
export async function prepare(app: TestApp, campana: Campana): Promise<void> {
  await launch(app, campana);
  await app.runJobs();
}

/** The rows of a campaign, by the Cliente's id. */
export function readFilas(app: TestApp, campanaId: number) {
  return app.services.deps.db
    .selectFrom('emailLog')
    .selectAll()
    .where('campanaId', '=', campanaId)
    .orderBy('clienteId')
    .execute();
}

/** As the sender does it: every message that waits ends so. */
export async function settleAll(
  app: TestApp,
  campanaId: number,
  estado: 'ENVIADO' | 'LOCAL' | 'FALLIDO' | 'SUPRIMIDO' = 'ENVIADO',
): Promise<void> {
  const { db, now } = app.services.deps;
  const sent = estado === 'ENVIADO' || estado === 'LOCAL';
  await db
    .updateTable('emailLog')
    .set({ estado, enviadoEn: sent ? now().toISOString() : null })
    .where('campanaId', '=', campanaId)
    .where('estado', '=', 'EN_COLA')
    .execute();
}
