import { Text } from '@mantine/core';
import { nombresOrigen } from '#contract/nombres.ts';
import { getAtribucion } from '#contract/reportes.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { Money } from '../../../ui/Money.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { CifraFigure, Figures, ProporcionFigure } from '../Figure.tsx';
import { count, formatNumber, formatPercent } from '../formatos.ts';
import { Grafico } from '../Grafico.tsx';
import { Reporte } from '../Reporte.tsx';
import { type Columna, Tabla } from '../Tabla.tsx';
import { usePeriodo } from '../usePeriodo.ts';

type Fila = { leads: number; clientes: number; conversion: number | null; ingresos: number };

const cifras: Columna<Fila>[] = [
  { title: 'Leads', render: (f) => formatNumber(f.leads) },
  { title: 'Clientes', render: (f) => formatNumber(f.clientes) },
  {
    title: 'Conversión',
    render: (f) => (f.conversion === null ? '—' : formatPercent(f.conversion)),
  },
  { title: 'Ingresos', render: (f) => <Money value={f.ingresos} /> },
];

export function Atribucion() {
  const estado = usePeriodo('ANO');
  const query = useEndpoint(getAtribucion, { query: estado.consulta }, { keep: true });
  return (
    <Reporte
      nombre="atribucion"
      estado={estado}
      query={query}
      filas={({ origenes, campanas }) =>
        origenes.length > 0 ? count(origenes.length + campanas.length, 'fila', 'filas') : undefined
      }
    >
      {({ leads, conversion, ingresos, origenes, campanas }) => {
        const todos: Fila = {
          leads: leads.valor,
          clientes: conversion.parte,
          conversion: conversion.valor,
          ingresos: ingresos.valor,
        };
        const totales = cifras.map(({ render }) => render(todos));
        return (
          <>
            <Panel title="En el período">
              <Figures>
                <CifraFigure name="Nuevos leads" cifra={leads} />
                <ProporcionFigure name="Conversión" cifra={conversion} />
                <CifraFigure name="Ingresos" cifra={ingresos} pesos />
              </Figures>
            </Panel>
            <Panel title="Por origen">
              <Grafico
                label="Ingresos por origen"
                series={['Ingresos']}
                pesos
                lying
                data={origenes.map((o) => ({
                  name: nombresOrigen[o.origen],
                  values: [o.ingresos],
                }))}
              />
              <Tabla
                label="Por origen"
                rows={origenes}
                keyOf={(o) => o.origen}
                columns={[
                  { title: 'Origen', render: (o) => nombresOrigen[o.origen] },
                  ...cifras.map((columna, i) => ({ ...columna, total: totales[i] })),
                ]}
              />
            </Panel>
            <Panel title="Por campaña">
              {campanas.length === 0 ? (
                <Text c="dimmed">
                  Nadie llegó por un enlace con utm en estas fechas. Agrega utm_source y
                  utm_campaign a los enlaces que publicas y aquí verás cuál trae más.
                </Text>
              ) : (
                <Tabla
                  label="Por campaña"
                  rows={campanas}
                  keyOf={(c) => `${c.utmSource}|${c.utmMedium}|${c.utmCampaign}`}
                  columns={[
                    { title: 'Campaña', render: (c) => c.utmCampaign ?? '—' },
                    { title: 'Fuente', render: (c) => c.utmSource ?? '—', text: true },
                    { title: 'Medio', render: (c) => c.utmMedium ?? '—', text: true },
                    ...cifras,
                  ]}
                />
              )}
            </Panel>
          </>
        );
      }}
    </Reporte>
  );
}
