import { Box } from '@mantine/core';
import { useState } from 'react';
import type { Aviso } from '#contract/avisos.ts';
import type { Inicio } from '#contract/reportes.ts';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { AvisoAcciones } from '../avisos/AvisoAcciones.tsx';
import { AvisoTexto } from '../avisos/AvisoTexto.tsx';
import { EnlaceEnviadoModal } from '../avisos/EnlaceEnviadoModal.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import classes from './inicio.module.css';

/** Messages that the system prepared and someone of the team sends. */
export function MensajesPorEnviar({ mensajes }: { mensajes: Inicio['mensajesPorEnviar'] }) {
  const [enlace, setEnlace] = useState<Aviso>();
  const { items, cantidad } = mensajes;
  return (
    <>
      {items.length > 0 && (
        <Box mb="md">
          <Panel
            title="Mensajes por enviar"
            actions={
              <AppLink to="/app/avisos">
                {cantidad > items.length ? `Ver los ${cantidad}` : 'Ver todos'}
              </AppLink>
            }
          >
            <ul className={classes.rows}>
              {items.map((aviso) => (
                <li key={aviso.id} className={classes.row}>
                  <div className={`${classes.grow} tap-links`}>
                    <AppLink
                      to="/app/clientes/$id"
                      params={{ id: String(aviso.cliente.id) }}
                      fw={600}
                    >
                      {nombreCompleto(aviso.cliente)}
                    </AppLink>
                    <AvisoTexto aviso={aviso} />
                  </div>
                  <AvisoAcciones aviso={aviso} onEnlace={setEnlace} />
                </li>
              ))}
            </ul>
          </Panel>
        </Box>
      )}
      <EnlaceEnviadoModal aviso={enlace} onClose={() => setEnlace(undefined)} />
    </>
  );
}
