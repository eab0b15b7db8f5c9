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

/** `1 al 22 de noviembre de 2026`: the month and the year once, where they are the same. */
function range({ desde, hasta }: Rango) {
  if (desde === hasta) return formatPlainDate(desde);
  const start = formatPlainDate(desde);
  if (desde.slice(0, 7) === hasta.slice(0, 7)) {
    return `${start.split(' ')[0]} al ${formatPlainDate(hasta)}`;
  }
  const sameYear = desde.slice(0, 4) === hasta.slice(0, 4);
  return `${sameYear ? start.replace(/ de \d{4}$/, '') : start} al ${formatPlainDate(hasta)}`;
}

function Comparacion({ periodo, anterior, contra }: NonNullable<Props['marco']>) {
  const before = contra ? `${contra} (${range(anterior)})` : `lo del ${range(anterior)}`;
  return (
    <Text c="dimmed" mt={4} maw={640}>
      Del {range(periodo)}. Se compara con {before}.
    </Text>
  );
}
