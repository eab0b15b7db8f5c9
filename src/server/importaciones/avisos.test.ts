import { expect, it } from 'vitest';
import { getCliente, listClientes } from '#contract/clientes.ts';
import { auditData } from '#server/invariantes/auditData.ts';
import { testApp } from '#tests/support/app.ts';
import { csv, filasDe, importFile } from '#tests/support/importaciones.ts';

const app = testApp();

it('takes people with a slip or a bad phone, saying so, and refuses rows with cells past the titles', async () => {
  const archivo = csv(
    'Nombre;Apellidos;Mail;Fono;Observaciones;',
    'Ana;Soto;ana@gmial.com;9 8765 4321;;',
    'Beto;Ruiz;beto@ejemplo.cl;5.69E+10;;',
    'Caro;Paz;;5.69E+10;;',
    'Dora;Gil;dora@ejemplo.cl;9 1111 2222;sin comillas; y con separador; dos veces',
    'Eva;Lira;eva@ejemplo.cl;9 1111 3333;Bajo el título vacío;llamar',
  );
  const primera = await importFile(app, archivo);
  expect(primera.resultado).toMatchObject({ crear: 3, error: 2, avisos: 2 });
  const filas = await filasDe(app, primera.id);
  expect(filas.map(({ accion }) => accion)).toEqual(['CREAR', 'CREAR', 'ERROR', 'ERROR', 'CREAR']);
  expect(filas[0]?.avisos[0]?.mensaje).toBe('¿Quisiste decir ana@gmail.com?');
  expect(filas[1]?.avisos[0]?.mensaje).toContain('Excel recortó el número');
  expect(filas[3]?.errores).toEqual([
    { campo: 'fila', mensaje: expect.stringContaining('tiene 1 celda de más') },
  ]);

  const caller = await app.as('VENTAS');
  const buscar = async (q: string) => (await caller.ok(listClientes, { query: { q } })).items;
  expect(await buscar('ana@gmial.com')).toMatchObject([{ nombres: 'Ana', email: 'ana@gmial.com' }]);
  const [beto] = await buscar('beto@ejemplo.cl');
  expect(await caller.ok(getCliente, { params: { id: beto?.id ?? 0 } })).toMatchObject({
    ...{ telefono: null, notas: 'Teléfono: 5.69E+10' },
  });

  const otra = await importFile(app, archivo);
  expect(otra.resultado).toMatchObject({ crear: 0, actualizar: 0, igual: 3, error: 2 });
  expect(await auditData(app.services.deps.db)).toEqual([]);
});

it('tells of a payment greater than what was bought', async () => {
  const archivo = csv(
    'Nombre;Mail;Taller;Fecha taller;Precio;Pagado',
    'Ana;ana.mas@ejemplo.cl;Gres;05/03/2025;30.000;35.000',
    'Beto;beto.justo@ejemplo.cl;Gres;05/03/2025;30.000;30.000',
  );
  const opciones = { crearTalleres: true };
  const { id, resultado } = await importFile(app, archivo, { tipo: 'INSCRIPCIONES', opciones });
  expect(resultado).toMatchObject({ crear: 2, error: 0, avisos: 1, pagado: 65_000 });
  expect((await filasDe(app, id))[0]?.avisos).toEqual([
    { campo: 'pagado', mensaje: 'Pagó más que el total: quedan $5.000 a favor.' },
  ]);
  expect(await auditData(app.services.deps.db)).toEqual([]);
});
