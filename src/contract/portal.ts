import { z } from 'zod';
import { claveNueva } from './auth.ts';
import { estadoPago, tipoPago } from './cobros.ts';
import { comprobante } from './comprobantes.ts';
import { video } from './cursos.ts';
import { endpoint } from './endpoint.ts';
import { email, idTexto, porId } from './fields.ts';
import { entrega } from './productos.ts';
import { datosTransferencia } from './publico.ts';
import { modalidad } from './talleres.ts';

/** The student who is signed in. */
export const alumno = z
  .object({
    nombres: z.string(),
    apellidos: z.string(),
    email: z.string(),
    tieneClave: z.boolean(),
  })
  .meta({ id: 'Alumno' });
export type Alumno = z.infer<typeof alumno>;

export const requestEnlace = endpoint({
  method: 'POST',
  path: '/api/portal/enlaces',
  acceso: 'PUBLICO',
  limite: 'CAPTURA',
  resumen: 'Pedir un enlace para entrar; responde igual se conozca o no el correo',
  body: z.strictObject({ email }),
  status: 202,
  response: z.object({ mensaje: z.string() }),
});

export const enterByEnlace = endpoint({
  method: 'POST',
  path: '/api/portal/sesion/enlace',
  acceso: 'PUBLICO',
  limite: 'CLAVE',
  resumen: 'Entrar con el enlace recibido: sirve una sola vez',
  body: z.strictObject({ token: z.string().min(1).max(200) }),
  response: alumno,
});

export const enterByClave = endpoint({
  method: 'POST',
  path: '/api/portal/sesion',
  acceso: 'PUBLICO',
  limite: 'CLAVE',
  resumen: 'Entrar con correo y contraseña',
  body: z.strictObject({
    email,
    clave: z.string().min(1, 'Escribe tu contraseña.').max(128, 'La contraseña no es correcta.'),
  }),
  response: alumno,
});

export const getAlumno = endpoint({
  method: 'GET',
  path: '/api/portal/sesion',
  acceso: 'ALUMNO',
  resumen: 'Quién soy',
  response: alumno,
});

export const leavePortal = endpoint({
  method: 'DELETE',
  path: '/api/portal/sesion',
  acceso: 'ALUMNO',
  resumen: 'Salir',
});

export const setClaveAlumno = endpoint({
  method: 'PUT',
  path: '/api/portal/clave',
  acceso: 'ALUMNO',
  limite: 'CLAVE',
  resumen: 'Poner o cambiar mi contraseña; cierra mis otras sesiones',
  body: z.strictObject({
    /** Needed when there is one already. */
    actual: z.string().max(128, 'La contraseña no es correcta.').optional(),
    nueva: claveNueva,
  }),
  response: alumno,
});

export const closeCuenta = endpoint({
  method: 'POST',
  path: '/api/portal/cierre',
  acceso: 'ALUMNO',
  resumen: 'Cerrar mi cuenta: se borra mi acceso y mi contraseña, y no me escriben más',
  body: z.strictObject({ confirma: z.literal(true, 'Marca la casilla para confirmar.') }),
});

// ── Mis cursos ──

export const miCurso = z
  .object({
    id: z.int(),
    slug: z.string(),
    titulo: z.string(),
    instructor: z.string().nullable(),
    imagenUrl: z.string().nullable(),
    /** VIGENTE opens the lessons; the others say why not. */
    acceso: z.enum(['VIGENTE', 'POR_PAGAR', 'VENCIDO']),
    accesoHasta: z.string().nullable(),
    lecciones: z.int(),
    terminadas: z.int(),
    /** Where to go on: the lesson left half-way, or the first not finished; null when all are. */
    seguirEn: z.object({ leccionId: z.int(), titulo: z.string() }).nullable(),
    /** The reservation to be paid, for POR_PAGAR. */
    codigo: z.string(),
  })
  .meta({ id: 'MiCurso' });
export type MiCurso = z.infer<typeof miCurso>;

export const listMisCursos = endpoint({
  method: 'GET',
  path: '/api/portal/cursos',
  acceso: 'ALUMNO',
  resumen: 'Mis cursos con mi avance',
  response: z.object({ items: z.array(miCurso) }),
});

export const getMiCurso = endpoint({
  method: 'GET',
  path: '/api/portal/cursos/:id',
  acceso: 'ALUMNO',
  resumen: 'Un curso mío con sus lecciones; sin acceso vigente, solo sus títulos',
  params: porId,
  response: miCurso.extend({
    descripcion: z.string().nullable(),
    contenido: z.array(
      z.object({
        id: z.int(),
        orden: z.int(),
        titulo: z.string(),
        duracionSegundos: z.int().nullable(),
        tieneVideo: z.boolean(),
        terminada: z.boolean(),
      }),
    ),
  }),
});

const deLeccion = z.strictObject({ id: idTexto, leccionId: idTexto });

export const miLeccion = z
  .object({
    id: z.int(),
    orden: z.int(),
    titulo: z.string(),
    /** Safe HTML. */
    texto: z.string().nullable(),
    video: video.nullable(),
    duracionSegundos: z.int().nullable(),
    /** Where the video was left. */
    segundos: z.int(),
    terminada: z.boolean(),
    anterior: z.int().nullable(),
    siguiente: z.int().nullable(),
  })
  .meta({ id: 'MiLeccion' });
export type MiLeccion = z.infer<typeof miLeccion>;

export const getMiLeccion = endpoint({
  method: 'GET',
  path: '/api/portal/cursos/:id/lecciones/:leccionId',
  acceso: 'ALUMNO',
  resumen: 'Una lección de un curso al que tengo acceso',
  params: deLeccion,
  response: miLeccion,
});

export const getMiVideo = endpoint({
  method: 'GET',
  path: '/api/portal/cursos/:id/lecciones/:leccionId/video',
  acceso: 'ALUMNO',
  resumen: 'El video subido de una lección mía',
  params: deLeccion,
  formato: 'video/mp4',
});

export const setProgreso = endpoint({
  method: 'PUT',
  path: '/api/portal/cursos/:id/lecciones/:leccionId/progreso',
  acceso: 'ALUMNO',
  resumen: 'Anotar dónde quedé en una lección, o si la terminé',
  params: deLeccion,
  body: z.strictObject({
    segundos: z.int().min(0).max(86_400).optional(),
    terminada: z.boolean().optional(),
  }),
  response: z.object({ terminada: z.boolean(), terminadas: z.int(), lecciones: z.int() }),
});

// ── Mis talleres ──

export const miTaller = z
  .object({
    inscripcionId: z.int(),
    slug: z.string(),
    titulo: z.string(),
    modalidad,
    lugar: z.string().nullable(),
    direccion: z.string().nullable(),
    comuna: z.string().nullable(),
    /** How to join an EN_VIVO workshop; only once nothing is owed. */
    enlace: z.string().nullable(),
    iniciaEn: z.string(),
    terminaEn: z.string(),
    zona: z.string(),
    cantidad: z.int(),
    estado: estadoPago,
    saldo: z.int(),
    codigo: z.string(),
    venceEn: z.string().nullable(),
    /** The Taller was annulled, or one's own enrolment. */
    anulado: z.boolean(),
    terminado: z.boolean(),
    puestos: z.array(
      z.object({
        puesto: z.int(),
        nombre: z.string(),
        asistencia: z.enum(['PRESENTE', 'AUSENTE']).nullable(),
        /** What its QR says; null while it does not open the door. */
        qr: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'MiTaller' });
export type MiTaller = z.infer<typeof miTaller>;

export const miEspera = z
  .object({
    codigo: z.string(),
    titulo: z.string(),
    slug: z.string(),
    iniciaEn: z.string(),
    zona: z.string(),
    estado: z.enum(['ESPERANDO', 'OFRECIDA']),
    cantidad: z.int(),
    lugar: z.int().nullable(),
    ofertaVenceEn: z.string().nullable(),
  })
  .meta({ id: 'MiEspera' });
export type MiEspera = z.infer<typeof miEspera>;

export const listMisTalleres = endpoint({
  method: 'GET',
  path: '/api/portal/talleres',
  acceso: 'ALUMNO',
  resumen: 'Mis talleres: los que vienen primero, y mis listas de espera',
  response: z.object({ items: z.array(miTaller), esperas: z.array(miEspera) }),
});

export const getMiTaller = endpoint({
  method: 'GET',
  path: '/api/portal/talleres/:id',
  acceso: 'ALUMNO',
  resumen: 'Una inscripción mía',
  params: porId,
  response: miTaller,
});

export const getMiTallerIcs = endpoint({
  method: 'GET',
  path: '/api/portal/talleres/:id/calendario',
  acceso: 'ALUMNO',
  resumen: 'Un taller mío como archivo de calendario (iCalendar)',
  params: porId,
  formato: 'text/calendar',
});

export const getCalendario = endpoint({
  method: 'GET',
  path: '/api/portal/calendario',
  acceso: 'ALUMNO',
  resumen: 'La dirección con que mi calendario sigue mis talleres',
  response: z.object({ url: z.string() }),
});

export const renewCalendario = endpoint({
  method: 'POST',
  path: '/api/portal/calendario',
  acceso: 'ALUMNO',
  resumen: 'Cambiar esa dirección; la anterior deja de servir',
  response: z.object({ url: z.string() }),
});

export const getCalendarioPublico = endpoint({
  method: 'GET',
  path: '/api/publico/calendario/:token',
  acceso: 'PUBLICO',
  limite: 'PUBLICO',
  resumen: 'Los talleres de un alumno, para su programa de calendario',
  params: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{16,64}(\.ics)?$/) }),
  formato: 'text/calendar',
});

// ── Mis pagos ──

export const miCobro = z
  .object({
    id: z.int(),
    codigo: z.string(),
    creadoEn: z.string(),
    estado: estadoPago,
    total: z.int(),
    pagado: z.int(),
    saldo: z.int(),
    saldoAFavor: z.int(),
    porReembolsar: z.int(),
    venceEn: z.string().nullable(),
    vencida: z.boolean(),
    comprobante: z.int().nullable(),
    lineas: z.array(
      z.object({
        tipo: z.enum(['TALLER', 'CURSO', 'PRODUCTO']),
        titulo: z.string(),
        cantidad: z.int(),
        total: z.int(),
        anulada: z.boolean(),
        entrega: entrega.nullable(),
        entregaNota: z.string().nullable(),
      }),
    ),
    pagos: z.array(z.object({ tipo: tipoPago, monto: z.int(), fecha: z.string() })),
  })
  .meta({ id: 'MiCobro' });
export type MiCobro = z.infer<typeof miCobro>;

export const listMisPagos = endpoint({
  method: 'GET',
  path: '/api/portal/pagos',
  acceso: 'ALUMNO',
  resumen: 'Lo que compré, lo que pagué y lo que debo, y cómo pagarlo',
  response: z.object({
    items: z.array(miCobro),
    saldo: z.int(),
    transferencia: datosTransferencia.nullable(),
    instruccionesPago: z.string().nullable(),
    whatsapp: z.string().nullable(),
  }),
});

export const getMiComprobante = endpoint({
  method: 'GET',
  path: '/api/portal/pagos/:id/comprobante',
  acceso: 'ALUMNO',
  resumen: 'El comprobante de una compra mía',
  params: porId,
  response: comprobante,
});

export const getMiComprobantePdf = endpoint({
  method: 'GET',
  path: '/api/portal/pagos/:id/comprobante/pdf',
  acceso: 'ALUMNO',
  resumen: 'El comprobante de una compra mía, en PDF',
  params: porId,
  formato: 'application/pdf',
});
