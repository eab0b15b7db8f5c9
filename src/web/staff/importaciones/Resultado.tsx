import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import type { Importacion } from '#contract/importaciones.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Conteo } from './Conteo.tsx';
import { Deshacer } from './Deshacer.tsx';
import { FilasPanel } from './FilasPanel.tsx';

/** What an import did, and the way to undo it while it can be. */
export function Resultado({ importacion }: { importacion: Importacion }) {
  const [abierto, { open, close }] = useDisclosure();
  const { estado, tipo, resultado, terminadaEn, deshechaEn, puede } = importacion;
  return (
    <>
      <Panel title="Resultado">
        <Stack gap="md">
          {estado === 'DESHECHA' ? (
            <Alert color="gray" icon={<IconArrowBackUp aria-hidden />}>
              Se deshizo
              {deshechaEn && (
                <>
                  {' '}
                  el <DateTime value={deshechaEn} as="fechaHora" />
                </>
              )}
              . Estas son las cifras de cuando se importó.
            </Alert>
          ) : (
            <Alert color="green" role="status" icon={<IconCircleCheck aria-hidden />}>
              Importación terminada
              {terminadaEn && (
                <>
                  {' '}
                  el <DateTime value={terminadaEn} as="fechaHora" />
                </>
              )}
              .
            </Alert>
          )}
          {resultado && <Conteo tipo={tipo} conteo={resultado} hecho />}
          <Group>
            <ButtonLink to="/app/clientes">Ver clientes</ButtonLink>
            {puede.deshacer && (
              <Button
                variant="default"
                leftSection={<IconArrowBackUp size={18} aria-hidden />}
                onClick={open}
              >
                Deshacer
              </Button>
            )}
          </Group>
          {puede.deshacer && (
            <Text size="sm" c="dimmed">
              Puedes deshacer la importación durante 30 días desde que terminó.
            </Text>
          )}
        </Stack>
      </Panel>
      {resultado && <FilasPanel importacion={importacion} conteo={resultado} />}
      <FormModal title="Deshacer la importación" opened={abierto} onClose={close} size="lg">
        <Deshacer importacion={importacion} cerrar={close} />
      </FormModal>
    </>
  );
}
