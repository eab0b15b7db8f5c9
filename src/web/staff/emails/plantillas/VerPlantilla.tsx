import { useState } from 'react';
import { nombresTipoCampana } from '#contract/nombres.ts';
import type { Plantilla } from '#contract/plantillas.ts';
import { EstadoBadge } from '../../../ui/EstadoBadge.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import type { PersonaElegida } from '../../ventas/ElegirPersona.tsx';
import { fuenteContenido } from '../editor/useVista.ts';
import { VistaPrevia } from '../editor/VistaPrevia.tsx';
import classes from './plantillas.module.css';

/** A template for those who may read it only. */
export function VerPlantilla({ plantilla }: { plantilla: Plantilla }) {
  const [persona, setPersona] = useState<PersonaElegida>();
  const { nombre, tipo, archivadaEn } = plantilla;
  return (
    <div className={classes.ver}>
      <PageHeader
        title={nombre}
        badge={
          <EstadoBadge tone={archivadaEn ? 'off' : 'neutral'}>
            {archivadaEn ? 'Archivada' : nombresTipoCampana[tipo]}
          </EstadoBadge>
        }
        back={{ to: '/app/emails/plantillas', label: 'Volver a plantillas' }}
      />
      <VistaPrevia
        fuente={fuenteContenido({ tipo })}
        escrito={plantilla}
        persona={persona}
        onPersona={setPersona}
      />
    </div>
  );
}
