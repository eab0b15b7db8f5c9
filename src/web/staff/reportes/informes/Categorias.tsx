import { getCategorias } from '#contract/reportes.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { Money } from '../../../ui/Money.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { CifraFigure, Figures } from '../Figure.tsx';
import { count, formatNumber } from '../formatos.ts';
import { Grafico } from '../Grafico.tsx';
import { NombreInteres } from '../NombreInteres.tsx';
import { Reporte } from '../Reporte.tsx';
import { Tabla } from '../Tabla.tsx';
import { usePeriodo } from '../usePeriodo.ts';

const BARRAS = 12;

export function Categorias() {
  const estado = usePeriodo('ANO');
  const query = useEndpoint(getCategorias, { query: estado.consulta }, { keep: true });
  return (
    <Reporte
      nombre="categorias"
      estado={estado}
      query={query}
      filas={({ items }) =>
        items.length > 0 ? count(items.length, 'categoría', 'categorías') : undefined
      }
    >
      {({ inscripciones, vendido, items }) => (
        <>
          <Panel title="En el período">
            <Figures>
              <CifraFigure name="Inscripciones" cifra={inscripciones} />
              <CifraFigure name="Vendido" cifra={vendido} pesos />
            </Figures>
          </Panel>
          <Panel title="Inscripciones por categoría">
            <Grafico
              label="Inscripciones por categoría"
              series={['Ahora', 'Antes']}
              compared
              lying
              data={items.slice(0, BARRAS).map((i) => ({
                name: i.interes?.nombre ?? 'Sin interés',
                values: [i.inscripciones, i.inscripcionesAnterior],
              }))}
            />
            <Tabla
              label="Inscripciones por categoría"
              rows={items}
              keyOf={(i) => i.interes?.id ?? 0}
              columns={[
                { title: 'Interés', render: (i) => <NombreInteres interes={i.interes} /> },
                {
                  title: 'Inscripciones',
                  render: (i) => formatNumber(i.inscripciones),
                  total: formatNumber(inscripciones.valor),
                },
                {
                  title: 'Antes',
                  render: (i) => formatNumber(i.inscripcionesAnterior),
                  total: formatNumber(inscripciones.anterior ?? 0),
                },
                { title: 'Cupos', render: (i) => formatNumber(i.cupos) },
                { title: 'Personas', render: (i) => formatNumber(i.personas) },
                {
                  title: 'Vendido',
                  render: (i) => <Money value={i.vendido} />,
                  total: <Money value={vendido.valor} />,
                },
              ]}
            />
          </Panel>
        </>
      )}
    </Reporte>
  );
}
