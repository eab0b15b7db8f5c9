import { IconArrowLeft } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTitle } from '../shell/title.ts';
import classes from './mi.module.css';

type Props = {
  title: string;
  /** Of the browser's tab, when the heading says more. */
  tab?: string;
  lead?: ReactNode;
  back?: { to: LinkProps['to']; params?: LinkProps['params']; label: string };
  children: ReactNode;
};

/** A page of the portal: its one heading, the way back, and its content. */
export function Page({ title, tab = title, lead, back, children }: Props) {
  useTitle(tab);
  return (
    <div className={classes.page}>
      <header>
        {back && (
          <Link to={back.to} params={back.params ?? {}} className={classes.back}>
            <IconArrowLeft size={18} aria-hidden />
            {back.label}
          </Link>
        )}
        <h1 className={classes.title}>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
      </header>
      {children}
    </div>
  );
}
