import { Stack } from '@mantine/core';
import { getAjustesCorreo } from '#contract/correo.ts';
import { useEndpoint } from '../../../api/queries.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import classes from '../ajustes.module.css';
import { ComoSale } from './ComoSale.tsx';
import { Diagnostico } from './Diagnostico.tsx';
import { FirmaDkim } from './FirmaDkim.tsx';
import { Novedades } from './Novedades.tsx';
import { Rebotes } from './Rebotes.tsx';
import { Remitente } from './Remitente.tsx';
import { Servidor } from './Servidor.tsx';
import { Webhook } from './Webhook.tsx';

export default function CorreoPage() {
  const correo = useEndpoint(getAjustesCorreo, {}, { staleTime: 0 });
  return (
    <div className={classes.narrow}>
      <PageHeader title="Correo" back={{ to: '/app/ajustes', label: 'Volver a ajustes' }} />
      <QueryGate query={correo}>
        {(ajustes) => (
          <Stack gap="md">
            <ComoSale correo={ajustes} />
            <Remitente correo={ajustes} />
            <Servidor correo={ajustes} />
            <FirmaDkim correo={ajustes} />
            <Diagnostico />
            <Rebotes correo={ajustes} />
            <Webhook tiene={ajustes.tieneWebhook} />
            <Novedades correo={ajustes} />
          </Stack>
        )}
      </QueryGate>
    </div>
  );
}
