import { Select, Stack, Text } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type Cifra, getTablero, type Periodo } from '#contract/reportes.ts';
import { useEndpoint } from '../../api/queries.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Explain } from '../../ui/Explain.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { useListSearch } from '../../ui/list/useListSearch.ts';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { formatPlainDate } from '../../ui/time.ts';
import { IngresosMensuales } from './IngresosMensuales.tsx';
import classes from './inicio.module.css';

const periodos: { value: Periodo; label: string }[] = [
  { value: 'MES', label: 'Este mes' },
  { value: 'MES_ANTERIOR', label: 'El mes pasado' },
  { value: '30_DIAS', label: 'Últimos 30 días' },
  { value: '90_DIAS', label: 'Últimos 90 días' },
  { value: 'ANO', label: 'Este año' },
];

/** The figures of a period, each against the one before, and the income of twelve months. */
export function Cifras() {
  const { search, set } = useListSearch();
  const periodo = periodos.find(({ value }) => value === search.periodo)?.value ?? 'MES';
  const tablero = useEndpoint(getTablero, { query: { periodo } }, { keep: true });
  const { data } = tablero;

  return (
    <Stack gap="md" mt="md">
      <Panel
        title="Cómo va la escuela"
        actions={
          <Select
            aria-label="Período"
            data={periodos}
            value={periodo}
            allowDeselect={false}
            onChange={(value) => set({ periodo: value ?? undefined })}
            w={180}
          />
        }
      >
        {tablero.isPending && <ListSkeleton rows={2} height={64} />}
        {tablero.isError && !data && (
          <ErrorState error={tablero.error} retry={() => void tablero.refetch()} />
        )}
        {data && (
          <>
            <Text size="sm" c="dimmed" mb="md">
              Del {formatPlainDate(data.periodo.desde)} al {formatPlainDate(data.periodo.hasta)}
            </Text>
            <dl className={classes.figures}>
              <Figure name="Ingresos" cifra={data.ingresos} show={(n) => <Money value={n} />} />
              <Figure name="Estudiantes activos" cifra={data.estudiantesActivos} />
              <Figure name="Nuevos leads" cifra={data.nuevosLeads} />
            </dl>
          </>
        )}
      </Panel>
      {data && <IngresosMensuales meses={data.ingresosMensuales} />}
    </Stack>
  );
}

const number = new Intl.NumberFormat('es-CL', { useGrouping: 'always' });

type FigureProps = { name: string; cifra: Cifra; show?: (value: number) => ReactNode };

function Figure({ name, cifra, show = (value) => number.format(value) }: FigureProps) {
  return (
    <div>
      <dt className={classes.figureName}>
        {name}
        <Explain about={name}>{cifra.definicion}</Explain>
      </dt>
      <dd style={{ margin: 0 }}>
        <div className={`${classes.figureValue} tabular`}>{show(cifra.valor)}</div>
        <Change cifra={cifra} show={show} />
      </dd>
    </div>
  );
}

function Change({ cifra, show }: { cifra: Cifra; show: (value: number) => ReactNode }) {
  const { valor, anterior } = cifra;
  if (anterior === null) return null;
  if (valor === anterior) {
    return (
      <Text size="sm" c="dimmed">
        <IconMinus size={14} aria-hidden /> Igual que antes
      </Text>
    );
  }
  const up = valor > anterior;
  const Icon = up ? IconArrowUpRight : IconArrowDownRight;
  const percent = anterior > 0 ? Math.round((Math.abs(valor - anterior) / anterior) * 100) : null;
  return (
    <Text size="sm" c="dimmed">
      <Text span c={up ? 'green' : 'red'} fw={600} inherit>
        <Icon size={15} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
        {percent === null ? (up ? 'Más' : 'Menos') : `${percent} % ${up ? 'más' : 'menos'}`}
      </Text>{' '}
      que antes ({show(anterior)})
    </Text>
  );
}
