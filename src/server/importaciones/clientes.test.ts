import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createCliente, getCliente, listClientes, setEstadoCliente } from '#contract/clientes.ts';
import { exportErroresImportacion } from '#contract/importaciones.ts';
import { auditData } from '#server/invariantes/auditData.ts';
import { testApp } from '#tests/support/app.ts';
import { csv, filasDe, importFile, review, runToEnd } from '#tests/support/importaciones.ts';

const app = testApp();
const TITULOS = 'Nombres;Apellidos;Correo;Teléfono;RUT;Comuna;Intereses;Empresa;Notas';

async function buscar(q: string) {
  const { items } = await (await app.as('VENTAS')).ok(listClientes, { query: { q } });
  return items;
}

async function ficha(id: number) {
  return (await app.as('VENTAS')).ok(getCliente, { params: { id } });
}

async function crear(body: Partial<Parameters<typeof createCliente.body.parse>[0] & object>) {
  return (await app.as('VENTAS')).ok(createCliente, {
    body: { tipo: 'B2C', nombres: 'Persona', origen: 'WEB', ...body },
  });
}

describe('an import of people', () => {
  it('makes each a LEAD with what the file says, and saves nothing before it runs', async () => {
    const archivo = csv(
      TITULOS,
      'Ana;Soto Pérez;ANA.UNO@ejemplo.cl;9 8765 4321;12.345.678-5;Ñuñoa;Cerámica de prueba, Telar de prueba;Barro SpA;Le gusta el gres',
      ';;sin.nombre@ejemplo.cl;;;;;;',
    );
    const opciones = { crearIntereses: true, crearEmpresas: true, origen: 'EVENTO' as const };
    const { id, revision } = await review(app, archivo, { opciones });
    expect(revision).toMatchObject({ crear: 2, actualizar: 0, igual: 0, error: 0 });
    expect(await buscar('ana.uno@ejemplo.cl')).toEqual([]);
    const { resultado } = await runToEnd(app, id);
    expect(resultado).toMatchObject({ crear: 2, actualizar: 0, igual: 0, error: 0 });
    const [ana] = await buscar('ana.uno@ejemplo.cl');
    expect(await ficha(ana?.id ?? 0)).toMatchObject({
      ...{ nombres: 'Ana', apellidos: 'Soto Pérez', telefono: '+56987654321', rut: '12345678-5' },
      ...{ comuna: '13120', tipo: 'B2B', origen: 'EVENTO', estado: 'LEAD', suscrito: false },
      empresa: { razonSocial: 'Barro SpA' },
      intereses: [{ nombre: 'Cerámica de prueba' }, { nombre: 'Telar de prueba' }],
      notas: 'Le gusta el gres',
      historial: [{ de: null, a: 'LEAD', causa: 'CAPTURA' }],
    });
    expect(await buscar('sin.nombre@ejemplo.cl')).toMatchObject([{ nombres: 'Sin nombre' }]);
    expect(await auditData(app.services.deps.db)).toEqual([]);
  });

  it('changes nothing when the same file comes again', async () => {
    const archivo = csv(
      TITULOS,
      'Berta;Ríos;berta@ejemplo.cl;9 1111 2222;;;Cerámica de prueba;;Nota',
      'Carla;Lagos;;9 1111 2222;;;;;',
      'Diego;Mar;;;7.654.321-6;;;;',
      'Berta;Ríos;berta@ejemplo.cl;;;Maipú;;;',
      'Elsa;Sol;;9 3333 4444;;;;;',
    );
    const opciones = { crearIntereses: true };
    const primera = await importFile(app, archivo, { opciones });
    expect(primera.resultado).toMatchObject({ crear: 3, actualizar: 1, igual: 0, error: 1 });
    const dump = () =>
      sql`select c.*, array(select interes_id from cliente_interes where cliente_id = c.id) as intereses
        from cliente c order by id`
        .execute(app.services.deps.db)
        .then(({ rows }) => rows);
    const antes = await dump();
    const otra = await importFile(app, archivo, { opciones });
    expect(otra.repiteA).toMatchObject({ id: primera.id });
    expect(otra.resultado).toMatchObject({ crear: 0, actualizar: 0, igual: 4, error: 1 });
    expect(await dump()).toEqual(antes);
  });

  it('tells apart who share a phone by their names, and finds each again', async () => {
    const marta = await crear({ nombres: 'Marta Rojas', telefono: '9 4000 0001' });
    const nora = await crear({ nombres: 'Nora', telefono: '9 4000 0002' });
    const otra = (nombre: string) => [
      {
        campo: 'telefono',
        mensaje: expect.stringContaining(`Otra persona tiene el mismo teléfono: ${nombre}`),
      },
    ];
    const archivo = csv(
      'Nombres;Apellidos;Correo;Teléfono;RUT;Comuna',
      'Pedro;Rojas;pedro.rojas@ejemplo.cl;9 4000 0001;;',
      'Luis;Rojas;;9 4000 0001;;Maipú',
      'MARTA;ROJAS;;9 4000 0001;;Maipú',
      'Nora;Paz;nora.paz@ejemplo.cl;9 4000 0002;;',
      'Olga;Vidal Soto;;9 4000 0003;;',
      'Olga;Vidal;;9 4000 0003;;Maipú',
    );
    const { id, resultado } = await importFile(app, archivo);
    expect(resultado).toMatchObject({ crear: 4, actualizar: 2, igual: 0, error: 0 });
    const filas = await filasDe(app, id);
    expect(filas.map(({ avisos }) => avisos)).toEqual([
      ...[otra('Marta Rojas'), otra('Marta Rojas'), [], otra('Nora'), []],
      [{ campo: 'telefono', mensaje: expect.stringContaining('se toma como la misma persona') }],
    ]);
    expect(filas[2]).toMatchObject({ clienteId: marta.id });
    expect(filas[5]).toMatchObject({ clienteId: filas[4]?.clienteId });
    expect(await ficha(marta.id)).toMatchObject({ email: null, rut: null, comuna: '13119' });
    expect(await ficha(nora.id)).toMatchObject({ apellidos: '', email: null, version: 1 });
    const otraVez = await importFile(app, archivo);
    expect(otraVez.resultado).toMatchObject({ crear: 0, actualizar: 0, igual: 6, error: 0 });
    const deNuevo = await filasDe(app, otraVez.id);
    expect(deNuevo.map((fila) => fila.clienteId)).toEqual(filas.map((fila) => fila.clienteId));
  });

  it('asks for more than a phone that says not who it is', async () => {
    const nombres =
      'Alba Berta Cleo Dora Ester Fidel Gabo Hilda Ivo Juno Kiko Luz Mara Nico Otto Paco Quela Rita Sonia Tito Uma Walter';
    const filas = nombres.split(' ').map((nombre) => `${nombre};9 4000 0009;`);
    const archivo = csv(
      'Nombre;Teléfono;Correo',
      ...filas,
      ';9 4000 0009;',
      'Zoe;9 4000 0009;zoe@ejemplo.cl',
    );
    const primera = await importFile(app, archivo);
    expect(primera.resultado).toMatchObject({ crear: 21, error: 3 });
    expect((await filasDe(app, primera.id))[22]?.errores).toEqual([
      { campo: 'telefono', mensaje: expect.stringContaining('Agrega el correo o el RUT') },
    ]);
    const otra = await importFile(app, archivo);
    expect(otra.resultado).toMatchObject({ crear: 0, actualizar: 0, igual: 21, error: 3 });
  });

  it('only fills in what people lack, and never their estado, origen or consent', async () => {
    const cliente = await crear({ nombres: 'Flor', email: 'flor@ejemplo.cl', comuna: '13120' });
    await (await app.as('VENTAS')).ok(setEstadoCliente, {
      params: { id: cliente.id },
      body: { estado: 'INACTIVO', motivo: 'Prueba', version: cliente.version },
    });
    const antes = await ficha(cliente.id);
    const archivo = csv(
      'Nombres;Apellidos;Correo;Teléfono;Comuna;Origen',
      'Otra;Paz;FLOR@ejemplo.cl;9 5555 6666;Maipú;Facebook',
    );
    const { resultado } = await importFile(app, archivo);
    expect(resultado).toMatchObject({ crear: 0, actualizar: 1 });
    const despues = await ficha(cliente.id);
    expect(despues).toMatchObject({
      ...{ nombres: 'Flor', apellidos: '', telefono: '+56955556666', comuna: '13120' },
      ...{ origen: 'WEB', estado: 'INACTIVO', suscrito: false, version: antes.version + 1 },
    });
    expect(despues.historial).toEqual(antes.historial);
    const consents = await sql`select from consentimiento where cliente_id = ${cliente.id}`.execute(
      app.services.deps.db,
    );
    expect(consents.rows).toEqual([]);
  });

  it('leaves people who are here as they are when asked to', async () => {
    await crear({ nombres: 'Gil', email: 'gil@ejemplo.cl' });
    const archivo = csv('Nombre;Correo;Teléfono', 'Gil;gil@ejemplo.cl;9 7777 8888');
    const { resultado } = await importFile(app, archivo, { opciones: { existentes: 'OMITIR' } });
    expect(resultado).toMatchObject({ omitir: 1, actualizar: 0 });
    expect(await buscar('gil@ejemplo.cl')).toMatchObject([{ telefono: null }]);
  });

  it('keeps who left out of the news, and says so', async () => {
    const { db } = app.services.deps;
    await sql`insert into supresion (email, motivo) values ('hada@ejemplo.cl', 'BAJA')`.execute(db);
    const { id } = await importFile(app, csv('Nombre;Correo', 'Hada;hada@ejemplo.cl'));
    expect(await filasDe(app, id)).toMatchObject([
      { accion: 'CREAR', avisos: [{ campo: 'email', mensaje: expect.stringContaining('baja') }] },
    ]);
    const [hada] = await buscar('hada@ejemplo.cl');
    expect((await ficha(hada?.id ?? 0)).suscrito).toBe(false);
    const { rows } = await sql`select from supresion where email = 'hada@ejemplo.cl'`.execute(db);
    expect(rows).toHaveLength(1);
  });

  it('takes an address that was merged away for that of its principal', async () => {
    const principal = await crear({ nombres: 'Inés', email: 'ines@ejemplo.cl' });
    await sql`insert into fusion (principal_id, absorbido_id, absorbido_email, nombre, datos)
      values (${principal.id}, 999999, 'ines.vieja@ejemplo.cl', 'Inés', '{}')`.execute(
      app.services.deps.db,
    );
    const archivo = csv('Nombre;Correo;Teléfono', 'Inés;ines.vieja@ejemplo.cl;9 2222 3333');
    const { id, resultado } = await importFile(app, archivo);
    expect(resultado).toMatchObject({ crear: 0, actualizar: 1 });
    expect(await filasDe(app, id)).toMatchObject([{ clienteId: principal.id }]);
    expect(await ficha(principal.id)).toMatchObject({
      ...{ email: 'ines@ejemplo.cl', telefono: '+56922223333' },
    });
  });

  it('says of a row who else it may be about, and gives the rows in error back with the reason', async () => {
    await crear({ nombres: 'Juan', email: 'juan@ejemplo.cl' });
    await crear({ nombres: 'Karina', email: 'karina@ejemplo.cl', rut: '11.111.111-1' });
    const archivo = csv(
      'Nombre;Correo;RUT;Intereses',
      'Juan;juan@ejemplo.cl;11.111.111-1;',
      'Nadie;;;',
      'Lila;lila@ejemplo.cl;;No hay tal cosa',
      'Mario;mario@ejemplo;;',
    );
    const { id, revision } = await review(app, archivo);
    expect(revision).toMatchObject({ crear: 0, error: 4 });
    const filas = await filasDe(app, id);
    expect(filas.map(({ errores }) => errores[0]?.mensaje)).toEqual([
      expect.stringMatching(/El correo es de Juan .* y el RUT es de Karina/),
      expect.stringContaining('falta al menos uno'),
      'No existe el interés «No hay tal cosa».',
      expect.any(String),
    ]);
    const caller = await app.as('VENTAS');
    const text = await (await caller.fetch(`/api/importaciones/${id}/errores`)).text();
    expect(exportErroresImportacion.formato).toBe('text/csv');
    expect(text.split('\r\n')).toHaveLength(6);
    expect(text).toContain('Nombre;Correo;RUT;Intereses;Motivo');
    expect(text).toContain('No existe el interés «No hay tal cosa».');
  });
});
