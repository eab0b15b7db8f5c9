import type { Email } from '#contract/emails.ts';
import { nombresTipoEmail } from '#contract/nombres.ts';
import { DataRows } from '../../../ui/DataRows.tsx';
import { DateTime } from '../../../ui/DateTime.tsx';
import { AppLink } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { nombreCompleto } from '../../clientes/persona.ts';
import { origenDe } from './palabras.ts';

const resultado: Partial<Record<Email['estado'], string>> = {
  ENVIADO: 'Respuesta del servidor',
  FALLIDO: 'Por qué falló',
  SUPRIMIDO: 'Por qué no se envió',
  CANCELADO: 'Por qué se canceló',
};

/** Who, what and when, and what the receiving server answered. */
export function EmailDatos({ email }: { email: Email }) {
  const { cliente, estado, enviadoEn, intentos, reenvioDe, respuesta } = email;
  return (
    <Panel title="Datos">
      <DataRows
        rows={[
          {
            label: 'Para',
            value: cliente && (
              <AppLink to="/app/clientes/$id" params={{ id: String(cliente.id) }}>
                {nombreCompleto(cliente)}
              </AppLink>
            ),
          },
          { label: 'Correo', value: email.email },
          { label: 'Qué es', value: <Origen email={email} /> },
          { label: 'Tipo', value: nombresTipoEmail[email.tipo] },
          { label: 'Creado', value: <DateTime value={email.creadoEn} /> },
          { label: 'Lo pidió', value: email.creadoPor ?? 'El sistema' },
          {
            label: estado === 'LOCAL' ? 'Guardado aquí' : 'Enviado',
            value: enviadoEn && <DateTime value={enviadoEn} />,
          },
          {
            label: 'Sale desde',
            value: estado === 'EN_COLA' && <DateTime value={email.disponibleEn} />,
          },
          { label: 'Intentos', value: intentos > 1 && intentos },
          { label: resultado[estado] ?? 'Último resultado', value: respuesta },
          {
            label: 'Es la copia de',
            value: reenvioDe !== null && (
              <AppLink to="/app/emails/registro/$id" params={{ id: String(reenvioDe) }}>
                Un correo que no llegó
              </AppLink>
            ),
          },
        ].map(({ label, value }) => ({ label, value: value === false ? null : value }))}
      />
    </Panel>
  );
}

function Origen({ email }: { email: Email }) {
  const { campana, automatico } = email;
  if (campana) {
    return (
      <AppLink to="/app/emails/campanas/$id" params={{ id: String(campana.id) }}>
        {origenDe(email)}
      </AppLink>
    );
  }
  if (automatico) {
    return (
      <AppLink to="/app/emails/automaticos/$clave" params={{ clave: automatico }}>
        {origenDe(email)}
      </AppLink>
    );
  }
  return origenDe(email);
}
