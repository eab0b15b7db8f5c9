import { expect } from 'vitest';
import { type Cliente, createCliente } from '#contract/clientes.ts';
import type { CallArgs } from '#contract/endpoint.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { Reply, TestApp } from './app.ts';

type Ficha = CallArgs<typeof createCliente>['body'];

let counter = 0;

/** A cliente made over HTTP by sales, with an email of its own. */
export async function buildFicha(app: TestApp, ficha: Partial<Ficha> = {}): Promise<Cliente> {
  counter += 1;
  const ventas = await app.as('VENTAS');
  return ventas.ok(createCliente, {
    body: {
      tipo: 'B2C',
      nombres: 'Ana',
      apellidos: 'Rojas',
      email: `ficha${counter}@correo.cl`,
      origen: 'INSTAGRAM',
      ...ficha,
    },
  });
}

/** Expects a refusal with this code that names exactly these fields. */
export function expectRefusal(reply: Reply<unknown>, code: ErrorCode, campos: string[]): void {
  expect(reply.problem).toMatchObject({ code });
  const named = (reply.problem.errores ?? []).map((error) => error.campo);
  expect([...new Set(named)].sort()).toEqual([...campos].sort());
}

/** How many rows each table has that a refused write must not touch. */
export async function countRows(app: TestApp): Promise<Record<string, number>> {
  const { db } = app.services.deps;
  const tables = [
    'cliente',
    'clienteEstado',
    'clienteInteres',
    'consentimiento',
    'empresa',
    'interes',
    'auditoria',
    'idempotencia',
  ] as const;
  const counts = await Promise.all(
    tables.map(async (table) => {
      const { n } = await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return [table, n] as const;
    }),
  );
  return Object.fromEntries(counts);
}
