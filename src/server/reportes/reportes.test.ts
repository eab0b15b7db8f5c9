import { readXlsx } from 'hucre/xlsx';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import {
  type ConsultaPeriodo,
  exportReporte,
  getAtribucion,
  getCalificados,
  getCategorias,
  getEmbudo,
  getIngresos,
  getOcupacion,
  getReporteEmpresas,
  getRetencion,
  getTablero,
  nombreReporte,
} from '#contract/reportes.ts';
import type { EstadoResena } from '#contract/resenas.ts';
import { testApp } from '#tests/support/app.ts';
import { buildHistoria } from '#tests/support/historiaDeReportes.ts';
import {
  inRange,
  type Ledger,
  median,
  monthOf,
  monthsBetween,
  readLedger,
  sum,
  ZONA,
} from '#tests/support/reportes.ts';
import { addMonths, localDate, type Rango } from '../core/time.ts';
import { contextOf } from './contexto.ts';
import { selectEmbudo } from './embudo.queries.ts';
import { comparePeriod } from './periodo.ts';

const app = testApp();
// 20 October 2024, 12:00 in Santiago.
const HOY = new Date('2024-10-20T15:00:00Z');
const TODAY = '2024-10-20';
let ledger: Ledger;

const entre = (desde: string, hasta: string): ConsultaPeriodo => ({
  periodo: 'PERSONAL',
  desde,
  hasta,
});

/** All of it, its months one by one, days about the jumps of the clock, a whole year, and one when nothing was. */
const consultas: ConsultaPeriodo[] = [
  entre('2023-11-01', '2024-10-31'),
  entre('2024-04-01', '2024-04-30'),
  entre('2024-04-06', '2024-04-06'),
  entre('2024-04-07', '2024-04-07'),
  entre('2024-09-07', '2024-09-07'),
  entre('2024-09-08', '2024-09-08'),
  entre('2024-04-20', '2024-09-08'),
  { periodo: 'ANO' },
  { periodo: '90_DIAS' },
  {},
  entre('2019-01-01', '2019-12-31'),
];

beforeAll(async () => {
  app.setNow(HOY);
  await buildHistoria(app, '2023-12-01T12:00:00Z', HOY.toISOString());
  ledger = await readLedger(app);
});
beforeEach(() => app.setNow(HOY));

const ranges = (consulta: ConsultaPeriodo) => comparePeriod(consulta, TODAY);
const read = async <E extends Endpoint>(endpoint: E, query: ConsultaPeriodo) => {
  const marketing = await app.as('MARKETING');
  return marketing.ok(endpoint, { query } as unknown as Parameters<typeof marketing.ok<E>>[1]);
};

const signed = ({ tipo, monto }: Ledger['pagos'][number]) => (tipo === 'PAGO' ? monto : -monto);
const movedIn = (rango: Rango) => ledger.pagos.filter(({ fecha }) => inRange(fecha, rango));
const income = (rango: Rango) => sum(movedIn(rango).map(signed));
const cobroOf = (id: number) => {
  const cobro = ledger.cobros.find((c) => c.id === id);
  if (!cobro) throw new Error(`no cobro ${id}`);
  return cobro;
};
const tenths = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((part * 1000) / whole);

/** How much of a movement is for talleres, cursos and kits, from the lines of its Cobro. */
function apportion(pago: Ledger['pagos'][number]) {
  const of = (rows: { cobroId: number; total: number }[]) => {
    const own = rows.filter(({ cobroId }) => cobroId === pago.cobroId);
    return sum(own.map((l) => l.total));
  };
  const [t, c, p] = [of(ledger.inscripciones), of(ledger.cursos), of(ledger.productos)];
  const whole = t + c + p;
  const sign = Math.sign(signed(pago));
  if (whole === 0) {
    const has = (rows: { cobroId: number }[]) => rows.some((l) => l.cobroId === pago.cobroId);
    const only = has(ledger.inscripciones) ? 0 : has(ledger.cursos) ? 1 : 2;
    return [0, 1, 2].map((kind) => (kind === only ? sign * pago.monto : 0));
  }
  const taller = Math.round((pago.monto * t) / whole);
  const docente = Math.round((pago.monto * (t + c)) / whole);
  return [taller, docente - taller, pago.monto - docente].map((n) => sign * n);
}

describe.each(consultas)('of %j', (consulta) => {
  const { periodo, anterior } = ranges(consulta);
  const meses = monthsBetween(periodo);

  it('ingresos come to the ledger, to the peso, and to the tablero', async () => {
    const reporte = await read(getIngresos, consulta);
    const moved = movedIn(periodo);
    expect(reporte.total).toMatchObject({ valor: income(periodo), anterior: income(anterior) });
    const byKind = (rows: Ledger['pagos']) => {
      const parts = rows.map(apportion);
      const [taller, curso, producto] = [0, 1, 2].map((kind) =>
        sum(parts.map((p) => p[kind] ?? 0)),
      );
      return { taller, curso, producto };
    };
    expect(reporte.porClase).toEqual(byKind(moved));
    expect(sum(Object.values(reporte.porClase))).toBe(reporte.total.valor);
    expect(reporte.meses).toEqual(
      meses.map((mes) => {
        const own = moved.filter(({ fecha }) => monthOf(fecha) === mes);
        const medios = reporte.porMedio
          .map(({ medio }) => ({ medio, rows: own.filter((p) => p.medio === medio) }))
          .filter(({ rows }) => rows.length > 0)
          .map(({ medio, rows }) => ({ medio, monto: sum(rows.map(signed)) }));
        return { mes, total: sum(own.map(signed)), ...byKind(own), medios };
      }),
    );
    for (const { medio, monto, movimientos } of reporte.porMedio) {
      const own = moved.filter((p) => p.medio === medio);
      expect([monto, movimientos]).toEqual([sum(own.map(signed)), own.length]);
    }
    const tablero = await read(getTablero, consulta);
    expect(tablero.ingresos).toMatchObject({
      valor: reporte.total.valor,
      anterior: reporte.total.anterior,
    });
  });

  it('categorias are the live enrolments made in it', async () => {
    const reporte = await read(getCategorias, consulta);
    const lines = [
      ...ledger.inscripciones,
      ...ledger.cursos.map((l) => ({ ...l, cantidad: 1 })),
    ].filter(({ anuladaEn }) => !anuladaEn);
    const inside = (rango: Rango) => lines.filter(({ creadoEn }) => inRange(creadoEn, rango));
    const [now, before] = [inside(periodo), inside(anterior)];
    expect(reporte.inscripciones).toMatchObject({ valor: now.length, anterior: before.length });
    expect(reporte.vendido.valor).toBe(sum(now.map((l) => l.total)));
    const ids = new Set([...now, ...before].map((l) => l.interesId));
    expect(new Set(reporte.items.map(({ interes }) => interes?.id ?? null))).toEqual(ids);
    for (const item of reporte.items) {
      const own = now.filter((l) => l.interesId === (item.interes?.id ?? null));
      expect(item).toMatchObject({
        inscripciones: own.length,
        cupos: sum(own.map((l) => l.cantidad)),
        personas: new Set(own.map((l) => l.clienteId)).size,
        vendido: sum(own.map((l) => l.total)),
        inscripcionesAnterior: before.filter((l) => l.interesId === (item.interes?.id ?? null))
          .length,
      });
    }
  });

  it('atribucion adds up people and money by where they came from', async () => {
    const reporte = await read(getAtribucion, consulta);
    const came = ledger.clientes.filter(({ creadoEn }) => inRange(creadoEn, periodo));
    const row = (isOne: (c: Ledger['clientes'][number]) => boolean) => {
      const own = came.filter(isOne);
      const clientes = own.filter((c) => c.convertidoEn).length;
      const ids = new Set(ledger.clientes.filter(isOne).map((c) => c.id));
      const money = movedIn(periodo).filter((p) => ids.has(cobroOf(p.cobroId).clienteId));
      return {
        leads: own.length,
        clientes,
        conversion: tenths(clientes, own.length),
        ingresos: sum(money.map(signed)),
      };
    };
    for (const { origen, ...rest } of reporte.origenes) {
      expect(rest).toEqual(row((c) => c.origen === origen));
    }
    expect(sum(reporte.origenes.map((o) => o.leads))).toBe(came.length);
    expect(reporte.conversion).toMatchObject({ total: came.length, anterior: null });
    expect(reporte.conversion.definicion).toContain('No se compara');
    expect(sum(reporte.origenes.map((o) => o.ingresos))).toBe(income(periodo));
    expect(reporte.ingresos).toMatchObject({ valor: income(periodo), anterior: income(anterior) });
    for (const { utmSource, utmMedium, utmCampaign, ...rest } of reporte.campanas) {
      const isOne = (c: Ledger['clientes'][number]) => {
        const utm = c.origenDetalle as Record<string, string | undefined>;
        return (
          (utm.utmSource ?? null) === utmSource &&
          (utm.utmMedium ?? null) === utmMedium &&
          (utm.utmCampaign ?? null) === utmCampaign
        );
      };
      expect(utmSource ?? utmMedium ?? utmCampaign).not.toBeNull();
      expect(rest).toEqual(row(isOne));
    }
  });

  it('embudo follows those who came', async () => {
    const reporte = await read(getEmbudo, consulta);
    const DAY = 86_400_000;
    const follow = (rango: Rango) =>
      ledger.clientes
        .filter(({ creadoEn }) => inRange(creadoEn, rango))
        .map((c) => {
          const step = ledger.estados.find(
            (e) => e.clienteId === c.id && (e.a === 'PROSPECTO' || e.a === 'CLIENTE'),
          );
          const days = (to: string) => (Date.parse(to) - Date.parse(c.creadoEn)) / DAY;
          return {
            mes: monthOf(c.creadoEn),
            interes: step ? days(step.creadoEn) : null,
            compra: c.convertidoEn ? days(c.convertidoEn) : null,
            inactivo: c.estado === 'INACTIVO' && c.convertidoEn !== null,
          };
        });
    const numbers = (values: (number | null)[]) => values.filter((v) => v !== null);
    const [now, before] = [follow(periodo), follow(anterior)];
    const part = (rows: typeof now, key: 'interes' | 'compra') =>
      rows.filter((r) => r[key] !== null).length;
    expect(reporte.leads).toMatchObject({ valor: now.length, anterior: before.length });
    for (const [cifra, key] of [
      [reporte.prospectos, 'interes'],
      [reporte.clientes, 'compra'],
    ] as const) {
      expect(cifra).toMatchObject({
        parte: part(now, key),
        total: now.length,
        valor: tenths(part(now, key), now.length),
        anterior: null,
      });
    }
    expect(reporte.inactivos.parte).toBe(now.filter((r) => r.inactivo).length);
    expect(reporte.diasAProspecto.valor).toBe(median(numbers(now.map((r) => r.interes))));
    expect(reporte.diasACliente.valor).toBe(median(numbers(now.map((r) => r.compra))));
    expect(reporte.meses).toEqual(
      meses.map((mes) => {
        const own = now.filter((r) => r.mes === mes);
        const [prospectos, clientes] = [part(own, 'interes'), part(own, 'compra')];
        return { mes, leads: own.length, prospectos, clientes };
      }),
    );
  });

  it('retencion counts who bought again on another day', async () => {
    const reporte = await read(getRetencion, consulta);
    const buyers = new Map<number, string[]>();
    for (const { clienteId, estado, creadoEn } of ledger.cobros) {
      if (estado !== 'ABONADO' && estado !== 'PAGADO') continue;
      buyers.set(clienteId, [...(buyers.get(clienteId) ?? []), creadoEn].sort());
    }
    const day = (instant: string) => localDate(instant, ZONA);
    const firsts = [...buyers.values()].map((times) => {
      const [primera = ''] = times;
      return { primera, segunda: times.find((t) => day(t) > day(primera)) };
    });
    const inside = (rango: Rango) => firsts.filter(({ primera }) => inRange(primera, rango));
    const [now, before] = [inside(periodo), inside(anterior)];
    expect(reporte.personas).toMatchObject({ valor: now.length, anterior: before.length });
    const again = now.filter((f) => f.segunda);
    expect(reporte.volvieron).toMatchObject({
      parte: again.length,
      total: now.length,
      anterior: null,
    });
    expect(reporte.diasEntreCompras.valor).toBe(
      median(again.map((f) => (Date.parse(f.segunda ?? '') - Date.parse(f.primera)) / 86_400_000)),
    );
    expect(reporte.cohortes).toEqual(
      meses.map((mes) => {
        const own = now.filter(({ primera }) => monthOf(primera) === mes);
        const end = addMonths(`${mes}-01`, 1);
        const within = (n: number) => {
          const last =
            end > periodo.hasta
              ? periodo.hasta
              : localDate(new Date(Date.parse(end) - 1).toISOString(), 'UTC');
          if (addMonths(last, n) >= TODAY) return null;
          const limit = (f: (typeof own)[number]) => addMonths(day(f.primera), n);
          return own.filter((f) => f.segunda && day(f.segunda) <= limit(f)).length;
        };
        return {
          mes,
          personas: own.length,
          a3Meses: within(3),
          a6Meses: within(6),
          a12Meses: within(12),
          alguna: own.filter((f) => f.segunda).length,
        };
      }),
    );
  });

  it('empresas are charged for what was sold to them', async () => {
    const reporte = await read(getReporteEmpresas, consulta);
    const own = ledger.cobros.filter((c) => c.empresaId);
    const account = (cobros: Ledger['cobros']) => {
      const ids = new Set(cobros.map((c) => c.id));
      const sold = cobros.filter((c) => c.estado !== 'ANULADO' && inRange(c.creadoEn, periodo));
      return {
        ventas: sold.length,
        vendido: sum(sold.map((c) => c.total)),
        ingresos: sum(
          movedIn(periodo)
            .filter((p) => ids.has(p.cobroId))
            .map(signed),
        ),
        saldo: sum(
          cobros.map((c) => (c.estado === 'ANULADO' ? 0 : Math.max(c.total - c.pagado, 0))),
        ),
      };
    };
    const { vendido, ingresos, saldo } = account(own);
    expect([reporte.vendido.valor, reporte.ingresos.valor, reporte.saldo.valor]).toEqual([
      vendido,
      ingresos,
      saldo,
    ]);
    for (const { empresa, contactos, ...rest } of reporte.items) {
      expect(rest).toEqual(account(own.filter((c) => c.empresaId === empresa.id)));
      expect(contactos).toBe(ledger.clientes.filter((c) => c.empresaId === empresa.id).length);
    }
    expect(sum(reporte.items.map((i) => i.ingresos))).toBe(ingresos);
  });
});

describe('ocupacion', () => {
  it('is of the published talleres that begin in the period', async () => {
    const { db } = app.services.deps;
    const talleres = await db.selectFrom('taller').selectAll().orderBy('id').execute();
    const starts = ['2024-06-01T04:00:00Z', '2024-06-30T15:00:00Z', '2024-07-01T03:59:59Z'];
    for (const [i, { id }] of talleres.entries()) {
      const iniciaEn = starts[i] ?? '2024-07-01T04:00:00Z';
      const terminaEn = '2030-01-01T00:00:00Z';
      await db.updateTable('taller').set({ iniciaEn, terminaEn }).where('id', '=', id).execute();
    }
    const inside = talleres.slice(0, 3);
    const [cupos, ocupados] = [
      sum(inside.map((t) => t.cupos)),
      sum(inside.map((t) => t.cuposOcupados)),
    ];
    const reporte = await read(getOcupacion, entre('2024-06-01', '2024-06-30'));
    expect(reporte.ocupacion).toMatchObject({ parte: ocupados, total: cupos });
    expect(reporte.talleres).toMatchObject({ valor: 3, anterior: 0 });
    expect(reporte.items.map((i) => i.taller.id)).toEqual(inside.map((t) => t.id).reverse());
    for (const { taller, vendido, ocupados: taken } of reporte.items) {
      const own = ledger.inscripciones.filter((l) => l.tallerId === taller.id && !l.anuladaEn);
      expect([vendido, taken]).toEqual([
        sum(own.map((l) => l.total)),
        sum(own.map((l) => l.cantidad)),
      ]);
    }
    expect((await read(getTablero, entre('2024-06-01', '2024-06-30'))).ocupacion.parte).toBe(
      ocupados,
    );
    const [first] = inside;
    const set = { estado: 'BORRADOR' } as const;
    await db
      .updateTable('taller')
      .set(set)
      .where('id', '=', first?.id ?? 0)
      .execute();
    expect((await read(getOcupacion, entre('2024-06-01', '2024-06-30'))).talleres.valor).toBe(2);
  });
});

describe('calificados', () => {
  it('rank all published reviews and say which are of the period', async () => {
    const { db } = app.services.deps;
    const taller = await db.selectFrom('taller').select('id').limit(1).executeTakeFirstOrThrow();
    const curso = await db.selectFrom('curso').select('id').limit(1).executeTakeFirstOrThrow();
    const review = (
      de: object,
      estrellas: number,
      creadoEn: string,
      estado: EstadoResena = 'PUBLICADA',
    ) => {
      const clienteId = ledger.clientes[reviews++]?.id ?? 0;
      const moderadaEn = estado === 'PENDIENTE' ? null : creadoEn;
      const row = { clienteId, estrellas, creadoEn, estado, moderadaEn, ...de };
      return db.insertInto('resena').values(row).execute();
    };
    let reviews = 0;
    await review({ cursoId: curso.id }, 5, '2024-05-02T12:00:00Z');
    for (const dia of ['2024-04-30', '2024-05-01', '2024-05-02', '2024-06-01']) {
      await review({ tallerId: taller.id }, 5, `${dia}T12:00:00Z`);
    }
    await review({ tallerId: taller.id }, 1, '2024-05-03T12:00:00Z', 'PENDIENTE');
    const reporte = await read(getCalificados, entre('2024-05-01', '2024-05-31'));
    expect(reporte.resenas).toMatchObject({ valor: 3, anterior: 1 });
    expect(reporte.items).toMatchObject([
      { tipo: 'TALLER', id: taller.id, promedio: 5, resenas: 4, nuevas: 2 },
      { tipo: 'CURSO', id: curso.id, promedio: 5, resenas: 1, nuevas: 1 },
    ]);
  });
});

describe('a file', () => {
  it.each(nombreReporte.options)('of %s holds the rows of the report', async (nombre) => {
    const marketing = await app.as('MARKETING');
    const query = 'periodo=PERSONAL&desde=2023-11-01&hasta=2024-10-31';
    const path = exportReporte.path.replace(':nombre', nombre);
    const csv = await marketing.fetch(`${path}?${query}&formato=CSV`);
    expect(csv.status).toBe(200);
    expect(csv.headers.get('content-disposition')).toContain(
      `reporte-${nombre}-2023-11-01-2024-10-31.csv`,
    );
    const lines = (await csv.text()).trim().split('\r\n');
    const xlsx = await marketing.fetch(`${path}?${query}&formato=XLSX`);
    const book = await readXlsx(new Uint8Array(await xlsx.arrayBuffer()));
    expect(book.sheets[0]?.rows).toHaveLength(lines.length);
    const report = await marketing.fetch(`/api/reportes/${nombre}?${query}`);
    const body = (await report.json()) as Record<string, unknown[]>;
    const lists = ['items', 'meses', 'cohortes', 'origenes', 'campanas'];
    const rows = lists.flatMap((name) => body[name] ?? []);
    expect(lines.length - 1).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(1);
  });

  it('of ingresos adds up to them, and its making is written down', async () => {
    const marketing = await app.as('MARKETING');
    const csv = await marketing.fetch(
      '/api/exportaciones/reportes/ingresos?periodo=ANO&formato=CSV',
    );
    const [header = '', ...lines] = (await csv.text()).trim().split('\r\n');
    expect(header.split(';').slice(0, 5)).toEqual([
      'Mes',
      'Ingresos',
      'Talleres',
      'Cursos',
      'Kits',
    ]);
    const { total } = await read(getIngresos, { periodo: 'ANO' });
    expect(sum(lines.map((line) => Number(line.split(';')[1])))).toBe(total.valor);
    const written = await app.services.deps.db
      .selectFrom('auditoria')
      .select(['entidadId', 'despues'])
      .where('accion', '=', 'EXPORTAR')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(written).toMatchObject({ entidadId: 'ingresos', despues: { filas: lines.length } });
  });
});

it('the funnel is the same however the histories are read', async () => {
  const { db } = app.services.deps;
  const contexto = contextOf(entre('2023-11-01', '2024-10-31'), TODAY, ZONA);
  const [few, many] = [await selectEmbudo(db, contexto, 0), await selectEmbudo(db, contexto, 1e6)];
  const sorted = ({ meses, demora }: typeof few) => [
    meses.toSorted((a, b) => a.mes - b.mes),
    demora,
  ];
  expect(few.meses.length).toBeGreaterThan(5);
  expect(sorted(many)).toEqual(sorted(few));
});

it('periods that cannot be are refused', async () => {
  const marketing = await app.as('MARKETING');
  for (const [query, campo] of [
    ['periodo=PERSONAL', 'desde'],
    ['periodo=PERSONAL&desde=2024-05-02&hasta=2024-05-01', 'hasta'],
    ['periodo=PERSONAL&desde=2004-05-02&hasta=2024-05-01', 'hasta'],
  ] as const) {
    const reply = await marketing.send('GET', `/api/reportes/ingresos?${query}`);
    expect(reply.status).toBe(422);
    expect(reply.problem.errores?.map((e) => e.campo)).toEqual([campo]);
  }
});
