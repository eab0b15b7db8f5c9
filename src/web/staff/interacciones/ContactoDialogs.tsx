import { useEffect, useState } from 'react';
import { FormModal } from '../../ui/FormModal.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { usePuede } from '../session.ts';
import { CorregirInteraccion } from './CorregirInteraccion.tsx';
import type { ActoContacto } from './contacto.ts';
import { ElegirTexto } from './ElegirTexto.tsx';
import { ofertaDeRegistro } from './palabras.ts';
import { RegistrarInteraccion } from './RegistrarInteraccion.tsx';

/** The dialog of what was last asked; it stays mounted, so that closing it returns the focus. */
export default function ContactoDialogs({ acto: asked }: { acto: ActoContacto }) {
  const puede = usePuede();
  const [opened, setOpened] = useState(false);
  const [acto, setActo] = useState(asked);
  useEffect(() => {
    setActo(asked);
    setOpened(true);
  }, [asked]);
  const close = () => setOpened(false);

  return (
    <FormModal title={titleOf(acto)} opened={opened} onClose={close} size={520}>
      {acto.acto === 'CORREGIR' && (
        <CorregirInteraccion interaccion={acto.interaccion} onClose={close} />
      )}
      {acto.acto === 'WHATSAPP' && (
        <ElegirTexto
          cliente={acto.cliente}
          onClose={close}
          onOpened={(resumen) => {
            if (!puede('interacciones:escribir')) return close();
            const { cliente, cumple } = acto;
            setActo({ acto: 'OFRECER', cliente, cumple, tipo: 'WHATSAPP', resumen });
          }}
        />
      )}
      {(acto.acto === 'REGISTRAR' || acto.acto === 'OFRECER') && (
        <RegistrarInteraccion acto={acto} onClose={close} />
      )}
    </FormModal>
  );
}

function titleOf(acto: ActoContacto): string {
  switch (acto.acto) {
    case 'REGISTRAR':
      return `Registrar contacto con ${nombreCompleto(acto.cliente)}`;
    case 'OFRECER':
      return ofertaDeRegistro(acto.tipo, acto.cliente.nombres);
    case 'WHATSAPP':
      return `WhatsApp a ${nombreCompleto(acto.cliente)}`;
    case 'CORREGIR':
      return 'Corregir contacto';
  }
}
