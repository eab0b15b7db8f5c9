import { nombresMedio } from '#contract/medios.ts';
import { getIngresos } from '#contract/reportes.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { Money } from '../../../ui/Money.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { formatMonth } from '../../../ui/time.ts';
import { CifraFigure, Figures } from '../Figure.tsx';
import { count } from '../formatos.ts';
import { Grafico } from '../Grafico.tsx';
import { Mes } from '../Mes.tsx';
import { Reporte } from '../Reporte.tsx';
import classes from '../reportes.module.css';
import { Tabla } from '../Tabla.tsx';
import { usePeriodo } from '../usePeriodo.ts';

const clases = [
  ['taller', 'Talleres'],
  ['curso', 'Cursos'],
  ['producto', 'Kits'],
] as const;

export function Ingresos() {
  const estado = usePeriodo('ANO');
  const query = useEndpoint(getIngresos, { query: estado.consulta }, { keep: true });
  return (
    <Reporte
      nombre="ingresos"
      estado={estado}
      query={query}
      filas={({ meses, porMedio, total }) =>
        porMedio.length > 0 || total.anterior !== 0
          ? count(meses.length, 'mes', 'meses')
          : undefined
      }
    >
      {({ total, porClase, porMedio, meses }) => (
        <>
          <Panel title="En el período">
            <Figures>
              <CifraFigure name="Ingresos" cifra={total} pesos />
            </Figures>
          </Panel>
          <Panel title="Por mes">
            {meses.length > 1 && (
              <Grafico
                label="Ingresos por mes"
                series={['Talleres', 'Cursos', 'Kits']}
                stacked
                pesos
                data={meses.map((m) => ({
                  name: formatMonth(m.mes, 'short'),
                  values: [m.taller, m.curso, m.producto],
                }))}
              />
            )}
            <Tabla
              label="Ingresos por mes"
              rows={[...meses].reverse()}
              keyOf={(m) => m.mes}
              columns={[
                { title: 'Mes', render: (m) => <Mes value={m.mes} /> },
                {
                  title: 'Total',
                  render: (m) => <Money value={m.total} />,
                  total: <Money value={total.valor} />,
                },
                ...clases.map(([key, title]) => ({
                  title,
                  render: (m: (typeof meses)[number]) => <Money value={m[key]} />,
                  total: <Money value={porClase[key]} />,
                })),
              ]}
            />
          </Panel>
          <Panel title="Por medio de pago">
            <div className={classes.columns}>
              <Tabla
                label="Ingresos por medio de pago"
                rows={porMedio}
                keyOf={(m) => m.medio}
                columns={[
                  { title: 'Medio', render: (m) => nombresMedio[m.medio] },
                  {
                    title: 'Movimientos',
                    render: (m) => m.movimientos,
                    total: porMedio.reduce((sum, m) => sum + m.movimientos, 0),
                  },
                  {
                    title: 'Ingresos',
                    render: (m) => <Money value={m.monto} />,
                    total: <Money value={total.valor} />,
                  },
                ]}
              />
              {porMedio.length > 0 && (
                <Grafico
                  label="Ingresos por medio de pago"
                  series={['Ingresos']}
                  pesos
                  lying
                  data={porMedio.map((m) => ({
                    name: nombresMedio[m.medio],
                    values: [m.monto],
                  }))}
                />
              )}
            </div>
          </Panel>
        </>
      )}
    </Reporte>
  );
}
