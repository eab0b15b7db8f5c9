import { Alert, Button, Group, Text } from '@mantine/core';
import { useEffect } from 'react';
import { listCobros } from '#contract/cobros.ts';
import type { ApiError } from '../../api/client.ts';
import { useEndpoint } from '../../api/queries.ts';
import { ButtonLink } from '../../ui/link.tsx';
import type { PersonaElegida } from './ElegirPersona.tsx';
import type { TallerElegido } from './ElegirTaller.tsx';

type Props = {
  code: ApiError['code'];
  persona: PersonaElegida | undefined;
  taller: TallerElegido | undefined;
  onCupos: (cupos: number) => void;
  onOtherTaller: () => void;
  /** Asks for the free seats anew. */
  refresh: () => void;
};

/** What one may do when the sale was refused; the form keeps all that was typed. */
export function Rechazo(props: Props) {
  const { code, persona, taller } = props;
  if (code === 'SIN_CUPOS' || code === 'TALLER_NO_DISPONIBLE') return <SinCupos {...props} />;
  if (code === 'YA_INSCRITO' && persona && taller) {
    return <YaInscrito persona={persona} taller={taller} onOtherTaller={props.onOtherTaller} />;
  }
  return null;
}

function SinCupos({ code, taller, onCupos, onOtherTaller, refresh }: Props) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal.
  useEffect(refresh, [code]);
  const libres = taller ? taller.cupos - taller.cuposOcupados : 0;
  const fewer = code === 'SIN_CUPOS' && libres > 0;
  return (
    <Alert color="yellow" variant="light" title="No se inscribió a nadie. ¿Qué quieres hacer?">
      <Group gap="sm">
        {fewer && (
          <Button variant="default" onClick={() => onCupos(libres)}>
            {libres === 1 ? 'Dejarlo en 1 cupo' : `Dejarlo en ${libres} cupos`}
          </Button>
        )}
        <Button variant="default" onClick={onOtherTaller}>
          Elegir otro taller
        </Button>
      </Group>
    </Alert>
  );
}

type YaProps = { persona: PersonaElegida; taller: TallerElegido; onOtherTaller: () => void };

function YaInscrito({ persona, taller, onOtherTaller }: YaProps) {
  const ventas = useEndpoint(listCobros, {
    query: {
      cliente: persona.id,
      taller: taller.id,
      estado: ['PENDIENTE', 'ABONADO', 'PAGADO'],
      limite: 1,
    },
  });
  const [venta] = ventas.data?.items ?? [];
  return (
    <Alert color="yellow" variant="light" title={`${persona.nombres} ya está en este taller`}>
      <Text size="sm">
        Para registrar un pago o nombrar asistentes, abre su venta. Si el cupo es para alguien más,
        inscribe a esa persona.
      </Text>
      <Group gap="sm" mt="sm">
        {venta && (
          <ButtonLink to="/app/ventas/$id" params={{ id: String(venta.id) }} variant="default">
            Abrir su venta {venta.codigo}
          </ButtonLink>
        )}
        <Button variant="default" onClick={onOtherTaller}>
          Elegir otro taller
        </Button>
      </Group>
    </Alert>
  );
}
