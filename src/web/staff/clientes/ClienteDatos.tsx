import type { Cliente } from '#contract/clientes.ts';
import { nombreComuna } from '#contract/comunas.ts';
import { nombresOrigen } from '#contract/nombres.ts';
import { formatPhone } from '#contract/phone.ts';
import { formatRut } from '#contract/rut.ts';
import { DataRows } from '../../ui/DataRows.tsx';
import { DateTime } from '../../ui/DateTime.tsx';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { formatPlainDate } from '../../ui/time.ts';

/** What is known of the person. */
export function ClienteDatos({ cliente }: { cliente: Cliente }) {
  const { empresa, telefono, rut, fechaNacimiento, comuna, ultimaActividadEn } = cliente;
  return (
    <Panel title="Datos">
      <DataRows
        rows={[
          {
            label: 'Empresa',
            value: empresa && (
              <AppLink to="/app/empresas/$id" params={{ id: String(empresa.id) }}>
                {empresa.razonSocial}
              </AppLink>
            ),
          },
          { label: 'Correo', value: cliente.email },
          { label: 'Teléfono', value: telefono && formatPhone(telefono) },
          { label: 'RUT', value: rut && formatRut(rut) },
          { label: 'Nacimiento', value: fechaNacimiento && formatPlainDate(fechaNacimiento) },
          { label: 'Comuna', value: comuna && nombreComuna(comuna) },
          { label: 'Cómo llegó', value: origenEnPalabras(cliente) },
          { label: 'Responsable', value: cliente.responsable?.nombre },
          {
            label: 'Última actividad',
            value: ultimaActividadEn && <DateTime value={ultimaActividadEn} as="fecha" />,
          },
          { label: 'Creado', value: <DateTime value={cliente.creadoEn} as="fecha" /> },
        ]}
      />
    </Panel>
  );
}

function origenEnPalabras({ origen, origenDetalle }: Cliente): string {
  const { referidoPor, utmSource, utmMedium, utmCampaign } = origenDetalle;
  return [
    referidoPor ? `${nombresOrigen[origen]} por ${referidoPor}` : nombresOrigen[origen],
    utmCampaign && `campaña ${utmCampaign}`,
    utmSource && `fuente ${utmSource}`,
    utmMedium && `medio ${utmMedium}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
