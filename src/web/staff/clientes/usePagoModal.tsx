import { type ComponentProps, useState } from 'react';
import { PagoModal } from '../ventas/PagoModal.tsx';

type CobroRef = ComponentProps<typeof PagoModal>['cobro'];

/** One payment dialog for many sales; it stays mounted, so that closing it returns the focus. */
export function usePagoModal() {
  const [cobro, setCobro] = useState<CobroRef>({ id: 0, codigo: '', saldo: 0 });
  const [opened, setOpened] = useState(false);
  return {
    pay: (chosen: CobroRef) => {
      setCobro(chosen);
      setOpened(true);
    },
    modal: <PagoModal cobro={cobro} opened={opened} onClose={() => setOpened(false)} />,
  };
}
