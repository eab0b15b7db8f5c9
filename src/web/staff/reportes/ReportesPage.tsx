import { Box, Stack } from '@mantine/core';
import { getTablero, type Tablero } from '#contract/reportes.ts';
import { useEndpoint } from '../../api/queries.ts';
import { Explain } from '../../ui/Explain.tsx';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { Stars } from '../../ui/Stars.tsx';
import { CifrasTablero } from './CifrasTablero.tsx';
import { formatNumber, formatStars } from './formatos.ts';
import { Grafico } from './Grafico.tsx';
import { IngresosMensuales } from './IngresosMensuales.tsx';
import { NombreInteres } from './NombreInteres.tsx';
import { ReportesFrame } from './ReportesFrame.tsx';
import classes from './reportes.module.css';
import { Tabla } from './Tabla.tsx';
import { usePeriodo } from './usePeriodo.ts';

/** How the business is doing: its figures against those before, and what stands out. */
export default function ReportesPage() {
  const estado = usePeriodo('MES');
  const tablero = useEndpoint(getTablero, { query: estado.consulta }, { keep: true });
  return (
    <ReportesFrame title="Tablero" estado={estado} marco={tablero.data}>
      <QueryGate query={tablero}>
        {(data) => (
          <Stack gap="md">
            <Panel title="Cifras del período">
              <CifrasTablero tablero={data} />
            </Panel>
            <IngresosMensuales meses={data.ingresosMensuales} />
            <div className={classes.columns}>
              <Categorias tablero={data} />
              <Calificados tablero={data} />
            </div>
          </Stack>
        )}
      </QueryGate>
    </ReportesFrame>
  );
}

function Categorias({ tablero: { categorias, definiciones } }: { tablero: Tablero }) {
  return (
    <Panel
      title="Categorías populares"
      actions={<Explain about="Categorías populares">{definiciones.categorias}</Explain>}
    >
      {categorias.length === 0 ? (
        'Nadie se inscribió en estas fechas.'
      ) : (
        <>
          <Grafico
            label="Inscripciones por interés"
            series={['Inscripciones']}
            lying
            data={categorias.map(({ interes, inscripciones }) => ({
              name: interes?.nombre ?? 'Sin interés',
              values: [inscripciones],
            }))}
          />
          <Tabla
            label="Categorías populares"
            rows={categorias}
            keyOf={({ interes }) => interes?.id ?? 0}
            columns={[
              { title: 'Interés', render: (c) => <NombreInteres interes={c.interes} /> },
              { title: 'Inscripciones', render: (c) => formatNumber(c.inscripciones) },
            ]}
          />
        </>
      )}
    </Panel>
  );
}

function Calificados({ tablero: { mejorCalificados, definiciones } }: { tablero: Tablero }) {
  return (
    <Panel
      title="Mejor calificados"
      actions={<Explain about="Mejor calificados">{definiciones.mejorCalificados}</Explain>}
    >
      {mejorCalificados.length === 0 ? (
        'Aún no hay reseñas publicadas.'
      ) : (
        <Tabla
          label="Mejor calificados"
          rows={mejorCalificados}
          keyOf={({ tipo, id }) => `${tipo} ${id}`}
          columns={[
            {
              title: 'Taller o curso',
              render: ({ tipo, id, titulo }) => (
                <AppLink
                  to={tipo === 'TALLER' ? '/app/talleres/$id' : '/app/cursos/$id'}
                  params={{ id: String(id) }}
                >
                  {titulo}
                </AppLink>
              ),
            },
            {
              title: 'Promedio',
              render: ({ promedio }) => (
                <span className={classes.stars}>
                  {formatStars(promedio)}
                  <Box component="span" visibleFrom="sm" aria-hidden>
                    <Stars value={promedio} size={15} />
                  </Box>
                </span>
              ),
            },
            { title: 'Puntaje', render: ({ puntaje }) => formatStars(puntaje) },
            { title: 'Reseñas', render: ({ resenas }) => formatNumber(resenas) },
          ]}
        />
      )}
    </Panel>
  );
}
