import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Condicion, condicion as esquema, type Hoja } from '#contract/condicion.ts';
import { testApp } from '#tests/support/app.ts';
import { cumple } from '#tests/support/cumple.ts';
import { insertMundo } from '#tests/support/insertMundo.ts';
import { HOY, makeMundo, N, ZONA } from '#tests/support/mundo.ts';
import { compileCondicion } from './compilar.queries.ts';

const app = testApp();
const mundo = makeMundo(7);
beforeAll(() => insertMundo(app.services.deps.db, mundo));

type Opciones = { search?: 'BY_INDEX' | 'ROW_BY_ROW'; entre?: { after: number; end: number } };

async function found(condicion: Condicion, opciones: Opciones = {}): Promise<number[]> {
  const where = compileCondicion(condicion, { zone: ZONA, today: HOY, ...opciones });
  const { rows } = await sql<{ id: number }>`
    select c.id from cliente c where ${where}
      and ${opciones.entre ? sql`c.id > ${opciones.entre.after} and c.id <= ${opciones.entre.end}` : sql`true`}
    order by c.id`.execute(app.services.deps.db);
  return rows.map(({ id }) => id);
}
const expected = (condicion: Condicion) =>
  mundo.personas.filter((persona) => cumple(mundo, persona, condicion)).map(({ id }) => id);

const algunos = <T>(...of: T[]) => fc.subarray(of, { minLength: 1 });
const quizas = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
/** One more than there are, so that some are of nothing. */
const idsDe = (n: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: n + 1 }), { minLength: 1, maxLength: 3 });
const dia = fc.constantFrom(
  '2026-09-10',
  '2026-09-06',
  '2026-09-05',
  '2026-08-11',
  '2026-04-04',
  '2024-02-29',
);
const cuando = fc.oneof(
  fc.record({ desde: dia }),
  fc.record({ hasta: dia }),
  fc.record({ desde: dia, hasta: dia }),
  fc.record({ ultimosDias: fc.constantFrom(1, 2, 5, 31, 365) }),
  fc.record({ haceMasDeDias: fc.constantFrom(1, 4, 5, 30) }),
);
const limites = (...of: number[]) =>
  fc.record({ min: quizas(fc.constantFrom(...of)), max: quizas(fc.constantFrom(...of)) });
const veces = limites(1, 2, 3);

const hojas: Record<Hoja['campo'], fc.Arbitrary<Omit<Hoja, 'campo'>>> = {
  texto: fc.record({
    contiene: fc.constantFrom('ana', 'MUNOZ rojas', 'p1', 'jo', '+56 9 1234', 'nadie', '%'),
  }),
  estado: fc.record({ en: algunos('LEAD', 'PROSPECTO', 'CLIENTE', 'INACTIVO') }),
  tipo: fc.record({ es: fc.constantFrom('B2B', 'B2C') }),
  interes: fc.record({ modo: fc.constantFrom('ALGUNO', 'TODOS'), intereses: idsDe(N.intereses) }),
  origen: fc.record({ en: algunos('INSTAGRAM', 'WEB', 'OTRO') }),
  utm: fc.record({
    parte: fc.constantFrom('utmSource', 'utmCampaign', 'referidoPor'),
    contiene: fc.constantFrom('boletin', 'INVIERNO', 'muñoz', '_'),
  }),
  comuna: fc.record({ en: algunos('13120', '13101', '05101', '13132') }),
  region: fc.record({ en: algunos('13', '05', '01') }),
  empresa: fc.record({ empresas: idsDe(N.empresas) }),
  responsable: fc.record({ en: algunos(null, ...mundo.usuarios) }),
  tiene: fc.record({
    dato: fc.constantFrom(
      'email',
      'telefono',
      'rut',
      'fechaNacimiento',
      'comuna',
      'notas',
      'cuentaPortal',
    ),
  }),
  capturado: fc.record({ cuando }),
  cumpleanos: fc.record({ meses: algunos(1, 2, 9, 12) }),
  edad: limites(18, 30, 65),
  recibeNovedades: fc.constant({}),
  actividad: fc.record({ cuando }),
  compra: fc.record({
    de: quizas(
      fc.record({
        talleres: quizas(idsDe(3)),
        cursos: quizas(idsDe(3)),
        productos: quizas(fc.constant([])),
        intereses: quizas(idsDe(N.intereses)),
        clases: quizas(algunos('TALLER', 'CURSO', 'PRODUCTO')),
      }),
    ),
    estados: quizas(algunos('PENDIENTE', 'ABONADO', 'PAGADO')),
    cuando: quizas(cuando),
    veces: quizas(veces),
  }),
  gasto: fc
    .tuple(limites(0, 1, 5_000, 30_000), quizas(cuando))
    .map(([montos, when]) => ({ ...montos, cuando: when })),
  saldo: limites(0, 1, 10_000, 40_000),
  asistencia: fc.record({
    estado: fc.constantFrom('PRESENTE', 'AUSENTE'),
    talleres: quizas(idsDe(3)),
    cuando: quizas(cuando),
  }),
  espera: fc.record({ talleres: quizas(idsDe(N.talleres)) }),
  resena: fc
    .tuple(limites(1, 3, 5), quizas(cuando))
    .map(([estrellas, when]) => ({ ...estrellas, cuando: when })),
  contacto: fc.record({
    tipos: quizas(algunos('LLAMADA', 'WHATSAPP', 'NOTA')),
    resultados: quizas(algunos('INTERESADO', 'RESUELTO')),
    cuando: quizas(cuando),
  }),
  correo: fc.record({
    evento: fc.constantFrom('RECIBIDO', 'ABIERTO', 'CLIC', 'REBOTADO'),
    campanas: quizas(idsDe(N.campanas)),
    cuando: quizas(cuando),
    veces: quizas(veces),
  }),
};
const campos = Object.keys(hojas) as Hoja['campo'][];

/** As the contract reads it after it crossed HTTP, or undefined when it refuses it. */
const leida = (value: unknown) => esquema.safeParse(JSON.parse(JSON.stringify(value))).data;
const de = (campo: Hoja['campo']) =>
  hojas[campo].map((rest) => leida({ campo, ...rest })).filter((hoja) => hoja !== undefined);
const hoja = fc.oneof(...campos.map(de));

const { arbol } = fc.letrec<{ arbol: Condicion }>((tie) => ({
  arbol: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    hoja,
    fc.record({ y: fc.array(tie('arbol'), { maxLength: 3 }) }),
    fc.record({ o: fc.array(tie('arbol'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ no: tie('arbol') }),
  ),
}));

describe('a condition as SQL says what plain objects say', () => {
  it.each(campos)('of %s, and of its contrary', async (campo) => {
    await fc.assert(
      fc.asyncProperty(de(campo), async (one) => {
        expect(await found(one)).toEqual(expected(one));
        expect(await found({ no: one })).toEqual(expected({ no: one }));
      }),
      { numRuns: 40 },
    );
  });

  it('of any tree, however it is searched and however it is cut', async () => {
    let some = 0;
    await fc.assert(
      fc.asyncProperty(arbol, fc.nat(N.personas), async (tree, cut) => {
        const all = expected(tree);
        if (all.length > 0 && all.length < N.personas) some += 1;
        expect(await found(tree)).toEqual(all);
        expect(await found(tree, { search: 'ROW_BY_ROW' })).toEqual(all);
        const first = { search: 'ROW_BY_ROW', entre: { after: 0, end: cut } } as const;
        const rest = { search: 'ROW_BY_ROW', entre: { after: cut, end: N.personas } } as const;
        expect([...(await found(tree, first)), ...(await found(tree, rest))]).toEqual(all);
      }),
      { numRuns: 300 },
    );
    expect(some).toBeGreaterThan(50);
  });

  it('of everyone, when nothing is asked', async () => {
    expect(await found({ y: [] })).toHaveLength(N.personas);
    expect(await found({ no: { y: [] } })).toEqual([]);
  });
});
