import { Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { usePageTitle } from '../../ui/PageHeader.tsx';
import { negocioQuery } from '../session.ts';
import classes from './acceso.module.css';

/** The page of those who are not in yet: the school's name over one card. */
export function AccessFrame({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  const { data: negocio } = useQuery(negocioQuery);
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <div className={classes.brand}>
          {negocio?.logoUrl && <img src={negocio.logoUrl} alt="" className={classes.logo} />}
          {negocio?.nombre}
        </div>
        <Paper withBorder p={{ base: 'lg', sm: 'xl' }} radius="lg">
          <Stack gap="lg">
            <Title order={1}>{title}</Title>
            {children}
          </Stack>
        </Paper>
      </div>
    </main>
  );
}
