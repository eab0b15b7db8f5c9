import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHeader } from '../../ui/PageHeader.tsx';
import classes from './emails.module.css';

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
      <nav aria-label="Emails" className={classes.nav}>
        <ul className={classes.tabs}>
          {places.map(({ to, label }) => (
            <li key={to}>
              <Link
                to={to}
                className={classes.tab}
                activeOptions={{ includeSearch: false }}
                activeProps={{ 'data-active': true } as object}
                ref={(tab) => {
                  if (tab?.hasAttribute('data-active')) showWithin(tab);
                }}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <PageHeader title={title} subtitle={subtitle} actions={actions} />
      {children}
    </>
  );
}

/** On phones the row is wider than the screen: the open tab is brought into sight. */
function showWithin(tab: HTMLElement) {
  const row = tab.closest('nav');
  if (!row) return;
  const hidden = tab.offsetLeft + tab.offsetWidth - row.clientWidth;
  if (hidden > row.scrollLeft) row.scrollLeft = hidden + 24;
}
