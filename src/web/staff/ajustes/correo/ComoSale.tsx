import { Text } from '@mantine/core';
import type { AjustesCorreo } from '#contract/correo.ts';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';
import { AppLink } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/Panel.tsx';

const deDonde = {
  ENTORNO: 'Lo define EMAIL_FROM, en el entorno del servidor.',
  AJUSTES: null,
  ESCUELA: 'Es el correo de la escuela, porque aquí no hay otro.',
};

/** What is in force now, whatever the fields below say. */
export function ComoSale({ correo: { transporte, direccionPostal } }: { correo: AjustesCorreo }) {
  const { tipo, origen, servidor, remitente, remitenteOrigen } = transporte;
  const local = tipo === 'LOCAL';
  return (
    <Panel
      title="Cómo sale el correo"
      actions={
        local ? (
          <EstadoBadge tone="warn">No se envía</EstadoBadge>
        ) : (
          <EstadoBadge tone="ok">Configurado</EstadoBadge>
        )
      }
    >
      {local ? (
        <Text>
          No hay un servidor de envío: los mensajes se arman, se guardan aquí y nadie los recibe.
          Escribe abajo el remitente y el servidor.
        </Text>
      ) : (
        <Text>
          Por <b>{servidor}</b>.{' '}
          {origen === 'ENTORNO' &&
            'Lo define SMTP_URL, en el entorno del servidor: el servidor que escribas abajo no se usa mientras tanto.'}
        </Text>
      )}
      {remitente && (
        <Text mt="xs">
          De <b>{remitente}</b>. {remitenteOrigen && deDonde[remitenteOrigen]}
        </Text>
      )}
      <Text mt="xs">
        {direccionPostal ? (
          <>
            Los correos de promoción muestran la dirección <b>{direccionPostal}</b>.{' '}
          </>
        ) : (
          'Falta la dirección postal, que cada correo de promoción debe mostrar. '
        )}
        <AppLink to="/app/ajustes/escuela" underline="always">
          {direccionPostal ? 'Cambiarla' : 'Escribirla en Escuela'}
        </AppLink>
      </Text>
    </Panel>
  );
}
