import { useState } from 'react';
import { FormModal } from '../../../ui/FormModal.tsx';
import { DestinoInput } from './DestinoInput.tsx';
import { DialogForm } from './DialogForm.tsx';
import type { Boton } from './pieza.ts';
import { readDestino } from './readDestino.ts';
import { TextoConVariables } from './TextoConVariables.tsx';
import { useVariables } from './variablesContext.ts';

type Props = {
  opened: boolean;
  onClose: () => void;
  initial?: Boton;
  onSave: (boton: Boton) => void;
};

/** The text of a button and where it leads. */
export function BotonModal({ opened, onClose, initial, onSave }: Props) {
  return (
    <FormModal
      title={initial ? 'Editar botón' : 'Poner un botón'}
      opened={opened}
      onClose={onClose}
    >
      <Campos initial={initial ?? { texto: '', href: '' }} onSave={onSave} />
    </FormModal>
  );
}

function Campos({ initial, onSave }: { initial: Boton; onSave: (boton: Boton) => void }) {
  const [texto, setTexto] = useState(initial.texto);
  const [href, setHref] = useState(initial.href);
  const [tried, setTried] = useState(false);
  const variables = useVariables();
  const destino = readDestino(href);

  function save() {
    setTried(true);
    if (texto.trim() && destino) onSave({ texto: texto.trim(), href: destino });
  }

  return (
    <DialogForm submitLabel="Listo" onSubmit={save}>
      <TextoConVariables
        label="Texto del botón"
        placeholder="Quiero mi cupo"
        required
        autoFocus
        maxLength={80}
        variables={variables}
        value={texto}
        onChange={setTexto}
        error={tried && !texto.trim() && 'Escribe lo que dice el botón.'}
      />
      <DestinoInput value={href} onChange={setHref} wrong={tried && !destino} />
    </DialogForm>
  );
}
