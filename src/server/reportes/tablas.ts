import type { Answer } from '#contract/endpoint.ts';
import { nombresMedio } from '#contract/medios.ts';
import { nombresOrigen } from '#contract/nombres.ts';
import type * as contract from '#contract/reportes.ts';
import type { Cell, Column } from '../core/http/table.ts';

/** The rows of a report as a spreadsheet holds them. */
export type Tabla = { columns: Column[]; rows: Cell[][] };

const text = (title: string): Column => ({ title, kind: 'text' });
const number = (title: string): Column => ({ title, kind: 'number' });
const money = (title: string): Column => ({ title, kind: 'money' });

/** Tenths of a percent as a percentage. */
const percent = (milesimas: number | null) => (milesimas === null ? null : milesimas / 10);

export function tablaIngresos({ meses, porMedio }: Answer<typeof contract.getIngresos>): Tabla {
  const medios = porMedio.map(({ medio }) => medio);
  return {
    columns: [
      text('Mes'),
      ...['Ingresos', 'Talleres', 'Cursos', 'Kits'].map(money),
      ...medios.map((medio) => money(nombresMedio[medio])),
    ],
    rows: meses.map((m) => [
      m.mes,
      ...[m.total, m.taller, m.curso, m.producto],
      ...medios.map((medio) => m.medios.find((one) => one.medio === medio)?.monto ?? 0),
    ]),
  };
}

export function tablaCategorias({ items }: Answer<typeof contract.getCategorias>): Tabla {
  return {
    columns: [
      text('Interés'),
      ...['Inscripciones', 'Cupos', 'Personas'].map(number),
      money('Vendido'),
      number('Inscripciones antes'),
    ],
    rows: items.map((i) => [
      i.interes?.nombre ?? 'Sin interés',
      ...[i.inscripciones, i.cupos, i.personas, i.vendido, i.inscripcionesAnterior],
    ]),
  };
}

export function tablaCalificados({ items }: Answer<typeof contract.getCalificados>): Tabla {
  return {
    columns: [
      text('Tipo'),
      text('Título'),
      ...['Puntaje', 'Promedio', 'Reseñas', 'Nuevas'].map(number),
    ],
    rows: items.map((i) => [
      i.tipo === 'TALLER' ? 'Taller' : 'Curso',
      i.titulo,
      ...[i.ranking, i.promedio, i.resenas, i.nuevas],
    ]),
  };
}

/** Origins and campaigns are two groupings of the same people: the first column tells them apart. */
export function tablaAtribucion(reporte: Answer<typeof contract.getAtribucion>): Tabla {
  const figures = (row: (typeof reporte.origenes)[number] | (typeof reporte.campanas)[number]) => [
    row.leads,
    row.clientes,
    percent(row.conversion),
    row.ingresos,
  ];
  return {
    columns: [
      ...['Por', 'Origen', 'Fuente', 'Medio', 'Campaña'].map(text),
      ...['Leads', 'Clientes', 'Conversión %'].map(number),
      money('Ingresos'),
    ],
    rows: [
      ...reporte.origenes.map((row) => [
        'Origen',
        nombresOrigen[row.origen],
        ...[null, null, null],
        ...figures(row),
      ]),
      ...reporte.campanas.map((row) => [
        'Campaña',
        null,
        ...[row.utmSource, row.utmMedium, row.utmCampaign],
        ...figures(row),
      ]),
    ],
  };
}

export function tablaEmbudo({ meses }: Answer<typeof contract.getEmbudo>): Tabla {
  return {
    columns: [text('Mes'), ...['Leads', 'Mostraron interés', 'Compraron'].map(number)],
    rows: meses.map((m) => [m.mes, m.leads, m.prospectos, m.clientes]),
  };
}

export function tablaRetencion({ cohortes }: Answer<typeof contract.getRetencion>): Tabla {
  return {
    columns: [
      text('Mes de la primera compra'),
      ...['Personas', 'A 3 meses', 'A 6 meses', 'A 12 meses', 'Alguna vez'].map(number),
    ],
    rows: cohortes.map((c) => [c.mes, c.personas, c.a3Meses, c.a6Meses, c.a12Meses, c.alguna]),
  };
}

export function tablaEmpresas({ items }: Answer<typeof contract.getReporteEmpresas>): Tabla {
  return {
    columns: [
      text('Empresa'),
      ...['Contactos', 'Ventas'].map(number),
      ...['Vendido', 'Ingresos', 'Por cobrar hoy'].map(money),
    ],
    rows: items.map((i) => [
      i.empresa.razonSocial,
      ...[i.contactos, i.ventas, i.vendido, i.ingresos, i.saldo],
    ]),
  };
}

export function tablaOcupacion({ items }: Answer<typeof contract.getOcupacion>): Tabla {
  return {
    columns: [
      text('Taller'),
      { title: 'Fecha', kind: 'instant' },
      ...['Cupos', 'Ocupados', 'Ocupación %'].map(number),
      money('Vendido'),
    ],
    rows: items.map((i) => [
      i.taller.titulo,
      i.taller.iniciaEn,
      ...[i.cupos, i.ocupados, percent(i.ocupacion), i.vendido],
    ]),
  };
}
