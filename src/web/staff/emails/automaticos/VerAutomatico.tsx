import { Text } from '@mantine/core';
import { useState } from 'react';
import type { Automatico } from '#contract/automaticos.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import type { PersonaElegida } from '../../ventas/ElegirPersona.tsx';
import { fuenteAutomatico } from '../editor/useVista.ts';
import { VistaPrevia } from '../editor/VistaPrevia.tsx';
import classes from './automaticos.module.css';

/** One of these mails for those who may read it only. */
export function VerAutomatico({ automatico }: { automatico: Automatico }) {
  const [persona, setPersona] = useState<PersonaElegida>();
  const { clave, nombre, cuando } = automatico;
  return (
    <div className={classes.ver}>
      <PageHeader
        title={nombre}
        subtitle={<Text c="dimmed">{cuando}</Text>}
        back={{ to: '/app/emails/automaticos', label: 'Volver a automáticos' }}
      />
      <VistaPrevia
        fuente={fuenteAutomatico(clave)}
        escrito={automatico}
        persona={persona}
        onPersona={setPersona}
      />
    </div>
  );
}
