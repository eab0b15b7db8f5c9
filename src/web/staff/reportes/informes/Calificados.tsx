import { getCalificados } from '#contract/reportes.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { AppLink } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { CifraFigure, Figures } from '../Figure.tsx';
import { count, formatNumber, formatStars } from '../formatos.ts';
import { Reporte } from '../Reporte.tsx';
import { Tabla } from '../Tabla.tsx';
import { usePeriodo } from '../usePeriodo.ts';
import { CalificadosChart } from './CalificadosChart.tsx';

export function Calificados() {
  const estado = usePeriodo('ANO');
  const query = useEndpoint(getCalificados, { query: estado.consulta }, { keep: true });
  return (
    <Reporte
      nombre="calificados"
      estado={estado}
      query={query}
      filas={({ items }) => (items.length > 0 ? count(items.length, 'fila', 'filas') : undefined)}
    >
      {({ resenas, items }) => (
        <>
          <Panel title="En el período">
            <Figures>
              <CifraFigure name="Reseñas nuevas" cifra={resenas} />
            </Figures>
          </Panel>
          <Panel title="De mejor a peor">
            <CalificadosChart items={items} />
            <Tabla
              label="Mejor calificados"
              rows={items}
              keyOf={(i) => `${i.tipo} ${i.id}`}
              columns={[
                {
                  title: 'Taller o curso',
                  render: (i) => (
                    <AppLink
                      to={i.tipo === 'TALLER' ? '/app/talleres/$id' : '/app/cursos/$id'}
                      params={{ id: String(i.id) }}
                    >
                      {i.titulo}
                    </AppLink>
                  ),
                },
                { title: 'Puntaje', render: (i) => formatStars(i.ranking) },
                { title: 'Promedio', render: (i) => formatStars(i.promedio) },
                { title: 'Reseñas', render: (i) => formatNumber(i.resenas) },
                { title: 'Nuevas', render: (i) => formatNumber(i.nuevas) },
              ]}
            />
          </Panel>
        </>
      )}
    </Reporte>
  );
}
