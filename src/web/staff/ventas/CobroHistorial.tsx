import { Text } from '@mantine/core';
import type { Cobro } from '#contract/cobros.ts';
import { formatPesos } from '#contract/money.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from './Cobro.module.css';

type Hecho = { key: string; en: string; text: string; quien: string | null };

const verbos = { PAGO: 'Pago de', REEMBOLSO: 'Reembolso de', REVERSO: 'Se reversó un pago de' };
const causas = {
  STAFF: 'Se anuló',
  VENCIDO: 'Venció sin pago',
  TALLER_ANULADO: 'Se anuló el taller',
};

/** Everything that happened to a sale, the latest first. */
function hechosDe({ creadoEn, creadoPor, canal, lineas, pagos }: Cobro): Hecho[] {
  const annulled = lineas.flatMap(({ id, tipo, anuladaEn, anuladaCausa, titulo }) =>
    anuladaEn
      ? [
          {
            key: `anulada-${tipo}-${id}`,
            en: anuladaEn,
            text: `${causas[anuladaCausa ?? 'STAFF']}: «${titulo}»`,
            quien: null,
          },
        ]
      : [],
  );
  const moved = pagos.map(({ id, tipo, monto, creadoEn: en, registradoPor }) => ({
    key: `pago-${id}`,
    en,
    text: `${verbos[tipo]} ${formatPesos(monto)}`,
    quien: registradoPor,
  }));
  const sold = {
    key: 'venta',
    en: creadoEn,
    text: canal === 'WEB' ? 'Compró en la página' : 'Se hizo la venta',
    quien: creadoPor,
  };
  return [sold, ...moved, ...annulled].toSorted((a, b) => a.en.localeCompare(b.en)).toReversed();
}

export function CobroHistorial({ cobro }: { cobro: Cobro }) {
  return (
    <Panel title="Historial">
      <ol className={classes.history}>
        {hechosDe(cobro).map(({ key, en, text, quien }) => (
          <li key={key}>
            <Text size="sm">{text}</Text>
            <Text size="sm" c="dimmed">
              <DateTime value={en} />
              {quien && ` · ${quien}`}
            </Text>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
