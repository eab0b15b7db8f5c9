import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import {
  listPlantillaVersiones,
  type Plantilla,
  type PlantillaVersion,
} from '#contract/plantillas.ts';
import { notifyDone, useEndpoint } from '../../../api/queries.ts';
import { DateTime } from '../../../ui/DateTime.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import type { FormValues } from '../../useVersions.ts';
import { fuenteContenido } from '../editor/useVista.ts';
import { VistaPrevia } from '../editor/VistaPrevia.tsx';
import classes from './plantillas.module.css';

type Props = { plantilla: Plantilla; form: FormValues; opened: boolean; onClose: () => void };

/** What a template said before; an earlier content may be brought back into the editor. */
export function VersionesDrawer({ plantilla, form, opened, onClose }: Props) {
  return (
    <Drawer
      title="Versiones"
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Cerrar' }}
      attributes={{ header: { role: 'none' } }}
      styles={{ title: { fontSize: '1.125rem', fontWeight: 650 } }}
    >
      <Versiones plantilla={plantilla} form={form} onClose={onClose} />
    </Drawer>
  );
}

function Versiones({ plantilla, form, onClose }: Omit<Props, 'opened'>) {
  const versiones = useEndpoint(listPlantillaVersiones, { params: { id: plantilla.id } });
  const [chosen, setChosen] = useState<PlantillaVersion>();

  function bring({ numero, asunto, preheader, cuerpo }: PlantillaVersion) {
    form.set('asunto', asunto);
    form.set('preheader', preheader ?? '');
    form.set('cuerpo', cuerpo);
    onClose();
    notifyDone(`La versión ${numero} está en el editor. Guarda para que quede.`);
  }

  if (chosen) {
    return (
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Button
            variant="subtle"
            leftSection={<IconArrowLeft size={18} aria-hidden />}
            onClick={() => setChosen(undefined)}
          >
            Todas las versiones
          </Button>
          <Button
            leftSection={<IconArrowBackUp size={18} aria-hidden />}
            onClick={() => bring(chosen)}
          >
            Volver a esta versión
          </Button>
        </Group>
        <Text>
          Versión {chosen.numero}, <Autoria version={chosen} />
        </Text>
        <VistaPrevia
          fuente={fuenteContenido({ tipo: plantilla.tipo })}
          escrito={chosen}
          persona={undefined}
        />
      </Stack>
    );
  }
  return (
    <QueryGate query={versiones}>
      {({ items }) => (
        <ul className={classes.versiones}>
          {items.map((version) => (
            <li key={version.numero}>
              <div>
                <Text fw={600}>
                  Versión {version.numero}
                  {version.numero === plantilla.numero && ' (en uso)'}
                </Text>
                <Text size="sm">{version.asunto}</Text>
                <Text size="sm" c="dimmed">
                  <Autoria version={version} />
                </Text>
              </div>
              <Button
                variant="default"
                aria-label={`Ver la versión ${version.numero}`}
                onClick={() => setChosen(version)}
              >
                Ver
              </Button>
            </li>
          ))}
        </ul>
      )}
    </QueryGate>
  );
}

function Autoria({ version: { creadoEn, creadoPor } }: { version: PlantillaVersion }) {
  return (
    <>
      <DateTime value={creadoEn} as="fechaHora" />
      {creadoPor && ` · ${creadoPor}`}
    </>
  );
}
