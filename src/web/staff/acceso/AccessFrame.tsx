import { Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { getNegocioPublico } from '#contract/publico.ts';
import { call } from '../../api/client.ts';
import { keyOf } from '../../api/queries.ts';
import { usePageTitle } from '../../ui/PageHeader.tsx';
import classes from './acceso.module.css';

/** The page of those who are not in yet: the school's name over one card. */
export function AccessFrame({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  const { data: negocio } = useQuery({
    queryKey: keyOf(getNegocioPublico),
    queryFn: () => call(getNegocioPublico, {}),
    retry: false,
  });
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
