import { beforeAll, expect, it } from 'vitest';
import * as contract from '#contract/campanas.ts';
import { getMensaje } from '#contract/emails.ts';
import { testApp } from '#tests/support/app.ts';
import {
  buildCampana,
  buildSuscrito,
  consent,
  elegidos,
  launch,
  readFilas,
  setRemitente,
} from '#tests/support/campanas.ts';
import { startTestSender, until } from '#tests/support/envio.ts';

const app = testApp();

beforeAll(() => setRemitente(app));

it('goes from its launch to its end by the jobs and the sender that people run', async () => {
  const marketing = await app.as('MARKETING');
  const ana = await buildSuscrito(app, { nombres: 'Ana' });
  const bea = await buildSuscrito(app, { nombres: 'Bea' });
  const draft = await buildCampana(app, { audiencia: elegidos(ana, bea) });
  const params = { id: draft.id };
  const read = () => marketing.ok(contract.getCampana, { params });
  await launch(app, draft);
  await app.runJobs();
  // Said after it was queued: she must not get it any more.
  await consent(app, bea, 'RETIRADO');
  const sender = await startTestSender(app);
  await until(
    'the campaign is over',
    async () => (await read()).estado === 'COMPLETADA',
    60,
  ).finally(() => sender.stop());
  expect((await read()).progreso).toEqual({
    ...{ total: 2, enCola: 0, enviados: 0, locales: 1, fallidos: 0 },
    ...{ suprimidos: 1, cancelados: 0, inciertos: 0 },
  });
  const [first] = await readFilas(app, draft.id);
  const mensaje = await marketing.ok(getMensaje, { params: { id: first?.id ?? 0 } });
  expect(mensaje.asunto).toBe('Hola Ana');
  expect(mensaje.texto).toContain('este mes, Ana: ven a conocerlos');
  expect(await marketing.ok(contract.getInforme, { params })).toMatchObject({
    ...{ bajas: 0, porHora: [], ventas: { cantidad: 0 } },
  });
});
