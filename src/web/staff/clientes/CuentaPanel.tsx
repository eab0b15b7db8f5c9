import { Button, Menu } from '@mantine/core';
import type { Cliente } from '#contract/clientes.ts';
import { listCobros } from '#contract/cobros.ts';
import { formatPesos } from '#contract/money.ts';
import { useEndpoint } from '../../api/queries.ts';
import { Panel } from '../../ui/Panel.tsx';
import { usePuede } from '../session.ts';
import classes from './cliente.module.css';
import { Figure } from './Figure.tsx';
import { usePagoModal } from './usePagoModal.tsx';

/** What the person owes and what is owed to them, with the way to register a payment. */
export function CuentaPanel({ cliente }: { cliente: Cliente }) {
  const puede = usePuede();
  const { pagado, saldo, saldoAFavor, porReembolsar } = cliente.cuenta;
  return (
    <Panel
      title="Cuenta"
      actions={saldo > 0 && puede('ventas:escribir') && <RegistrarPago clienteId={cliente.id} />}
    >
      <dl className={classes.figures}>
        <Figure title="Debe" value={saldo} main />
        {saldoAFavor > 0 && <Figure title="A favor" value={saldoAFavor} />}
        {porReembolsar > 0 && <Figure title="Por reembolsar" value={porReembolsar} />}
        <Figure title="Ha pagado" value={pagado} />
      </dl>
    </Panel>
  );
}

/** Straight to the payment where one sale is owed; with several, it asks which. */
function RegistrarPago({ clienteId }: { clienteId: number }) {
  const { pay, modal } = usePagoModal();
  const { data } = useEndpoint(listCobros, {
    query: { cliente: clienteId, estado: ['PENDIENTE', 'ABONADO'], limite: 100 },
  });
  const owed = data?.items.filter(({ saldo }) => saldo > 0) ?? [];
  const [only] = owed;
  return (
    <>
      {owed.length > 1 ? (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button>Registrar pago</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>¿De qué venta?</Menu.Label>
            {owed.map((cobro) => (
              <Menu.Item key={cobro.id} onClick={() => pay(cobro)}>
                {cobro.detalle}: debe {formatPesos(cobro.saldo)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Button disabled={!only} onClick={() => only && pay(only)}>
          Registrar pago
        </Button>
      )}
      {modal}
    </>
  );
}
