import type { Cobro, LineaCobro } from '#contract/cobros.ts';
import { formatPesos } from '#contract/money.ts';
import { cuantos, type LineaRef, sameLinea } from './lineas.ts';

/** What annulling one line of a sale, or all that is live in it, will do: one sentence each. */
export function efectoDeAnular(cobro: Cobro, ref?: LineaRef): string[] {
  const live = cobro.lineas.filter(({ anuladaEn }) => anuladaEn === null);
  const annulled = live.filter((linea) => ref === undefined || sameLinea(linea, ref));
  return [...annulled.flatMap(undone), money(cobro, live.length === annulled.length, annulled)];
}

/** Seats are freed, access ends, kits go back to stock; one that is out of the house has to come back. */
function undone(linea: LineaCobro): string[] {
  const { titulo, cantidad } = linea;
  switch (linea.tipo) {
    case 'TALLER':
      return [
        `${cantidad === 1 ? 'Se libera' : 'Se liberan'} ${cuantos(linea)} en «${titulo}»; si hay lista de espera, se ofrece a quien sigue.`,
      ];
    case 'CURSO':
      return [
        linea.accesoDesde
          ? `Pierde desde ahora el acceso a «${titulo}».`
          : `Ya no tendrá acceso a «${titulo}».`,
      ];
    case 'PRODUCTO': {
      const vuelve = `${cantidad === 1 ? 'Vuelve' : 'Vuelven'} al stock ${cuantos(linea)} de «${titulo}».`;
      if (linea.entrega === 'POR_ENTREGAR') return [vuelve];
      const salio = linea.entrega === 'ENVIADO' ? 'se envió' : 'se entregó';
      return [vuelve, `«${titulo}» ya ${salio}: asegúrate de recibirlo, o registra una merma.`];
    }
  }
}

function money({ pagado, total }: Cobro, whole: boolean, annulled: LineaCobro[]): string {
  if (pagado === 0) return 'No hay pagos: nadie deberá nada por lo anulado.';
  const left = whole ? 0 : total - annulled.reduce((sum, linea) => sum + linea.total, 0);
  const owed = pagado - left;
  const back = 'Anular no devuelve el dinero: el reembolso se registra en la venta.';
  if (whole) return `Los ${formatPesos(pagado)} pagados quedan por devolver. ${back}`;
  if (owed > 0) return `Quedan ${formatPesos(owed)} a favor de la persona. ${back}`;
  return `Lo pagado sigue en la venta, cuyo total baja a ${formatPesos(left)}.`;
}
