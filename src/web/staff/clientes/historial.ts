import type { Cliente, EstadoCliente } from '#contract/clientes.ts';
import { nombresEstadoCliente, nombresOrigen } from '../nombres.ts';

type Cambio = Cliente['historial'][number];

const word = (estado: EstadoCliente) => nombresEstadoCliente[estado].toLowerCase();

/** What happened, as a sentence: cause first, then what became of the estado. */
export function cambioEnPalabras(
  { de, a, causa, usuario }: Cambio,
  cliente: Pick<Cliente, 'origen' | 'origenDetalle'>,
): string {
  const paso = de ? `pasó de ${word(de)} a ${word(a)}` : `quedó como ${word(a)}`;
  switch (causa) {
    case 'CAPTURA':
      return `Llegó ${llegada(cliente)} y ${paso}.`;
    case 'COMPRA_PENDIENTE':
      return `Hizo una compra que aún no paga: ${paso}.`;
    case 'COMPRA_CONFIRMADA':
      return `Confirmó una compra: ${paso}.`;
    case 'COMPRA_ANULADA':
      return `Se anuló su última compra y se le devolvió el dinero: ${paso}.`;
    case 'LISTA_DE_ESPERA':
      return `Se anotó en la lista de espera de un taller: ${paso}.`;
    case 'INTERACCION':
      return `Dijo que le interesa: ${paso}.`;
    case 'ACTIVIDAD':
      return `Volvió a tener actividad: ${paso}.`;
    case 'SIN_ACTIVIDAD':
      return `Pasó mucho tiempo sin actividad: ${paso}.`;
    case 'FUSION':
      return `Se unió con otra ficha suya: ${paso}.`;
    case 'MANUAL':
      return `${usuario ?? 'Alguien del equipo'} cambió su estado: ${paso}.`;
  }
}

function llegada({ origen, origenDetalle }: Pick<Cliente, 'origen' | 'origenDetalle'>): string {
  switch (origen) {
    case 'REFERIDO':
      return `por recomendación de ${origenDetalle.referidoPor || 'alguien'}`;
    case 'EVENTO':
      return 'en un evento';
    case 'NEWSLETTER':
      return 'por las novedades';
    case 'WEB':
      return 'por el sitio web';
    case 'OTRO':
      return 'por otro medio';
    default:
      return `por ${nombresOrigen[origen]}`;
  }
}

/** Who did it; nobody is named twice. */
export function quienLoHizo({ causa, usuario }: Cambio): string | undefined {
  if (causa === 'MANUAL') return undefined;
  return usuario ? `Por ${usuario}` : 'Automático';
}
