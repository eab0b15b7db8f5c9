import { describe, expect, it } from 'vitest';
import { listAuditoria } from '#contract/auditoria.ts';
import { createUsuario } from '#contract/auth.ts';
import { encodeCursor } from '#server/core/http/cursor.ts';
import { CLAVE, testApp } from '#tests/support/app.ts';

const app = testApp();

async function createMany(n: number) {
  const admin = await app.as('ADMIN');
  for (let i = 0; i < n; i += 1) {
    await admin.ok(createUsuario, {
      body: {
        nombre: `Persona ${i}`,
        email: `persona${i}@escuela.cl`,
        rol: 'SOPORTE',
        clave: CLAVE,
      },
    });
  }
  return admin;
}

describe('audit log', () => {
  it('lists newest first, page by page, without gaps or repeats', async () => {
    const admin = await createMany(5);
    const all = await admin.ok(listAuditoria, { query: { entidad: 'USUARIO' } });
    expect(all.siguiente).toBeNull();
    expect(all.total).toBe(all.items.length);
    const ids = all.items.map((item) => item.id);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));

    const seen: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await admin.ok(listAuditoria, {
        query: { entidad: 'USUARIO', limite: 2, ...(cursor ? { cursor } : {}) },
      });
      expect(page.total).toBe(all.total);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.siguiente;
    } while (cursor);
    expect(seen).toEqual(ids);
  });

  it('tells who did what to which row, and never a password', async () => {
    const admin = await app.as('ADMIN');
    const made = await admin.ok(createUsuario, {
      body: { nombre: 'Eva', email: 'eva@escuela.cl', rol: 'VENTAS', clave: CLAVE },
    });
    const { items, total } = await admin.ok(listAuditoria, {
      query: { entidad: 'USUARIO', entidadId: made.id },
    });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      usuario: 'Persona ADMIN',
      accion: 'CREAR',
      entidadId: made.id,
      antes: null,
      despues: { nombre: 'Eva', email: 'eva@escuela.cl', rol: 'VENTAS' },
    });
    expect(JSON.stringify(items)).not.toContain(CLAVE);
  });

  it.each([
    'no-es-un-cursor',
    encodeCursor('-id', ['abc']),
    encodeCursor('-id', [null]),
    encodeCursor('nombre', [1]),
  ])('refuses the cursor %s', async (cursor) => {
    const reply = await (await app.as('ADMIN')).call(listAuditoria, { query: { cursor } });
    expect(reply.status).toBe(400);
    expect(reply.problem.code).toBe('CURSOR_INVALIDO');
  });
});
