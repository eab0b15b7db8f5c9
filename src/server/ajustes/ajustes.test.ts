import { describe, expect, it } from 'vitest';
import * as contract from '#contract/ajustes.ts';
import { uploadImagen } from '#contract/archivos.ts';
import { listAuditoria } from '#contract/auditoria.ts';
import { testApp } from '#tests/support/app.ts';
import { pixelPng } from '#tests/support/images.ts';

const app = testApp();
const admin = () => app.as('ADMIN');

describe('ajustes', () => {
  it('changes what is given, clears what is empty and keeps the rest', async () => {
    const user = await admin();
    const before = await user.ok(contract.getAjustes, {});
    const after = await user.ok(contract.updateAjustes, {
      body: {
        version: before.version,
        nombre: 'Taller Ñandú',
        rut: '76.192.083-9',
        telefono: '9 8765 4321',
        banco: 'Banco Estado',
        horasReserva: 24,
      },
    });
    expect(after).toEqual({
      ...before,
      version: before.version + 1,
      nombre: 'Taller Ñandú',
      rut: '76192083-9',
      telefono: '+56987654321',
      banco: 'Banco Estado',
      horasReserva: 24,
    });
    const cleared = await user.ok(contract.updateAjustes, {
      body: { version: after.version, banco: '' },
    });
    expect(cleared).toMatchObject({ banco: null, nombre: 'Taller Ñandú' });
  });

  it('refuses a stale version and changes nothing', async () => {
    const user = await admin();
    const { version, nombre } = await user.ok(contract.getAjustes, {});
    const stale = await user.call(contract.updateAjustes, {
      body: { version: version + 1, nombre: 'Otra' },
    });
    expect(stale.status).toBe(409);
    expect(stale.problem.code).toBe('CONFLICTO_VERSION');
    expect((await user.ok(contract.getAjustes, {})).nombre).toBe(nombre);
  });

  it('lets one of two changes made at once through', async () => {
    const user = await admin();
    const { version } = await user.ok(contract.getAjustes, {});
    const results = await Promise.all(
      ['Una', 'Dos', 'Tres'].map((giro) =>
        user.call(contract.updateAjustes, { body: { version, giro } }),
      ),
    );
    expect(results.map((r) => r.status).sort()).toEqual([200, 409, 409]);
  });

  it('numbers the consent text anew only when it changes', async () => {
    const user = await admin();
    const before = await user.ok(contract.getAjustes, {});
    const same = await user.ok(contract.updateAjustes, {
      body: { version: before.version, textoConsentimiento: before.textoConsentimiento },
    });
    expect(same.versionConsentimiento).toBe(before.versionConsentimiento);
    const changed = await user.ok(contract.updateAjustes, {
      body: { version: same.version, textoConsentimiento: 'Quiero recibir novedades.' },
    });
    expect(changed.versionConsentimiento).toBe(before.versionConsentimiento + 1);
  });

  it('names every wrong field at once', async () => {
    const user = await admin();
    const { version } = await user.ok(contract.getAjustes, {});
    const reply = await user.call(contract.updateAjustes, {
      body: {
        version,
        rut: '76.192.083-1',
        email: 'no es correo',
        telefono: '123',
        comuna: '99999',
        horasReserva: 0,
        colorAcento: 'rojo',
      },
    });
    expect(reply.status).toBe(422);
    expect(reply.problem.errores?.map((e) => e.campo).sort()).toEqual([
      'colorAcento',
      'comuna',
      'email',
      'horasReserva',
      'rut',
      'telefono',
    ]);
  });

  it('takes only a stored image as logo, and shows it to every role', async () => {
    const user = await admin();
    const { version } = await user.ok(contract.getAjustes, {});
    const unknown = await user.call(contract.updateAjustes, {
      body: { version, logoId: '6f1c1f0e-0000-4000-8000-000000000000' },
    });
    expect(unknown.status).toBe(422);
    expect(unknown.problem.errores).toEqual([expect.objectContaining({ campo: 'logoId' })]);
    const image = await user.ok(uploadImagen, { archivo: await pixelPng(40, 20) });
    await user.ok(contract.updateAjustes, { body: { version, logoId: image.id } });
    const marca = await (await app.as('SOPORTE')).ok(contract.getMarca, {});
    expect(marca).toMatchObject({ logoUrl: image.url, zonaNegocio: 'America/Santiago' });
  });

  it('logs who changed what, with only the changed fields', async () => {
    const user = await admin();
    const { version, horasReserva } = await user.ok(contract.getAjustes, {});
    await user.ok(contract.updateAjustes, { body: { version, horasReserva: 72, giro: null } });
    const { items } = await user.ok(listAuditoria, { query: { entidad: 'AJUSTES', limite: 1 } });
    expect(items[0]).toMatchObject({ usuario: 'Persona ADMIN', accion: 'CAMBIAR' });
    expect(items[0]?.antes).toMatchObject({ horasReserva });
    expect(items[0]?.despues).toMatchObject({ horasReserva: 72 });
    expect(items[0]?.despues).not.toHaveProperty('nombre');
    expect(items[0]?.despues).not.toHaveProperty('version');
  });
});
