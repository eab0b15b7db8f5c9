import { Alert, Button, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { type Campana, getRevisiones, sendPruebaCampana } from '#contract/campanas.ts';
import { useEndpoint } from '../../../../api/queries.ts';
import { callSignedIn } from '../../../../api/session.ts';
import { ListSkeleton } from '../../../../ui/ListSkeleton.tsx';
import { Panel } from '../../../../ui/Panel.tsx';
import { QueryGate } from '../../../../ui/QueryGate.tsx';
import type { PersonaElegida } from '../../../ventas/ElegirPersona.tsx';
import { EnviarPruebaModal } from '../../editor/EnviarPruebaModal.tsx';
import { Revisiones } from '../../editor/Revisiones.tsx';
import { fuenteContenido } from '../../editor/useVista.ts';
import { VistaPrevia } from '../../editor/VistaPrevia.tsx';
import { Conteo } from '../audiencia/Conteo.tsx';
import { useConteo } from '../audiencia/useConteo.ts';
import { Enviar } from './Enviar.tsx';
import classes from './escribir.module.css';
import type { Escritura } from './useBorrador.ts';
import { usePersonaReal } from './usePersonaReal.ts';

/** The last look: all is saved first, since what is saved is what is sent. */
export function PasoRevisar({ escritura }: { escritura: Escritura }) {
  const { guardada, problemas, error } = escritura;
  const [ready, setReady] = useState<Campana>();
  const first = useRef(escritura);
  useEffect(() => {
    const { guardar, guardada: latest } = first.current;
    void guardar().then((saved) => {
      if (saved) setReady(latest());
    });
  }, []);
  const wrong = Object.entries(problemas);
  if (wrong.length > 0) {
    return (
      <Alert
        role="alert"
        color="red"
        variant="light"
        icon={<IconAlertTriangle aria-hidden />}
        title="Falta corregir esto antes de enviar"
      >
        <List size="sm">
          {wrong.map(([campo, problema]) => (
            <List.Item key={campo}>
              {nombres[campo] ?? campo}: {problema.mensaje}
            </List.Item>
          ))}
        </List>
      </Alert>
    );
  }
  if (!ready) {
    return error ? (
      <Text c="dimmed">Se revisa lo que está guardado, y aún hay cambios sin guardar.</Text>
    ) : (
      <ListSkeleton rows={6} />
    );
  }
  return (
    <Revisar
      key={ready.version}
      escritura={escritura}
      campana={ready}
      onReload={() => void escritura.resolver(true).then(() => setReady(guardada()))}
    />
  );
}

const nombres: Record<string, string> = {
  nombre: 'Nombre de la campaña',
  asunto: 'Asunto',
  preheader: 'Línea que sigue al asunto',
  cuerpo: 'Mensaje',
  audiencia: 'Para quién',
};

type RevisarProps = { escritura: Escritura; campana: Campana; onReload: () => void };

function Revisar({ escritura, campana, onReload }: RevisarProps) {
  const { valores } = escritura;
  const revisiones = useEndpoint(getRevisiones, { params: { id: campana.id } }, { staleTime: 0 });
  const count = useConteo(campana.audiencia, 0);
  const real = usePersonaReal(valores.audiencia);
  const [elegida, setElegida] = useState<PersonaElegida | 'INVENTADA'>();
  const persona = elegida === 'INVENTADA' ? undefined : (elegida ?? real);
  const [probando, setProbando] = useState(false);
  return (
    <div className={classes.review}>
      <div className={classes.revision}>
        <Panel title="Revisión">
          <QueryGate query={revisiones} rows={4}>
            {({ items }) => <Revisiones items={items} />}
          </QueryGate>
        </Panel>
      </div>
      <div className={classes.quien}>
        <Panel title="A quién llega">
          <Text size="sm" c="dimmed" mb="xs">
            {campana.audienciaTexto}
          </Text>
          <Conteo audiencia={campana.audiencia} count={count} falta="" />
        </Panel>
      </div>
      <div className={classes.vista}>
        <Panel
          title="Así se verá"
          actions={
            <Button
              variant="default"
              leftSection={<IconSend size={18} aria-hidden />}
              onClick={() => setProbando(true)}
            >
              Enviar una prueba
            </Button>
          }
        >
          <VistaPrevia
            fuente={fuenteContenido(valores)}
            escrito={valores}
            persona={persona}
            onPersona={(one) => setElegida(one ?? 'INVENTADA')}
            sinRevision
          />
        </Panel>
      </div>
      <div className={classes.enviar}>
        <Panel title="Enviar">
          <Enviar
            campana={campana}
            version={() => escritura.guardada().version}
            reload={onReload}
            count={count}
            impide={revisiones.data ? !revisiones.data.puedeEnviar : true}
          />
        </Panel>
      </div>
      <EnviarPruebaModal
        opened={probando}
        onClose={() => setProbando(false)}
        persona={persona}
        enviar={(para, clienteId) =>
          callSignedIn(sendPruebaCampana, {
            params: { id: campana.id },
            body: { para, clienteId },
          })
        }
      />
    </div>
  );
}
