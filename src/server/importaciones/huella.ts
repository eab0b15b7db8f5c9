import type { Restaurada } from '../clientes/lote.queries.ts';
import type { Huella } from './deshacer.queries.ts';

const camposDe = ({ creados }: Huella): Record<string, string | number> =>
  Object.assign({}, ...creados.map(({ campos }) => campos ?? {}));

/** Why what an import did with a person cannot be undone, in words; undefined when it is as it was left. */
export function motivoTocada(huella: Huella): string | undefined {
  const { ahora, nueva, creados } = huella;
  if (!ahora) return 'Su ficha ya no está: se unió con otra.';
  if (huella.ventaCambiada) return 'Su venta cambió después.';
  if (nueva) {
    if (ahora.version !== huella.version) return 'Su ficha cambió después.';
    if (huella.activa) return 'Tuvo actividad después.';
    return huella.colgado ?? undefined;
  }
  const campos = Object.entries(camposDe(huella));
  if (campos.some(([campo, valor]) => ahora[campo] !== valor)) {
    return 'Cambió después lo que se había completado.';
  }
  if (huella.correoUsado) return 'Ya se usó el correo que se le había completado.';
  if (huella.empresaCobrada) return 'Se cobró a la empresa que se le había completado.';
  const historial = creados.flatMap((creado) => creado.historial ?? []);
  if (historial.length > 0 && huella.ultimoHistorial !== Math.max(...historial)) {
    return 'Su estado cambió después.';
  }
  const queda = ['email', 'telefono'].some(
    (campo) => ahora[campo] !== null && !campos.some(([dado]) => dado === campo),
  );
  return queda ? undefined : 'Quedaría sin correo ni teléfono.';
}

/** What a person who was here already gets back. */
export function restauradaDe(huella: Huella): Restaurada | undefined {
  const { antes, creados, ahora, clienteId: id } = huella;
  if (!antes || !ahora) return undefined;
  const historial = creados.flatMap((creado) => creado.historial ?? []);
  const intacta = ahora.version === huella.version && !huella.activa;
  return {
    id,
    vacios: Object.keys(camposDe(huella)),
    nombres: antes.nombres,
    apellidos: antes.apellidos,
    tipo: antes.tipo,
    estado: historial.length > 0 ? antes.estado : null,
    convertidoEn: antes.convertidoEn,
    version: intacta ? antes.version : null,
    actualizadoEn: antes.actualizadoEn,
    ultimaActividadEn: antes.ultimaActividadEn,
    intereses: creados.flatMap((creado) => creado.intereses ?? []),
    historial,
  };
}
