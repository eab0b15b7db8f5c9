import { Progress, SimpleGrid, Text } from '@mantine/core';
import type { Cobro } from '#contract/cobros.ts';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { formatDeadline } from '../../ui/relative.ts';

/** What is owed, large: the reason why one opens a sale. */
export function CobroCuenta({ cobro }: { cobro: Cobro }) {
  const { total, pagado, saldo, saldoAFavor, porReembolsar, estado, venceEn } = cobro;
  const last = porReembolsar
    ? { label: 'Por devolver', value: porReembolsar }
    : saldoAFavor
      ? { label: 'A favor', value: saldoAFavor }
      : { label: 'Por pagar', value: saldo };
  const figures = [{ label: 'Total', value: total }, { label: 'Pagado', value: pagado }, last];
  return (
    <Panel title="Cuenta">
      <SimpleGrid component="dl" cols={3} spacing="sm" m={0}>
        {figures.map(({ label, value }) => (
          <div key={label}>
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <Text component="dd" m={0} fz={{ base: 'lg', sm: 28 }} fw={650}>
              <Money value={value} />
            </Text>
          </div>
        ))}
      </SimpleGrid>
      {estado !== 'ANULADO' && total > 0 && (
        <Progress value={Math.min((100 * pagado) / total, 100)} mt="md" color="green" aria-hidden />
      )}
      {estado === 'PENDIENTE' && venceEn && (
        <Text mt="sm">
          {formatDeadline(venceEn)}: si no paga nada antes, lo reservado queda libre.
        </Text>
      )}
    </Panel>
  );
}
