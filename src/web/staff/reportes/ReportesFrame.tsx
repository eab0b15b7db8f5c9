import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SectionNav } from '../../ui/SectionNav.tsx';
import { formatPlainDate } from '../../ui/time.ts';
import { lugares } from './lugares.ts';
import { PeriodoControl } from './PeriodoControl.tsx';
import type { EstadoPeriodo } from './usePeriodo.ts';

type Rango = { desde: string; hasta: string };

type Props = {
  title: string;
  estado: EstadoPeriodo;
  /** What the answer on screen is of; absent until there is one. */
  marco?: { periodo: Rango; anterior: Rango; contra?: string } | undefined;
  actions?: ReactNode;
  children: ReactNode;
};

/** The frame of each report: where one may go, its period, and what it is compared with. */
export function ReportesFrame({ title, estado, marco, actions, children }: Props) {
  return (
    <>
      <SectionNav label="Reportes" places={lugares(estado)} />
      <PageHeader
        title={title}
        subtitle={marco && <Comparacion {...marco} />}
        actions={
          <>
            <PeriodoControl estado={estado} rango={marco?.periodo} />
            {actions}
          </>
        }
      />
      {children}
    </>
  );
}

function range({ desde, hasta }: Rango) {
  if (desde === hasta) return formatPlainDate(desde);
  const start = formatPlainDate(desde);
  // The year once, when it is the same.
  const sameYear = desde.slice(0, 4) === hasta.slice(0, 4);
  const shortened = sameYear ? start.replace(/ de \d{4}$/, '') : start;
  return `${shortened} al ${formatPlainDate(hasta)}`;
}

function Comparacion({ periodo, anterior, contra }: NonNullable<Props['marco']>) {
  return (
    <Text c="dimmed" mt={4} maw={640}>
      Del {range(periodo)}. Se compara con{' '}
      {contra ? `${contra} (${range(anterior)})` : range(anterior)}.
    </Text>
  );
}
