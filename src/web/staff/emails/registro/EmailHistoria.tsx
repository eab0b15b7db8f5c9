import { Text } from '@mantine/core';
import type { Email, TipoEvento } from '#contract/emails.ts';
import { DateTime } from '../../../ui/DateTime.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import classes from './registro.module.css';

type Hecho = { key: string; en: string; texto: string; detalle: string | null };

const sucesos: Record<TipoEvento, string> = {
  APERTURA: 'Lo abrió',
  CLIC: 'Siguió un enlace',
  REBOTE: 'Rebotó',
  RECLAMO: 'Lo marcó como no deseado',
  BAJA: 'Se dio de baja desde este correo',
};
const deMaquina: Partial<Record<TipoEvento, string>> = {
  APERTURA: 'Lo abrió un programa',
  CLIC: 'Un programa revisó un enlace',
};

/** Everything that happened to a message, in order. */
function hechosDe({ creadoEn, enviadoEn, estado, eventos }: Email): Hecho[] {
  const creado = { key: 'creado', en: creadoEn, texto: 'Quedó en la cola', detalle: null };
  const enviado = enviadoEn && {
    key: 'enviado',
    en: enviadoEn,
    texto:
      estado === 'LOCAL' ? 'Se guardó aquí, sin enviarse' : 'El servidor de quien recibe lo aceptó',
    detalle: null,
  };
  const despues = eventos.map(({ tipo, maquina, url, detalle, creadoEn: en }, index) => ({
    key: `evento-${index}`,
    en,
    texto: (maquina && deMaquina[tipo]) || sucesos[tipo],
    detalle: url ?? detalle,
  }));
  return [creado, ...(enviado ? [enviado] : []), ...despues];
}

export function EmailHistoria({ email }: { email: Email }) {
  return (
    <Panel title="Qué pasó">
      <ol className={classes.history}>
        {hechosDe(email).map(({ key, en, texto, detalle }) => (
          <li key={key}>
            <Text size="sm">{texto}</Text>
            {detalle && <Text size="sm">{detalle}</Text>}
            <Text size="sm" c="dimmed">
              <DateTime value={en} />
            </Text>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
