import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { type Email, getMensaje, type Mensaje } from '#contract/emails.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { MarcoCorreo } from '../editor/MarcoCorreo.tsx';
import classes from './registro.module.css';

const modos = [
  { value: 'vista', label: 'Vista' },
  { value: 'texto', label: 'Texto' },
  { value: 'cabeceras', label: 'Cabeceras' },
];

/** The message as it was sent: how it looks, its plain text, its header fields. */
export function MensajePanel({ email: { id, estado } }: { email: Email }) {
  const mensaje = useEndpoint(getMensaje, { params: { id } }, { staleTime: 60_000 });
  const waits = estado === 'EN_COLA' || estado === 'TOMADO';
  return (
    <Panel title="Mensaje">
      {mensaje.error?.code === 'ESTADO_NO_PERMITE' ? (
        <Text c="dimmed">
          {waits
            ? 'Se arma cuando le toca salir, con los datos de ese momento.'
            : mensaje.error.message}
        </Text>
      ) : (
        <QueryGate query={mensaje} rows={6}>
          {(data) => <MensajeView mensaje={data} />}
        </QueryGate>
      )}
    </Panel>
  );
}

const kilobytes = new Intl.NumberFormat('es-CL', { maximumFractionDigits: 0 });

function MensajeView({ mensaje }: { mensaje: Mensaje }) {
  const [modo, setModo] = useState('vista');
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  return (
    <Stack gap="sm">
      <Text size="sm">
        De {mensaje.de}
        <br />
        Para {mensaje.para}
        {mensaje.responderA && (
          <>
            <br />
            Responder a {mensaje.responderA}
          </>
        )}
      </Text>
      <SegmentedControl
        aria-label="Cómo ver el mensaje"
        data={modos}
        value={modo}
        onChange={setModo}
      />
      {mensaje.enlacesOcultos && (
        <Text size="sm" c="dimmed">
          Los enlaces personales no se muestran con tu rol: con ellos se actúa por la persona.
        </Text>
      )}
      <div className={classes.hoja}>
        {modo === 'vista' && (
          <MarcoCorreo html={mensaje.html} aparato={phone ? 'telefono' : 'escritorio'} />
        )}
        {modo === 'texto' && <pre className={classes.texto}>{mensaje.texto}</pre>}
        {modo === 'cabeceras' && (
          <dl className={classes.cabeceras}>
            {mensaje.cabeceras.map(({ nombre, valor }) => (
              <div key={nombre + valor}>
                <dt>{nombre}</dt>
                <dd>{valor}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <Text size="sm" c="dimmed">
        Pesa {kilobytes.format(Math.max(1, mensaje.bytes / 1024))} KB. Es el mismo mensaje, vuelto a
        armar con lo que se guardó de él; sus enlaces van directo a su destino.
      </Text>
    </Stack>
  );
}
