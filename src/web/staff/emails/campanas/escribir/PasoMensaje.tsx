import { Button, Stack } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { listVariables } from '#contract/plantillas.ts';
import { useEndpoint } from '../../../../api/queries.ts';
import { Panel } from '../../../../ui/Panel.tsx';
import type { PersonaElegida } from '../../../ventas/ElegirPersona.tsx';
import { ContenidoEditor } from '../../editor/ContenidoEditor.tsx';
import { EscribirYVer } from '../../editor/EscribirYVer.tsx';
import { fuenteContenido } from '../../editor/useVista.ts';
import { VistaPrevia } from '../../editor/VistaPrevia.tsx';
import { DatosFields } from './DatosFields.tsx';
import { PlantillaModal } from './PlantillaModal.tsx';
import { SobreFields } from './SobreFields.tsx';
import type { Escritura } from './useBorrador.ts';
import { usePersonaReal } from './usePersonaReal.ts';
import { variablesDe } from './variablesDe.ts';

/** What it says, beside how it will look to someone who gets it. */
export function PasoMensaje({ escritura }: { escritura: Escritura }) {
  const { valores, cambiar, problemas } = escritura;
  const [eligiendo, setEligiendo] = useState(false);
  const [elegida, setElegida] = useState<PersonaElegida | 'INVENTADA'>();
  const real = usePersonaReal(valores.audiencia);
  const persona = elegida === 'INVENTADA' ? undefined : (elegida ?? real);
  const variables = useEndpoint(listVariables, {}, { staleTime: 300_000 });
  return (
    <>
      <EscribirYVer
        escribir={
          <Stack gap="lg">
            <SobreFields valores={valores} onChange={cambiar} />
            <Panel
              title="El mensaje"
              actions={
                <Button
                  variant="default"
                  leftSection={<IconTemplate size={18} aria-hidden />}
                  onClick={() => setEligiendo(true)}
                >
                  Usar una plantilla
                </Button>
              }
            >
              <ContenidoEditor
                variables={variablesDe(variables.data?.items ?? [], valores)}
                field={(campo) => ({
                  value: valores[campo],
                  onChange: (value) => cambiar({ [campo]: value }),
                  error: problemas[campo]?.mensaje,
                  name: campo,
                  'data-path': campo,
                })}
              />
            </Panel>
            <Panel title="La campaña">
              <DatosFields escritura={escritura} />
            </Panel>
          </Stack>
        }
        ver={
          <VistaPrevia
            fuente={fuenteContenido(valores)}
            escrito={valores}
            persona={persona}
            onPersona={(one) => setElegida(one ?? 'INVENTADA')}
          />
        }
      />
      <PlantillaModal
        opened={eligiendo}
        onClose={() => setEligiendo(false)}
        valores={valores}
        onUse={cambiar}
      />
    </>
  );
}
