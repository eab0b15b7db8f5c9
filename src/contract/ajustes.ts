import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  color,
  comuna,
  email,
  opcional,
  rut,
  telefono,
  texto,
  textoLargo,
  uuid,
  version,
} from './fields.ts';

export const negocio = z
  .object({
    nombre: z.string(),
    razonSocial: z.string().nullable(),
    rut: z.string().nullable(),
    giro: z.string().nullable(),
    direccion: z.string().nullable(),
    comuna: z.string().nullable(),
    email: z.string().nullable(),
    telefono: z.string().nullable(),
    whatsapp: z.string().nullable(),
    logoId: z.string().nullable(),
    logoUrl: z.string().nullable(),
    colorAcento: z.string(),
    banco: z.string().nullable(),
    tipoCuenta: z.string().nullable(),
    numeroCuenta: z.string().nullable(),
    titularCuenta: z.string().nullable(),
    rutCuenta: z.string().nullable(),
    emailTransferencias: z.string().nullable(),
    instruccionesPago: z.string().nullable(),
    horasReserva: z.int(),
    mesesInactividad: z.int(),
    horasOferta: z.int(),
    accesoConAbono: z.boolean(),
    textoConsentimiento: z.string(),
    versionConsentimiento: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Negocio' });
export type Negocio = z.infer<typeof negocio>;

export const negocioCampos = z.strictObject({
  nombre: texto(120),
  razonSocial: opcional(texto(160)),
  rut: opcional(rut),
  giro: opcional(texto(160)),
  direccion: opcional(texto(200)),
  comuna: opcional(comuna),
  email: opcional(email),
  telefono: opcional(telefono),
  whatsapp: opcional(telefono),
  logoId: uuid.nullable().optional(),
  colorAcento: color,
  banco: opcional(texto(80)),
  tipoCuenta: opcional(texto(60)),
  numeroCuenta: opcional(texto(40)),
  titularCuenta: opcional(texto(160)),
  rutCuenta: opcional(rut),
  emailTransferencias: opcional(email),
  instruccionesPago: opcional(textoLargo(1000)),
  horasReserva: z
    .int('Escribe un número entero.')
    .min(1, 'Al menos 1 hora.')
    .max(720, 'A lo más 720 horas.'),
  mesesInactividad: z
    .int('Escribe un número entero.')
    .min(1, 'Al menos 1 mes.')
    .max(120, 'A lo más 120 meses.'),
  /** How long a freed seat is held for the one of the waitlist to whom it is offered. */
  horasOferta: z
    .int('Escribe un número entero.')
    .min(1, 'Al menos 1 hora.')
    .max(168, 'A lo más 168 horas.'),
  /** Whether a course opens with the first part of its price. */
  accesoConAbono: z.boolean(),
  textoConsentimiento: textoLargo(1000),
});

/** Name, logo and accent: what the frame of the staff app needs, whatever the role. */
export const getMarca = endpoint({
  method: 'GET',
  path: '/api/ajustes/marca',
  acceso: 'SESION',
  resumen: 'Nombre y marca de la escuela',
  response: z.object({
    nombre: z.string(),
    logoUrl: z.string().nullable(),
    colorAcento: z.string(),
    zonaNegocio: z.string(),
    publicUrl: z.string(),
  }),
});

export const getAjustes = endpoint({
  method: 'GET',
  path: '/api/ajustes',
  acceso: 'ajustes:escribir',
  resumen: 'Ajustes de la escuela',
  response: negocio,
});

export const updateAjustes = endpoint({
  method: 'PATCH',
  path: '/api/ajustes',
  acceso: 'ajustes:escribir',
  resumen: 'Cambiar los ajustes',
  body: negocioCampos.partial().extend({ version }),
  response: negocio,
});
