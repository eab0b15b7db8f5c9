import { Checkbox, Input, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormModal } from '../../../ui/FormModal.tsx';
import { ImageInput } from '../../../ui/form/ImageInput.tsx';
import { DialogForm } from './DialogForm.tsx';
import type { Imagen } from './pieza.ts';

type Props = {
  opened: boolean;
  onClose: () => void;
  initial?: Imagen;
  onSave: (imagen: Imagen) => void;
};

/** Which image, what it shows in words, and how wide it stands. */
export function ImagenModal({ opened, onClose, initial, onSave }: Props) {
  return (
    <FormModal
      title={initial ? 'Editar imagen' : 'Poner una imagen'}
      opened={opened}
      onClose={onClose}
    >
      <Campos initial={initial} onSave={onSave} />
    </FormModal>
  );
}

const anchos = [
  { value: '100', label: 'Todo el ancho' },
  { value: '50', label: 'La mitad' },
];

function Campos({
  initial,
  onSave,
}: {
  initial: Imagen | undefined;
  onSave: (imagen: Imagen) => void;
}) {
  const [id, setId] = useState(initial?.id ?? null);
  const [alt, setAlt] = useState(initial?.alt ?? '');
  const [adorno, setAdorno] = useState(initial?.alt === '');
  const [ancho, setAncho] = useState<Imagen['ancho']>(initial?.ancho ?? '100');
  const [tried, setTried] = useState(false);
  const described = adorno || alt.trim() !== '';

  function save() {
    setTried(true);
    if (id && described) onSave({ id, alt: adorno ? '' : alt.trim(), ancho });
  }

  return (
    <DialogForm submitLabel="Listo" onSubmit={save}>
      <ImageInput
        label="Imagen"
        description="JPEG, PNG, WebP o AVIF, hasta 8 MB."
        value={id}
        onChange={setId}
        error={tried && !id && 'Sube una imagen.'}
      />
      <TextInput
        label="Qué muestra"
        description="Lo leen quienes no ven las imágenes o las tienen apagadas."
        placeholder="Manos dando forma a un cuenco de greda"
        required={!adorno}
        disabled={adorno}
        maxLength={200}
        autoComplete="off"
        value={adorno ? '' : alt}
        onChange={(event) => setAlt(event.currentTarget.value)}
        error={tried && !described && 'Cuenta en pocas palabras qué muestra.'}
      />
      <Checkbox
        label="Es un adorno: no dice nada que haga falta leer"
        checked={adorno}
        onChange={(event) => setAdorno(event.currentTarget.checked)}
      />
      <Input.Wrapper label="Ancho" labelElement="div">
        <SegmentedControl
          mt={6}
          fullWidth
          aria-label="Ancho"
          data={anchos}
          value={ancho}
          onChange={(value) => setAncho(value === '50' ? '50' : '100')}
        />
      </Input.Wrapper>
    </DialogForm>
  );
}
