import { getReporteEmpresas } from '#contract/reportes.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { AppLink } from '../../../ui/link.tsx';
import { Money } from '../../../ui/Money.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { CifraFigure, Figures } from '../Figure.tsx';
import { count, formatNumber } from '../formatos.ts';
import { Grafico } from '../Grafico.tsx';
import { Reporte } from '../Reporte.tsx';
import { Tabla } from '../Tabla.tsx';
import { usePeriodo } from '../usePeriodo.ts';

const BARRAS = 10;

export function Empresas() {
  const estado = usePeriodo('ANO');
  const query = useEndpoint(getReporteEmpresas, { query: estado.consulta }, { keep: true });
  return (
    <Reporte
      nombre="empresas"
      estado={estado}
      query={query}
      filas={({ items, hayMas }) =>
        items.length === 0
          ? undefined
          : hayMas
            ? 'Todas las empresas'
            : count(items.length, 'empresa', 'empresas')
      }
    >
      {({ ingresos, vendido, saldo, items, hayMas }) => {
        const conIngresos = items.filter((i) => i.ingresos > 0).slice(0, BARRAS);
        const whole = (value: number) => (hayMas ? undefined : <Money value={value} />);
        return (
          <>
            <Panel title="En el período">
              <Figures>
                <CifraFigure name="Ingresos" cifra={ingresos} pesos />
                <CifraFigure name="Vendido" cifra={vendido} pesos />
                <CifraFigure name="Por cobrar" cifra={saldo} pesos />
              </Figures>
            </Panel>
            <Panel title="Por empresa">
              {conIngresos.length > 1 && (
                <Grafico
                  label="Ingresos por empresa"
                  series={['Ingresos']}
                  pesos
                  lying
                  data={conIngresos.map((i) => ({
                    name: i.empresa.razonSocial,
                    values: [i.ingresos],
                  }))}
                />
              )}
              <Tabla
                label="Por empresa"
                rows={items}
                keyOf={(i) => i.empresa.id}
                columns={[
                  {
                    title: 'Empresa',
                    render: (i) => (
                      <AppLink to="/app/empresas/$id" params={{ id: String(i.empresa.id) }}>
                        {i.empresa.razonSocial}
                      </AppLink>
                    ),
                  },
                  {
                    title: 'Ingresos',
                    render: (i) => <Money value={i.ingresos} />,
                    total: whole(ingresos.valor),
                  },
                  { title: 'Contactos', render: (i) => formatNumber(i.contactos) },
                  { title: 'Ventas', render: (i) => formatNumber(i.ventas) },
                  {
                    title: 'Vendido',
                    render: (i) => <Money value={i.vendido} />,
                    total: whole(vendido.valor),
                  },
                  {
                    title: 'Por cobrar hoy',
                    render: (i) => <Money value={i.saldo} />,
                    total: whole(saldo.valor),
                  },
                ]}
              />
            </Panel>
          </>
        );
      }}
    </Reporte>
  );
}
