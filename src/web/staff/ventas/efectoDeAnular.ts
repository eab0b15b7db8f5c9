import type { Cobro } from '#contract/cobros.ts';
import { formatPesos } from '#contract/money.ts';

type Linea = Cobro['lineas'][number];

const cuantos = (n: number) => (n === 1 ? '1 cupo' : `${n} cupos`);

/** What annulling one line of a sale, or all that is live in it, will do: one sentence each. */
export function efectoDeAnular(cobro: Cobro, inscripcionId?: number): string[] {
  const live = cobro.lineas.filter(({ anuladaEn }) => anuladaEn === null);
  const annulled = live.filter(
    (l) => inscripcionId === undefined || l.inscripcionId === inscripcionId,
  );
  return [...annulled.map(freed), money(cobro, live.length === annulled.length, annulled)];
}

function freed({ cantidad, titulo }: Linea): string {
  return `${cantidad === 1 ? 'Se libera' : 'Se liberan'} ${cuantos(cantidad)} en «${titulo}».`;
}

function money({ pagado, total }: Cobro, whole: boolean, annulled: Linea[]): string {
  if (pagado === 0) return 'No hay pagos: nadie deberá nada por lo anulado.';
  const left = whole ? 0 : total - annulled.reduce((sum, linea) => sum + linea.total, 0);
  const owed = pagado - left;
  const back = 'Anular no devuelve el dinero: el reembolso se registra en la venta.';
  if (whole) return `Los ${formatPesos(pagado)} pagados quedan por devolver. ${back}`;
  if (owed > 0) return `Quedan ${formatPesos(owed)} a favor de la persona. ${back}`;
  return `Lo pagado sigue en la venta, cuyo total baja a ${formatPesos(left)}.`;
}
