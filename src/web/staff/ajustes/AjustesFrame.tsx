import type { ReactNode } from 'react';
import { getAjustes, type Negocio } from '#contract/ajustes.ts';
import { useEndpoint } from '../../api/queries.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import classes from './ajustes.module.css';

type Props = { title: string; children: (negocio: Negocio) => ReactNode };

/** The frame of a page of settings: its title, and the settings once they are there. */
export function AjustesFrame({ title, children }: Props) {
  const ajustes = useEndpoint(getAjustes, {}, { staleTime: 0 });
  return (
    <div className={classes.narrow}>
      <PageHeader title={title} back={{ to: '/app/ajustes', label: 'Volver a ajustes' }} />
      <QueryGate query={ajustes}>{children}</QueryGate>
    </div>
  );
}
