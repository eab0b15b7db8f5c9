import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { getPlantilla, type PlantillaItem } from '#contract/plantillas.ts';
import { callSignedIn } from '../../../../api/session.ts';
import { ErrorState } from '../../../../ui/ErrorState.tsx';
import { FormModal } from '../../../../ui/FormModal.tsx';
import type { Borrador } from './borrador.ts';
import { PlantillaSelect } from './PlantillaSelect.tsx';

type Props = {
  opened: boolean;
  onClose: () => void;
  valores: Borrador;
  onUse: (cambios: Partial<Borrador>) => void;
};

/** Puts the words of a template in place of what is written. */
export function PlantillaModal({ opened, onClose, valores, onUse }: Props) {
  return (
    <FormModal title="Usar una plantilla" opened={opened} onClose={onClose}>
      <Elegir valores={valores} onUse={onUse} onClose={onClose} />
    </FormModal>
  );
}

function Elegir({ valores, onUse, onClose }: Omit<Props, 'opened'>) {
  const [chosen, setChosen] = useState<PlantillaItem>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const written = valores.asunto.trim() !== '' || valores.cuerpo !== '';

  async function use({ id }: PlantillaItem) {
    setBusy(true);
    setError(undefined);
    try {
      const { asunto, preheader, cuerpo } = await callSignedIn(getPlantilla, { params: { id } });
      onUse({ plantillaId: id, asunto, preheader: preheader ?? '', cuerpo });
      onClose();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack gap="md">
      {error !== undefined && <ErrorState error={error} />}
      <PlantillaSelect
        label="Plantilla"
        placeholder="Elige una"
        data-autofocus
        comboboxProps={{ withinPortal: true }}
        value={chosen?.id ?? null}
        onChange={setChosen}
      />
      {written && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          <Text size="sm">
            Su asunto y su texto reemplazan lo que está escrito ahora en la campaña.
          </Text>
        </Alert>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="subtle" onClick={onClose}>
          Cancelar
        </Button>
        <Button
          disabled={!chosen}
          loading={busy}
          onClick={() => {
            if (chosen) void use(chosen);
          }}
        >
          {written ? 'Reemplazar el mensaje' : 'Usar esta plantilla'}
        </Button>
      </Group>
    </Stack>
  );
}
