import type { Evento } from '#contract/bitacora.ts';
import type { CausaEstado, EstadoCliente } from '#contract/clientes.ts';
import type { ClaveAutomatico, EstadoEmail } from '#contract/emails.ts';
import type { EstadoEspera } from '#contract/espera.ts';
import { nombresMedio } from '#contract/medios.ts';
import { nombresAutomatico, nombresEstadoCliente } from '#contract/nombres.ts';

import {
  anulaciones,
  type CausaAnulacion,
  canalesPermiso,
  causasEstado,
  type MotivoSupresion,
  motivosSupresion,
  movimientos,
  nombresEmail,
  pasosEspera,
} from './palabras.policy.ts';

/** What an event says, but when and of whom. */
export type Relato = Pick<Evento, 'tipo' | 'titulo' | 'detalle' | 'monto' | 'usuario' | 'destino'>;

/** What is known of an event, by its source. */
export type Datos = {
  VENTA: {
    cobroId: number;
    codigo: string;
    canal: 'WEB' | 'STAFF';
    total: number;
    empresa: string | null;
    /** What was sold, each with how many when it is more than one. */
    lineas: string[];
    usuario: string | null;
  };
  LINEA: {
    cobroId: number;
    codigo: string;
    titulo: string;
    causa: CausaAnulacion;
    motivo: string | null;
    usuario: string | null;
  };
  PAGO: {
    cobroId: number;
    codigo: string;
    tipo: 'PAGO' | 'REEMBOLSO' | 'REVERSO';
    monto: number;
    medio: keyof typeof nombresMedio;
    referencia: string | null;
    nota: string | null;
    usuario: string | null;
  };
  EMAIL: {
    id: number;
    asunto: string | null;
    automatico: ClaveAutomatico | null;
    campana: string | null;
    estado: EstadoEmail;
    abierto: boolean;
    clic: boolean;
    rebotado: boolean;
    reclamado: boolean;
    usuario: string | null;
  };
  ESTADO: {
    de: EstadoCliente | null;
    a: EstadoCliente;
    causa: CausaEstado;
    motivo: string | null;
    usuario: string | null;
  };
  FUSION: { nombre: string; deshecha: boolean; usuario: string | null };
  CONSENTIMIENTO: { accion: 'OTORGADO' | 'RETIRADO'; canal: string; email: string };
  SUPRESION: {
    motivo: MotivoSupresion;
    email: string;
    usuario: string | null;
  };
  RESENA: {
    id: number;
    titulo: string;
    estrellas: number;
    comentario: string | null;
    estado: 'PENDIENTE' | 'PUBLICADA' | 'RECHAZADA';
  };
  ASISTENCIA: { tallerId: number; titulo: string; presentes: number; ausentes: number };
  ESPERA: {
    tallerId: number;
    titulo: string;
    cantidad: number;
    /** What happened: it waits, was offered seats, or how it ended. */
    paso: EstadoEspera;
    usuario: string | null;
  };
};

const joined = (...parts: (string | null | false | undefined)[]) =>
  parts.filter(Boolean).join(' · ') || null;
const sinDestino = { detalle: null, monto: null, usuario: null, destino: null };
const cobro = (id: number) => ({ tipo: 'COBRO', id }) as const;
const taller = (id: number) => ({ tipo: 'TALLER', id }) as const;

const relatos: { [F in keyof Datos]: (datos: Datos[F]) => Relato } = {
  VENTA: ({ cobroId, codigo, canal, total, empresa, lineas: que, usuario }) => ({
    tipo: 'VENTA',
    titulo: `${canal === 'WEB' ? 'Compró en la web' : 'Compró'}: ${que.join(', ')}`,
    detalle: joined(codigo, empresa && `a cargo de ${empresa}`),
    monto: total,
    usuario,
    destino: cobro(cobroId),
  }),
  LINEA: ({ cobroId, codigo, titulo, causa, motivo, usuario }) => ({
    tipo: 'LINEA_ANULADA',
    titulo: `${anulaciones[causa]}: ${titulo}`.replace(/ de: /, ' de '),
    detalle: joined(codigo, motivo),
    monto: null,
    usuario,
    destino: cobro(cobroId),
  }),
  PAGO: ({ cobroId, codigo, tipo, monto, medio, referencia, nota, usuario }) => ({
    tipo,
    titulo: `${movimientos[tipo]} · ${nombresMedio[medio]}`,
    detalle: joined(codigo, referencia && `ref. ${referencia}`, nota),
    monto: tipo === 'PAGO' ? monto : -monto,
    usuario,
    destino: cobro(cobroId),
  }),
  EMAIL: ({
    id,
    asunto,
    automatico,
    campana,
    estado,
    abierto,
    clic,
    rebotado,
    reclamado,
    usuario,
  }) => ({
    tipo: `EMAIL_${estado}`,
    titulo:
      joined(nombresEmail[estado], asunto ?? (automatico && nombresAutomatico[automatico])) ?? '',
    detalle: joined(
      campana && `Campaña ${campana}`,
      clic ? 'hizo clic' : abierto && 'lo abrió',
      rebotado && 'rebotó',
      reclamado && 'lo marcó como no deseado',
    ),
    monto: null,
    usuario,
    destino: { tipo: 'EMAIL', id },
  }),
  ESTADO: ({ de, a, causa, motivo, usuario }) => ({
    ...sinDestino,
    tipo: 'ESTADO',
    titulo: de
      ? `Pasó de ${nombresEstadoCliente[de]} a ${nombresEstadoCliente[a]}`
      : `Llegó como ${nombresEstadoCliente[a]}`,
    detalle: joined(causasEstado[causa], motivo),
    usuario,
  }),
  FUSION: ({ nombre, deshecha, usuario }) => ({
    ...sinDestino,
    tipo: 'FUSION',
    titulo: `Se unió a esta ficha la de ${nombre}`,
    detalle: deshecha ? 'Después se volvieron a separar' : null,
    usuario,
  }),
  CONSENTIMIENTO: ({ accion, canal, email }) => ({
    ...sinDestino,
    tipo: `CONSENTIMIENTO_${accion}`,
    titulo: accion === 'OTORGADO' ? 'Aceptó recibir novedades' : 'Dejó de aceptar novedades',
    detalle: joined(canalesPermiso[canal], email),
  }),
  SUPRESION: ({ motivo, email, usuario }) => ({
    ...sinDestino,
    tipo: `SUPRESION_${motivo}`,
    titulo: motivosSupresion[motivo],
    detalle: email,
    usuario,
  }),
  RESENA: ({ id, titulo, estrellas, comentario, estado }) => ({
    ...sinDestino,
    tipo: `RESENA_${estado}`,
    titulo: `Reseñó con ${estrellas} ${estrellas === 1 ? 'estrella' : 'estrellas'}: ${titulo}`,
    detalle: joined(
      estado === 'PENDIENTE' ? 'Por revisar' : estado === 'RECHAZADA' && 'No se publicó',
      comentario,
    ),
    destino: { tipo: 'RESENA', id },
  }),
  ASISTENCIA: ({ tallerId, titulo, presentes, ausentes }) => ({
    ...sinDestino,
    tipo: presentes > 0 ? 'ASISTIO' : 'FALTO',
    titulo: `${presentes > 0 ? 'Asistió a' : 'No llegó a'} ${titulo}`,
    detalle: presentes + ausentes > 1 ? `${presentes} de ${presentes + ausentes} cupos` : null,
    destino: taller(tallerId),
  }),
  ESPERA: ({ tallerId, titulo, cantidad, paso, usuario }) => ({
    ...sinDestino,
    tipo: `ESPERA_${paso}`,
    titulo: `${pasosEspera[paso]} ${titulo}`,
    detalle: cantidad > 1 ? `${cantidad} cupos` : null,
    usuario,
    destino: taller(tallerId),
  }),
};

/** Tells an event in plain Spanish by what is known of it. */
export function tellSuceso<F extends keyof Datos>(fuente: F, datos: Datos[F]): Relato {
  return relatos[fuente](datos);
}
