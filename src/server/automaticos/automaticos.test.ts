import { describe, expect, it } from 'vitest';
import { getAjustes, updateAjustes } from '#contract/ajustes.ts';
import { listAuditoria } from '#contract/auditoria.ts';
import * as contract from '#contract/automaticos.ts';
import { claveAutomatico } from '#contract/emails.ts';
import { checkContenido } from '#server/emails/contenido/checkContenido.ts';
import { sanitizeCuerpo } from '#server/emails/contenido/sanitizeCuerpo.ts';
import { testApp } from '#tests/support/app.ts';
import { leerCorreo, readClaves, readCorreos } from '#tests/support/automaticos.ts';
import { buildCliente, buildTaller, buildVenta } from '#tests/support/builders.ts';
import { textos } from './textos.ts';
import { variablesDeAutomatico } from './variables.ts';

const app = testApp();

async function read(clave: contract.Automatico['clave']): Promise<contract.Automatico> {
  const { items } = await (await app.as('SOPORTE')).ok(contract.listAutomaticos, {});
  const found = items.find((item) => item.clave === clave);
  if (!found) throw new Error(`no ${clave}`);
  return found;
}

const sell = async (): Promise<number> => {
  const clienteId = await buildCliente(app);
  await buildVenta(app, (await buildTaller(app)).id, { clienteId });
  return clienteId;
};

describe('the texts that come with it', () => {
  it('are all there, each with what it is and when it goes out', async () => {
    const { items } = await (await app.as('MARKETING')).ok(contract.listAutomaticos, {});
    expect(items.map(({ clave }) => clave)).toEqual(claveAutomatico.options);
    for (const item of items) {
      expect(item).toMatchObject({ activo: true, editado: false, version: 1 });
      expect(item.nombre && item.cuando && item.asunto && item.cuerpo).toBeTruthy();
    }
  });

  it.each(claveAutomatico.options)('%s holds only its variables and clean HTML', (clave) => {
    const names = variablesDeAutomatico(clave).map(({ nombre }) => nombre);
    expect(checkContenido(textos[clave], names)).toEqual([]);
    const { cuerpo } = textos[clave];
    const plain = (html: string) => html.replace(/&gt;/g, '>').replace(/<br \/>/g, '<br>');
    expect(plain(sanitizeCuerpo(cuerpo))).toBe(plain(cuerpo));
  });

  it.each(claveAutomatico.options)('%s is shown with invented data, whole', async (clave) => {
    const { asunto, preheader, cuerpo } = textos[clave];
    const seen = await (await app.as('MARKETING')).ok(contract.previewAutomatico, {
      params: { clave },
      body: { asunto, preheader, cuerpo },
    });
    expect(seen.destinatario).toBeNull();
    for (const part of [seen.asunto, seen.preheader ?? '', seen.texto]) {
      expect(part).not.toMatch(/\{[{%]|undefined|null|\s,|«»/);
    }
    expect(seen.texto).toContain('Hola, Camila:');
    expect(seen.revisiones.filter(({ nivel }) => nivel === 'ERROR')).toEqual([]);
  });
});

describe('a mail that is switched off', () => {
  it('is not queued by its cause, and is again once it is on', async () => {
    const marketing = await app.as('MARKETING');
    const params = { clave: 'INSCRIPCION_RECIBIDA' } as const;
    const { version } = await read('INSCRIPCION_RECIBIDA');
    const off = await marketing.ok(contract.updateAutomatico, {
      params,
      body: { activo: false, version },
    });
    expect(off).toMatchObject({ activo: false, editado: false, version: version + 1 });
    expect(await readClaves(app, await sell())).toEqual([]);
    await marketing.ok(contract.updateAutomatico, {
      params,
      body: { activo: true, version: off.version },
    });
    expect(await readClaves(app, await sell())).toEqual(['INSCRIPCION_RECIBIDA']);
  });
});

describe('words of the school’s own', () => {
  const params = { clave: 'INSCRIPCION_RECIBIDA' } as const;
  const contenido = {
    asunto: 'Anotamos tu {{ cobro.tipo }}',
    preheader: null,
    cuerpo: '<p>Querida {{ cliente.nombres }}: son {{ cobro.total }}.</p><script>x()</script>',
  };

  it('go out, cleaned, also in what waited already; and then those it came with', async () => {
    const marketing = await app.as('MARKETING');
    const clienteId = await sell();
    const { version } = await read(params.clave);
    const changed = await marketing.ok(contract.updateAutomatico, {
      params,
      body: { contenido, version },
    });
    expect(changed).toMatchObject({ editado: true, activo: true, asunto: contenido.asunto });
    expect(changed.cuerpo).toBe('<p>Querida {{ cliente.nombres }}: son {{ cobro.total }}.</p>');
    const mine = await leerCorreo(app, clienteId, 'INSCRIPCION_RECIBIDA');
    expect(mine.asunto).toBe('Anotamos tu inscripción');
    expect(mine.texto).toContain('Querida María José: son $40.000.');
    const restored = await marketing.ok(contract.restoreAutomatico, {
      params,
      body: { version: changed.version },
    });
    expect(restored).toMatchObject({
      editado: false,
      asunto: textos.INSCRIPCION_RECIBIDA.asunto,
      version: changed.version + 1,
    });
    const again = await leerCorreo(app, clienteId, 'INSCRIPCION_RECIBIDA');
    expect(again.texto).toContain('Por pagar: $40.000');
    const { items } = await (await app.as('ADMIN')).ok(listAuditoria, {
      query: { entidad: 'CORREO_AUTOMATICO', limite: 2 },
    });
    expect(items.map(({ usuario }) => usuario)).toEqual(['Persona MARKETING', 'Persona MARKETING']);
  });

  it('are refused with an unknown variable or broken Liquid, each named by its field', async () => {
    const marketing = await app.as('MARKETING');
    const before = await read(params.clave);
    const { problem } = await marketing.call(contract.updateAutomatico, {
      params,
      body: {
        version: before.version,
        contenido: {
          asunto: 'Hola {{ cliente.apodo }}',
          preheader: '{% if cobro.saldo %}',
          cuerpo: '<p>{{ pago.monto }} y {{ constructor }}</p>',
        },
      },
    });
    expect(problem.status).toBe(422);
    expect(problem.errores?.map(({ campo }) => campo)).toEqual([
      'asunto',
      'preheader',
      'cuerpo',
      'cuerpo',
    ]);
    expect(problem.errores?.[0]?.mensaje).toContain('cliente.apodo');
    expect(problem.errores?.[2]?.mensaje).toContain('pago.monto');
    expect(await read(params.clave)).toEqual(before);
  });

  it('are refused over a newer version; of two changes at once one gets through', async () => {
    const marketing = await app.as('MARKETING');
    const clave = 'BIENVENIDA';
    const { version } = await read(clave);
    const replies = await Promise.all(
      [1, 2, 3].map((n) =>
        marketing.call(contract.updateAutomatico, {
          params: { clave },
          body: {
            version,
            contenido: { ...contenido, cuerpo: `<p>Hola ${n}</p>`, asunto: 'Hola' },
          },
        }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const stale = await marketing.call(contract.restoreAutomatico, {
      params: { clave },
      body: { version },
    });
    expect(stale.problem.code).toBe('CONFLICTO_VERSION');
  });

  it('are changed by those who write mail alone', async () => {
    const ventas = await app.as('VENTAS');
    const { version } = await read(params.clave);
    const refused = await ventas.call(contract.updateAutomatico, {
      params,
      body: { activo: false, version },
    });
    expect(refused.problem.code).toBe('SIN_PERMISO');
  });
});

describe('a look at a mail', () => {
  const words = textos.INSCRIPCION_RECIBIDA;
  const body = { asunto: words.asunto, preheader: words.preheader, cuerpo: words.cuerpo };

  it('shows what a person bought last, without a link that acts for them', async () => {
    const clienteId = await sell();
    const seen = await (await app.as('VENTAS')).ok(contract.previewAutomatico, {
      params: { clave: 'INSCRIPCION_RECIBIDA' },
      body: { ...body, clienteId },
    });
    expect(seen.destinatario?.id).toBe(clienteId);
    expect(seen.texto).toContain('Por pagar: $40.000');
    const { codigo } = await app.services.deps.db
      .selectFrom('cobro')
      .select('codigo')
      .where('clienteId', '=', clienteId)
      .executeTakeFirstOrThrow();
    expect(seen.html).not.toContain(`/reservas/${codigo}`);
  });

  it('shows the sums of nobody to who does not see sales, nor makes a way in', async () => {
    const clienteId = await sell();
    const marketing = await app.as('MARKETING');
    const seen = await marketing.ok(contract.previewAutomatico, {
      params: { clave: 'INSCRIPCION_RECIBIDA' },
      body: { ...body, clienteId },
    });
    expect(seen.texto).toContain('Hola, María José:');
    expect(seen.texto).toContain('Por pagar: $70.000');
    const { asunto, preheader, cuerpo } = textos.ENLACE_PORTAL;
    await (await app.as('ADMIN')).ok(contract.previewAutomatico, {
      params: { clave: 'ENLACE_PORTAL' },
      body: { asunto, preheader, cuerpo, clienteId },
    });
    const { db } = app.services.deps;
    expect(await db.selectFrom('verificacion').selectAll().execute()).toEqual([]);
    const nobody = await marketing.call(contract.previewAutomatico, {
      params: { clave: 'INSCRIPCION_RECIBIDA' },
      body: { ...body, clienteId: 999_999 },
    });
    expect(nobody.problem.code).toBe('NO_ENCONTRADO');
  });

  it('is queued as a test to an address of the team, of no person', async () => {
    const sent = await (await app.as('MARKETING')).ok(contract.sendPruebaAutomatico, {
      params: { clave: 'PAGO_RECIBIDO' },
      body: { ...textosDe('PAGO_RECIBIDO'), para: 'equipo@escuela.cl' },
    });
    expect(sent.transporte).toBe('LOCAL');
    const row = await app.services.deps.db
      .selectFrom('emailLog')
      .selectAll()
      .where('id', '=', sent.emailId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ email: 'equipo@escuela.cl', clienteId: null, automatico: null });
  });
});

function textosDe(clave: contract.Automatico['clave']) {
  const { asunto, preheader, cuerpo } = textos[clave];
  return { asunto, preheader, cuerpo };
}

describe('what is kept of a mail', () => {
  it('is compiled once for many, and anew when the look of the school changes', async () => {
    const people = [await sell(), await sell(), await sell()];
    for (const id of people) await leerCorreo(app, id, 'INSCRIPCION_RECIBIDA');
    const { db } = app.services.deps;
    const count = async () => (await db.selectFrom('contenidoEmail').select('id').execute()).length;
    const before = await count();
    for (const id of people) await leerCorreo(app, id, 'INSCRIPCION_RECIBIDA');
    expect(await count()).toBe(before);
    const admin = await app.as('ADMIN');
    const { version } = await admin.ok(getAjustes, {});
    await admin.ok(updateAjustes, { body: { version, colorAcento: '#123456' } });
    const { html } = await leerCorreo(app, people[0] ?? 0, 'INSCRIPCION_RECIBIDA');
    expect(html).toContain('#123456');
    expect(await count()).toBe(before + 1);
    expect(await readCorreos(app, people[0] ?? 0)).toHaveLength(1);
  });
});
