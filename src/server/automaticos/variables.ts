import type { ClaveAutomatico } from '#contract/emails.ts';
import type { Variable } from '#contract/plantillas.ts';
import { esComercial } from '../emails/emails.policy.ts';
import { grupo, variablesDe } from '../plantillas/variables.ts';

const cobro = grupo('Venta', [
  ['cobro.codigo', 'Código de la reserva', 'K7PM-3XQD'],
  ['cobro.tipo', '«inscripción» si incluye un taller; si no, «compra»', 'inscripción'],
  ['cobro.total', 'Total de la venta', '$70.000'],
  ['cobro.pagado', 'Lo pagado; vacío si no hay pagos', '$20.000'],
  ['cobro.saldo', 'Lo que falta por pagar; vacío si nada', '$50.000'],
  ['cobro.aFavor', 'Lo pagado de más; vacío si nada', ''],
  ['cobro.venceEn', 'Hasta cuándo se guarda la reserva sin pagos; vacío si no vence', ''],
  ['cobro.sinCupo', 'Si el pago llegó tarde y ya no había cupo', ''],
  ['cobro.enlace', 'Página de la reserva', 'https://example.com/reservas/K7PM-3XQD'],
]);

const detalle = grupo('Detalle de la venta', [
  [
    'lineas',
    'Lo vendido, para recorrer: linea.titulo, linea.cantidad, linea.total, linea.horario, linea.donde',
    'Cerámica gres para empezar × 2: $70.000',
  ],
  ['portal.enlace', 'Portal de la persona, cuando compró un curso que ya puede ver', ''],
]);

const comoPagar = grupo('Cómo pagar', [
  ['transferencia.banco', 'Banco; vacío si no hay una cuenta en Ajustes', 'Banco Estado'],
  ['transferencia.tipoCuenta', 'Tipo de cuenta', 'Cuenta corriente'],
  ['transferencia.numeroCuenta', 'Número de cuenta', '12345678'],
  ['transferencia.titular', 'Titular', 'Taller de muestra SpA'],
  ['transferencia.rut', 'RUT del titular', '76.192.083-9'],
  ['transferencia.email', 'Correo para el comprobante', 'pagos@example.com'],
  ['instruccionesPago', 'Instrucciones de pago, en Ajustes', ''],
]);

const pago = grupo('Pago', [
  ['pago.monto', 'Monto del pago', '$20.000'],
  ['pago.medio', 'Cómo pagó', 'transferencia'],
  ['pago.fecha', 'Día del pago', 'lunes 23 de noviembre'],
]);

const taller = [
  ...variablesDe({ taller: true }).filter(
    ({ nombre }) => nombre.startsWith('taller.') && nombre !== 'taller.cuposLibres',
  ),
  ...grupo('Taller', [
    ['taller.horario', 'Día y horas, en la hora del taller', 'sábado 5 de diciembre, 10:00–13:00'],
    ['taller.cuando', '«hoy», «mañana» o el día', 'mañana'],
    ['taller.donde', 'Lugar, dirección y comuna', 'Casa Taller, Los Alerces 45, Providencia'],
    ['taller.enVivo', 'Si es en vivo por internet', ''],
  ]),
];

const asiento = grupo('Inscripción', [
  ['inscripcion.cupos', 'Cuántos cupos tiene', '2'],
  ['conexion.enlace', 'Para entrar a un taller en vivo; vacío mientras deba algo', ''],
]);
const deInscripcion = cobro.filter(({ nombre }) =>
  ['cobro.codigo', 'cobro.saldo', 'cobro.enlace'].includes(nombre),
);

const oferta = grupo('Oferta', [
  ['oferta.cupos', 'Cuántos cupos se le ofrecen', '1'],
  ['oferta.venceEn', 'Hasta cuándo se guardan', 'martes 24 de noviembre, 18:00'],
  ['oferta.enlace', 'Página para aceptar o dejar pasar', 'https://example.com/espera/ejemplo'],
]);

const enlaceDe = (nombre: string, descripcion: string, ruta: string) =>
  grupo('Enlaces', [[nombre, descripcion, `https://example.com${ruta}`]]);

const propias: Record<ClaveAutomatico, Variable[]> = {
  INSCRIPCION_RECIBIDA: [...cobro, ...detalle, ...comoPagar],
  PAGO_RECIBIDO: [...pago, ...cobro, ...detalle],
  RESERVA_POR_VENCER: [...cobro, ...detalle, ...comoPagar],
  RECORDATORIO_3_DIAS: [...taller, ...asiento, ...deInscripcion],
  RECORDATORIO_1_DIA: [...taller, ...asiento, ...deInscripcion],
  OFERTA_CUPO: [...oferta, ...taller],
  PEDIR_RESENA: [
    ...taller,
    ...enlaceDe('enlace', 'Página para dejar su reseña', '/resenas/ejemplo'),
  ],
  ENLACE_PORTAL: enlaceDe('enlace', 'Entra una vez, dentro de 24 horas', '/mi/entrar/ejemplo'),
  CONFIRMAR_NEWSLETTER: enlaceDe('enlace', 'Página para confirmar', '/correo/confirmar/ejemplo'),
  BIENVENIDA: [],
};

/** The variables of an automatic mail: those of the person, the school and what it is about. */
export function variablesDeAutomatico(clave: ClaveAutomatico): Variable[] {
  return [...variablesDe({ comercial: esComercial(clave) }), ...propias[clave]];
}
