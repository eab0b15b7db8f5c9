import { Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import type { Espera } from '#contract/espera.ts';
import { formatMomento } from '#contract/horario.ts';
import type { Taller } from '#contract/talleres.ts';
import { DateTime } from '../../../ui/DateTime.tsx';
import { AppLink } from '../../../ui/link.tsx';
import { formatDeadline } from '../../../ui/relative.ts';
import { nombreCompleto } from '../../clientes/persona.ts';
import { EstadoEsperaBadge } from '../../estados.tsx';
import { EsperaAcciones } from './EsperaAcciones.tsx';
import classes from './espera.module.css';

type Props = { espera: Espera; taller: Taller };

/** One who waits: their place, what they ask for, how it stands, and what may be done. */
export function EsperaFila({ espera, taller }: Props) {
  const { cliente, lugar, cantidad, estado, ofertaVenceEn, creadoEn, canal } = espera;
  return (
    <li
      className={classes.row}
      data-settled={!espera.puede.quitar || undefined}
      data-wide={espera.puede.ofrecer || undefined}
    >
      <span className={`${classes.place} tabular`}>
        {estado === 'OFRECIDA' && <IconClock size={18} aria-hidden />}
        {lugar !== null && (
          <>
            <span className={classes.spoken}>Lugar </span>
            {lugar}
          </>
        )}
      </span>
      <div className={`${classes.who} tap-links`}>
        <AppLink to="/app/clientes/$id" params={{ id: String(cliente.id) }} fw={600} c="inherit">
          {nombreCompleto(cliente)}
        </AppLink>
        <Text size="sm" c="dimmed">
          {cantidad === 1 ? '1 cupo' : `${cantidad} cupos`} · desde el{' '}
          <DateTime value={creadoEn} as="fechaHora" />
          {canal === 'WEB' && ', por la página'}
        </Text>
      </div>
      <div className={classes.state}>
        <EstadoEsperaBadge estado={estado} />
        {estado === 'OFRECIDA' && ofertaVenceEn && (
          <Text size="sm" c="dimmed">
            {formatDeadline(ofertaVenceEn)}:{' '}
            {formatMomento(ofertaVenceEn, taller.zona, new Date().toISOString())}
          </Text>
        )}
      </div>
      <EsperaAcciones espera={espera} taller={taller} />
    </li>
  );
}
