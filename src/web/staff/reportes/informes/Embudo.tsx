import { getEmbudo } from '#contract/reportes.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { formatMonth } from '../../../ui/time.ts';
import { CifraFigure, DiasFigure, Figures, ProporcionFigure } from '../Figure.tsx';
import { count, formatNumber } from '../formatos.ts';
import { Grafico } from '../Grafico.tsx';
import { Mes } from '../Mes.tsx';
import { Reporte } from '../Reporte.tsx';
import { Tabla } from '../Tabla.tsx';
import { usePeriodo } from '../usePeriodo.ts';

export function Embudo() {
  const estado = usePeriodo('ANO');
  const query = useEndpoint(getEmbudo, { query: estado.consulta }, { keep: true });
  return (
    <Reporte
      nombre="embudo"
      estado={estado}
      query={query}
      filas={({ leads, meses }) =>
        leads.valor > 0 ? count(meses.length, 'mes', 'meses') : undefined
      }
    >
      {({ leads, prospectos, clientes, inactivos, diasAProspecto, diasACliente, meses }) => (
        <>
          <Panel title="Qué pasó con quienes llegaron">
            <Figures>
              <CifraFigure name="Llegaron" cifra={leads} />
              <ProporcionFigure name="Mostraron interés" cifra={prospectos} />
              <ProporcionFigure name="Compraron" cifra={clientes} />
              <ProporcionFigure name="Inactivas hoy" cifra={inactivos} />
              <DiasFigure name="Demora en mostrar interés" cifra={diasAProspecto} />
              <DiasFigure name="Demora en comprar" cifra={diasACliente} />
            </Figures>
          </Panel>
          <Panel title="El embudo">
            <Grafico
              label="Cuántas personas llegaron, mostraron interés y compraron"
              series={['Personas']}
              lying
              data={[
                { name: 'Llegaron', values: [leads.valor] },
                { name: 'Mostraron interés', values: [prospectos.parte] },
                { name: 'Compraron', values: [clientes.parte] },
              ]}
            />
          </Panel>
          <Panel title="Por mes de llegada">
            {meses.length > 1 && (
              <Grafico
                label="Personas por mes de llegada"
                series={['Llegaron', 'Mostraron interés', 'Compraron']}
                data={meses.map((m) => ({
                  name: formatMonth(m.mes, 'short'),
                  values: [m.leads, m.prospectos, m.clientes],
                }))}
              />
            )}
            <Tabla
              label="Personas por mes de llegada"
              rows={[...meses].reverse()}
              keyOf={(m) => m.mes}
              columns={[
                { title: 'Mes', render: (m) => <Mes value={m.mes} /> },
                {
                  title: 'Llegaron',
                  render: (m) => formatNumber(m.leads),
                  total: formatNumber(leads.valor),
                },
                {
                  title: 'Mostraron interés',
                  render: (m) => formatNumber(m.prospectos),
                  total: formatNumber(prospectos.parte),
                },
                {
                  title: 'Compraron',
                  render: (m) => formatNumber(m.clientes),
                  total: formatNumber(clientes.parte),
                },
              ]}
            />
          </Panel>
        </>
      )}
    </Reporte>
  );
}
