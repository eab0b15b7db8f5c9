import { IconCoin } from '@tabler/icons-react';
import { formatMomento } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import type { MiCobro } from '#contract/portal.ts';
import { ButtonLink } from '../../../ui/link.tsx';
import classes from '../mi.module.css';

/** What is still to be paid, and until when. */
export function Owed({ saldo, pagos }: { saldo: number; pagos: MiCobro[] }) {
  const open = pagos.filter((cobro) => cobro.saldo > 0 && !cobro.vencida);
  const first = open
    .flatMap(({ venceEn }) => venceEn ?? [])
    .sort()
    .at(0);
  return (
    <section className={classes.notice} data-tone="warn" aria-label="Por pagar">
      <IconCoin size={24} stroke={1.7} aria-hidden />
      <div>
        <h2 className={classes.noticeTitle}>Te falta pagar {formatPesos(saldo)}</h2>
        <p>
          {open
            .flatMap(({ lineas }) => lineas.filter(({ anulada }) => !anulada))
            .map(({ titulo }) => titulo)
            .join(', ')}
          {first &&
            `. Paga antes del ${formatMomento(first, 'America/Santiago', new Date().toISOString())} para no perder tu reserva`}
          .
        </p>
        <ButtonLink to="/mi/pagos" variant="default">
          Cómo pagar
        </ButtonLink>
      </div>
    </section>
  );
}
