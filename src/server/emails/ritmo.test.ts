import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { transaction } from '../core/db/transaction.ts';
import { grantRitmo } from './ritmo.queries.ts';

const app = testApp();
const ALGUIEN = '00000000-0000-4000-8000-000000000001';

const grant = (wanted: number) =>
  transaction(app.services.deps.db, (trx) =>
    grantRitmo(trx, 'usuario@host', ALGUIEN, { porSegundo: 5, porHora: null }, wanted),
  );

it('does not lose budget for good to a group whose end was never told', async () => {
  expect((await grant(5))?.cantidad).toBe(5);
  expect(await grant(1)).toBeUndefined();
  await sql`update email_ritmo set otorgado_en = otorgado_en - interval '11 minutes'`.execute(
    app.services.deps.db,
  );
  expect((await grant(5))?.cantidad).toBe(5);
  expect(await grant(1)).toBeUndefined();
});
