import type { ReactNode } from 'react';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SectionNav } from '../../ui/SectionNav.tsx';

type Props = {
  /** The heading of the page, the same word as its tab. */
  title: string;
  subtitle?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

const places = [
  { to: '/app/emails/campanas', label: 'Campañas' },
  { to: '/app/emails/plantillas', label: 'Plantillas' },
  { to: '/app/emails/automaticos', label: 'Automáticos' },
  { to: '/app/emails/registro', label: 'Registro' },
  { to: '/app/emails/bajas', label: 'Bajas' },
] as const;

/** The frame of each first page of the section: where one may go within it, its heading, its content. */
export function EmailsFrame({ title, subtitle, actions, children }: Props) {
  return (
    <>
      <SectionNav label="Emails" places={places} />
      <PageHeader title={title} subtitle={subtitle} actions={actions} />
      {children}
    </>
  );
}
