import { Button, Text } from '@mantine/core';
import { IconClipboardCheck, IconPackageImport, IconTrashX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Producto } from '#contract/productos.ts';
import { Explain } from '../../ui/Explain.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ConteoModal } from './ConteoModal.tsx';
import { IngresoModal } from './IngresoModal.tsx';
import { MermaModal } from './MermaModal.tsx';
import { cifra } from './palabras.ts';
import classes from './producto.module.css';
import { StockBadge } from './StockBadge.tsx';

type Dialog = 'ingreso' | 'conteo' | 'merma';

/** How many there are, told apart by whose they are, and what moves them. */
export function StockPanel({ producto }: { producto: Producto }) {
  const [dialog, setDialog] = useState<Dialog>();
  const { stockActual, porEntregar, enBodega, stockMinimo, puede } = producto;
  const modal = (name: Dialog) => ({
    producto,
    opened: dialog === name,
    onClose: () => setDialog(undefined),
  });
  return (
    <Panel title="Stock" actions={<StockBadge {...producto} />}>
      <dl className={`${classes.figures} tabular`}>
        <div data-main>
          <dt>
            Disponible
            <Explain about="Disponible">Lo que todavía se puede vender.</Explain>
          </dt>
          <dd>{cifra(stockActual)}</dd>
        </div>
        <div>
          <dt>
            Por entregar
            <Explain about="Por entregar">
              Lo vendido que aún no se entrega: sigue en la bodega, pero ya es de alguien.
            </Explain>
          </dt>
          <dd>{cifra(porEntregar)}</dd>
        </div>
        <div>
          <dt>
            En bodega
            <Explain about="En bodega">
              Lo que debería haber si cuentas: lo disponible más lo que está por entregar.
            </Explain>
          </dt>
          <dd>{cifra(enBodega)}</dd>
        </div>
      </dl>
      <Text size="sm" c="dimmed" mt="sm">
        {stockMinimo === 0
          ? 'Avisa en Inicio cuando se agota.'
          : `Avisa en Inicio cuando quedan ${cifra(stockMinimo)} o menos.`}
      </Text>
      {puede.moverStock && (
        <div className={classes.acts} style={{ marginTop: 16 }}>
          <Button
            variant="light"
            leftSection={<IconPackageImport size={18} aria-hidden />}
            onClick={() => setDialog('ingreso')}
          >
            Ingresar stock
          </Button>
          <Button
            variant="default"
            leftSection={<IconClipboardCheck size={18} aria-hidden />}
            onClick={() => setDialog('conteo')}
          >
            Contar bodega
          </Button>
          <Button
            variant="default"
            leftSection={<IconTrashX size={18} aria-hidden />}
            onClick={() => setDialog('merma')}
          >
            Registrar merma
          </Button>
        </div>
      )}
      <IngresoModal {...modal('ingreso')} />
      <ConteoModal {...modal('conteo')} />
      <MermaModal {...modal('merma')} />
    </Panel>
  );
}
