import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId } from 'react';
import type { CobroItem } from '#contract/cobros.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { AppLink } from '../../ui/link.tsx';
import { Money } from '../../ui/Money.tsx';
import { EstadoPagoBadge } from '../estados.tsx';
import { usePuede } from '../session.ts';
import { CobroMovimientos } from './CobroMovimientos.tsx';
import classes from './cobros.module.css';
import { nombreCompleto } from './persona.ts';

type Props = { cobro: CobroItem; showCliente: boolean; onPay: () => void };

/** One sale in the page of its buyer. */
export function CobroRow({ cobro, showCliente, onPay }: Props) {
  const [opened, { toggle }] = useDisclosure();
  const puede = usePuede();
  const id = useId();
  return (
    <li className={classes.item}>
      <div className={classes.top}>
        <div className={classes.what}>
          <Group gap="xs">
            <AppLink to="/app/ventas/$id" params={{ id: String(cobro.id) }} fw={600}>
              {cobro.detalle}
            </AppLink>
            <EstadoPagoBadge estado={cobro.estado} />
          </Group>
          <Text size="sm" c="dimmed">
            {cobro.codigo} · <DateTime value={cobro.creadoEn} as="fechaCorta" />
            {showCliente && ` · ${nombreCompleto(cobro.cliente)}`}
          </Text>
        </div>
        <div className={classes.amounts}>
          <Text>
            <Money value={cobro.total} />
          </Text>
          <Owed cobro={cobro} />
        </div>
      </div>
      <Group gap="xs" mt={6} className={classes.acts}>
        {cobro.saldo > 0 && puede('ventas:escribir') && (
          <Button variant="light" size="compact-sm" onClick={onPay}>
            Registrar pago
          </Button>
        )}
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={opened}
          aria-controls={opened ? id : undefined}
          aria-label={`${opened ? 'Ocultar' : 'Ver'} detalle y pagos de ${cobro.codigo}`}
          rightSection={
            opened ? (
              <IconChevronUp size={16} aria-hidden />
            ) : (
              <IconChevronDown size={16} aria-hidden />
            )
          }
          onClick={toggle}
        >
          Detalle y pagos
        </Button>
      </Group>
      {opened && <CobroMovimientos id={id} cobroId={cobro.id} />}
    </li>
  );
}

function Owed({ cobro: { saldo, saldoAFavor, porReembolsar } }: { cobro: CobroItem }) {
  return (
    <>
      {saldo > 0 && (
        <Text size="sm" fw={600}>
          Debe <Money value={saldo} />
        </Text>
      )}
      {saldoAFavor > 0 && (
        <Text size="sm">
          A favor <Money value={saldoAFavor} />
        </Text>
      )}
      {porReembolsar > 0 && (
        <Text size="sm" fw={600}>
          Por reembolsar <Money value={porReembolsar} />
        </Text>
      )}
    </>
  );
}
