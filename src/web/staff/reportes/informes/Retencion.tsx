import { getRetencion } from '#contract/reportes.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { formatMonth } from '../../../ui/time.ts';
import { CifraFigure, DiasFigure, Figures, ProporcionFigure } from '../Figure.tsx';
import { count, formatNumber, formatPercent } from '../formatos.ts';
import { Grafico } from '../Grafico.tsx';
import { Mes } from '../Mes.tsx';
import { Reporte } from '../Reporte.tsx';
import { Tabla } from '../Tabla.tsx';
import { usePeriodo } from '../usePeriodo.ts';

/** `12 (42,5 %)`; a dash while its time is not over. */
function share(part: number | null, whole: number) {
  if (part === null || whole === 0) return '—';
  return `${formatNumber(part)} (${formatPercent(Math.round((part * 1000) / whole))})`;
}

export function Retencion() {
  const estado = usePeriodo('ANO');
  const query = useEndpoint(getRetencion, { query: estado.consulta }, { keep: true });
  return (
    <Reporte
      nombre="retencion"
      estado={estado}
      query={query}
      filas={({ personas, cohortes }) =>
        personas.valor > 0 ? count(cohortes.length, 'mes', 'meses') : undefined
      }
    >
      {({ personas, volvieron, diasEntreCompras, cohortes }) => (
        <>
          <Panel title="En el período">
            <Figures>
              <CifraFigure name="Primera compra" cifra={personas} />
              <ProporcionFigure name="Volvieron a comprar" cifra={volvieron} />
              <DiasFigure name="Demora en volver" cifra={diasEntreCompras} />
            </Figures>
          </Panel>
          <Panel title="Por mes de la primera compra">
            {cohortes.length > 1 && (
              <Grafico
                label="Quiénes volvieron, por mes de la primera compra"
                series={['Volvieron', 'No han vuelto']}
                stacked
                compared
                data={cohortes.map((c) => ({
                  name: formatMonth(c.mes, 'short'),
                  values: [c.alguna, c.personas - c.alguna],
                }))}
              />
            )}
            <Tabla
              label="Quiénes volvieron, por mes de la primera compra"
              rows={[...cohortes].reverse()}
              keyOf={(c) => c.mes}
              columns={[
                { title: 'Mes', render: (c) => <Mes value={c.mes} /> },
                {
                  title: 'Personas',
                  render: (c) => formatNumber(c.personas),
                  total: formatNumber(personas.valor),
                },
                { title: 'A los 3 meses', render: (c) => share(c.a3Meses, c.personas) },
                { title: 'A los 6 meses', render: (c) => share(c.a6Meses, c.personas) },
                { title: 'A los 12 meses', render: (c) => share(c.a12Meses, c.personas) },
                {
                  title: 'Hasta hoy',
                  render: (c) => share(c.alguna, c.personas),
                  total: share(volvieron.parte, volvieron.total),
                },
              ]}
            />
          </Panel>
        </>
      )}
    </Reporte>
  );
}
