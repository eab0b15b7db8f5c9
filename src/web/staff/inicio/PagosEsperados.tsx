import { Text } from '@mantine/core';
import type { Inicio } from '#contract/reportes.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { AppLink, ButtonLink } from '../../ui/link.tsx';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { EstadoPagoBadge } from '../estados.tsx';
import { usePuede } from '../session.ts';
import classes from './inicio.module.css';

export function PagosEsperados({ pagos }: { pagos: Inicio['pagosEsperados'] }) {
  const puede = usePuede();
  return (
    <Panel
      title="Pagos por recibir"
      actions={
        pagos.cantidad > 0 && (
          <AppLink to="/app/ventas" search={{ estado: 'PENDIENTE,ABONADO' }}>
            {pagos.cantidad === 1 ? '1 venta' : `Ver las ${pagos.cantidad} ventas`}
            {' · '}
            <Money value={pagos.saldo} />
          </AppLink>
        )
      }
    >
      {pagos.items.length === 0 ? (
        <Text c="dimmed">Nadie debe nada. Aquí aparecen las ventas con saldo.</Text>
      ) : (
        <ul className={classes.rows}>
          {pagos.items.map((cobro) => (
            <li key={cobro.id} className={classes.row}>
              <div className={`${classes.grow} tap-links`}>
                <AppLink to="/app/ventas/$id" params={{ id: String(cobro.id) }} fw={600}>
                  {nombreCompleto(cobro.cliente)}
                </AppLink>
                <Text size="sm" c="dimmed">
                  {cobro.detalle}
                  {cobro.venceEn && (
                    <>
                      {' · vence '}
                      <DateTime value={cobro.venceEn} as="diaHora" />
                    </>
                  )}
                </Text>
              </div>
              <EstadoPagoBadge estado={cobro.estado} />
              <Text fw={600} className={classes.amount}>
                <Money value={cobro.saldo} />
              </Text>
              {puede('ventas:escribir') && (
                <ButtonLink
                  to="/app/ventas/$id"
                  params={{ id: String(cobro.id) }}
                  search={{ accion: 'pago' }}
                  variant="light"
                  size="xs"
                  aria-label={`Registrar pago de ${nombreCompleto(cobro.cliente)}`}
                >
                  Registrar pago
                </ButtonLink>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
