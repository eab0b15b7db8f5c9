import { useQuery } from '@tanstack/react-query';
import { misDatosQuery } from '../alumno.api.ts';
import { Gate } from '../Gate.tsx';
import { Page } from '../Page.tsx';
import { ClaveForm } from './ClaveForm.tsx';
import { CloseCuenta } from './CloseCuenta.tsx';
import { DatosForm } from './DatosForm.tsx';

export function MisDatosPage() {
  return (
    <Page title="Mis datos">
      <Gate query={useQuery(misDatosQuery)} rows={6}>
        {(datos) => (
          <>
            <DatosForm datos={datos} />
            <ClaveForm has={datos.tieneClave} />
            <CloseCuenta />
          </>
        )}
      </Gate>
    </Page>
  );
}
