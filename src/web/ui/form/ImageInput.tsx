import { Button, FileButton, Group, Input } from '@mantine/core';
import { IconPhotoUp, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { imagenUrl, MAX_IMAGEN_BYTES, uploadImagen } from '#contract/archivos.ts';
import { useMutate } from '../../api/queries.ts';
import { describeError } from '../ErrorState.tsx';
import classes from './ImageInput.module.css';

type Props = {
  label: string;
  description?: ReactNode;
  /** The id of a stored image. */
  value?: string | null | undefined;
  onChange?: (id: string | null) => void;
  error?: ReactNode;
};

/** An image, sent as soon as it is chosen and shown as it will be seen. */
export function ImageInput({ label, description, value, onChange, error }: Props) {
  const [tooBig, setTooBig] = useState(false);
  const upload = useMutate(uploadImagen, { notifyError: false });

  function choose(file: File | null) {
    if (!file) return;
    setTooBig(file.size > MAX_IMAGEN_BYTES);
    if (file.size > MAX_IMAGEN_BYTES) return;
    upload.mutate({ archivo: file }, { onSuccess: ({ id }) => onChange?.(id) });
  }

  const problem =
    error ??
    (tooBig
      ? 'La imagen pesa más de 8 MB. Elige una más liviana.'
      : upload.isError && describeError(upload.error).title);
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      description={description}
      error={problem || undefined}
    >
      <Group mt={6} gap="md">
        {value && (
          <img src={imagenUrl(value)} alt={`${label}: vista previa`} className={classes.preview} />
        )}
        <FileButton onChange={choose} accept="image/jpeg,image/png,image/webp,image/avif">
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={upload.isPending}
              leftSection={<IconPhotoUp size={18} aria-hidden />}
            >
              {value ? 'Cambiar imagen' : 'Subir imagen'}
            </Button>
          )}
        </FileButton>
        {value && (
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() => onChange?.(null)}
          >
            Quitar
          </Button>
        )}
      </Group>
    </Input.Wrapper>
  );
}
