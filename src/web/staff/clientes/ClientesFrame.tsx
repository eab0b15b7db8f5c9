import type { ReactNode } from 'react';
import type { Permiso } from '#contract/permisos.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SectionNav } from '../../ui/SectionNav.tsx';
import { usePuede } from '../session.ts';

type Props = {
  /** The heading of the page. */
  title: string;
  subtitle?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

const places = [
  { to: '/app/clientes', label: 'Lista', permiso: 'clientes:leer', exact: true },
  { to: '/app/seguimientos', label: 'Seguimientos', permiso: 'interacciones:leer' },
  { to: '/app/segmentos', label: 'Segmentos', permiso: 'clientes:leer' },
  { to: '/app/duplicados', label: 'Duplicados', permiso: 'clientes:fusionar' },
  { to: '/app/importaciones', label: 'Importar', permiso: 'importaciones:escribir' },
] as const satisfies readonly { to: string; label: string; permiso: Permiso; exact?: boolean }[];

/** The frame of each first page about people: where one may go within the section, its heading, its content. */
export function ClientesFrame({ title, subtitle, actions, children }: Props) {
  const puede = usePuede();
  return (
    <>
      <SectionNav label="Personas" places={places.filter(({ permiso }) => puede(permiso))} />
      <PageHeader title={title} subtitle={subtitle} actions={actions} />
      {children}
    </>
  );
}
