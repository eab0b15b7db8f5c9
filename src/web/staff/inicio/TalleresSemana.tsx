import { Text } from '@mantine/core';
import type { TallerItem } from '#contract/talleres.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { AppLink, ButtonLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { UsageBar } from '../../ui/UsageBar.tsx';
import { usePuede } from '../session.ts';
import classes from './inicio.module.css';

export function TalleresSemana({ talleres }: { talleres: TallerItem[] }) {
  const puede = usePuede();
  return (
    <Panel
      title="Talleres de esta semana"
      actions={<AppLink to="/app/talleres">Ver todos</AppLink>}
    >
      {talleres.length === 0 ? (
        <>
          <Text c="dimmed">No hay talleres en los próximos siete días.</Text>
          {puede('talleres:escribir') && (
            <ButtonLink to="/app/talleres/nuevo" variant="light" mt="sm">
              Nuevo taller
            </ButtonLink>
          )}
        </>
      ) : (
        <ul className={classes.rows}>
          {talleres.map((taller) => (
            <li key={taller.id} className={classes.row}>
              <div className={`${classes.grow} tap-links`}>
                <AppLink to="/app/talleres/$id" params={{ id: String(taller.id) }} fw={600}>
                  {taller.titulo}
                </AppLink>
                <Text size="sm" c="dimmed">
                  <DateTime value={taller.iniciaEn} zone={taller.zona} as="diaHora" />
                  {taller.lugar && ` · ${taller.lugar}`}
                </Text>
              </div>
              <div className={classes.seats}>
                <UsageBar
                  taken={taller.cuposOcupados}
                  offered={taller.cuposOfrecidos}
                  total={taller.cupos}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
