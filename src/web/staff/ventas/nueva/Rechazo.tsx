import { Alert, Button, Group, Text } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import type { ApiError } from '../../../api/client.ts';
import { AnotarEnEspera } from './AnotarEnEspera.tsx';
import { type Item, quedanDe } from './item.ts';
import type { Venta } from './useVentaForm.ts';
import { YaInscrito } from './YaInscrito.tsx';

type Props = {
  venta: Venta;
  index: number;
  item: Item;
  cantidad: number;
  /** What the server said of this line; undefined when it is only known that nothing is left. */
  code: ApiError['code'] | undefined;
  onRemove: () => void;
};

/** What one may do when a line cannot be sold as it stands; the form keeps all that was typed. */
export function Rechazo(props: Props) {
  const { venta, index, item, cantidad, code, onRemove } = props;
  const { refresh } = venta;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal.
  useEffect(() => {
    if (code) refresh();
  }, [code]);
  const quitar = (
    <Button variant="default" onClick={onRemove}>
      {item.tipo === 'TALLER' ? 'Elegir otro' : 'Quitarlo de la venta'}
    </Button>
  );
  if (code === 'YA_INSCRITO' && venta.persona) {
    return <YaInscrito persona={venta.persona} item={item} quitar={quitar} />;
  }
  if (item.cerrado || code?.endsWith('_NO_DISPONIBLE')) {
    return (
      <Aviso title={item.cerrado ?? 'Ya no está a la venta.'}>
        <Group gap="sm">{quitar}</Group>
      </Aviso>
    );
  }
  const { quedan = 0 } = item;
  const fewer = quedan > 0 && quedan < cantidad;
  // Free seats that were refused belong to those who wait.
  const motivo = quedan >= cantidad ? 'hay lista de espera' : quedanDe(item).toLowerCase();
  return (
    <Aviso title={code ? `No se vendió nada: ${motivo}.` : `No se puede vender: ${motivo}.`}>
      <Group gap="sm">
        {fewer && (
          <Button
            variant="default"
            onClick={() => {
              venta.set(`lineas.${index}.cantidad`, quedan);
              venta.forgetRefusal();
            }}
          >
            Dejarlo en {quedan}
          </Button>
        )}
        {item.tipo === 'TALLER' && (
          <AnotarEnEspera venta={venta} item={item} cantidad={cantidad} onDone={onRemove} />
        )}
        {quitar}
      </Group>
    </Aviso>
  );
}

function Aviso({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Alert color="yellow" variant="light">
      <Text fw={600} mb="xs">
        {title}
      </Text>
      {children}
    </Alert>
  );
}
