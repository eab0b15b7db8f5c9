import { Text } from '@mantine/core';
import { getOcupacion } from '#contract/reportes.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { DateTime } from '../../../ui/DateTime.tsx';
import { AppLink } from '../../../ui/link.tsx';
import { Money } from '../../../ui/Money.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { CifraFigure, Figures, ProporcionFigure } from '../Figure.tsx';
import { count, formatNumber, formatPercent } from '../formatos.ts';
import { Grafico } from '../Grafico.tsx';
import { Reporte } from '../Reporte.tsx';
import { Tabla } from '../Tabla.tsx';
import { usePeriodo } from '../usePeriodo.ts';

const BARRAS = 12;

export function Ocupacion() {
  const estado = usePeriodo('90_DIAS');
  const query = useEndpoint(getOcupacion, { query: estado.consulta }, { keep: true });
  return (
    <Reporte
      nombre="ocupacion"
      estado={estado}
      query={query}
      filas={({ talleres }) =>
        talleres.valor > 0 ? count(talleres.valor, 'taller', 'talleres') : undefined
      }
    >
      {({ ocupacion, talleres, items, hayMas }) => (
        <>
          <Panel title="En el período">
            <Figures>
              <ProporcionFigure name="Ocupación" cifra={ocupacion} />
              <CifraFigure name="Talleres" cifra={talleres} />
            </Figures>
          </Panel>
          <Panel title="Taller por taller">
            {items.length > 1 && (
              <Grafico
                label="Cupos ocupados y libres de los últimos talleres"
                series={['Ocupados', 'Libres']}
                stacked
                compared
                lying
                data={items.slice(0, BARRAS).map((i) => ({
                  name: i.taller.titulo,
                  values: [i.ocupados, i.cupos - i.ocupados],
                }))}
              />
            )}
            <Tabla
              label="Taller por taller"
              rows={items}
              keyOf={(i) => i.taller.id}
              columns={[
                {
                  title: 'Taller',
                  render: ({ taller }) => (
                    <>
                      <AppLink to="/app/talleres/$id" params={{ id: String(taller.id) }}>
                        {taller.titulo}
                      </AppLink>
                      <Text size="sm" c="dimmed">
                        <DateTime value={taller.iniciaEn} zone={taller.zona} as="fechaCorta" />
                      </Text>
                    </>
                  ),
                },
                {
                  title: 'Cupos',
                  render: (i) => formatNumber(i.cupos),
                  ...(hayMas ? {} : { total: formatNumber(ocupacion.total) }),
                },
                {
                  title: 'Ocupados',
                  render: (i) => formatNumber(i.ocupados),
                  ...(hayMas ? {} : { total: formatNumber(ocupacion.parte) }),
                },
                {
                  title: 'Ocupación',
                  render: (i) => formatPercent(i.ocupacion),
                  ...(hayMas || ocupacion.valor === null
                    ? {}
                    : { total: formatPercent(ocupacion.valor) }),
                },
                { title: 'Vendido', render: (i) => <Money value={i.vendido} /> },
              ]}
            />
          </Panel>
        </>
      )}
    </Reporte>
  );
}
