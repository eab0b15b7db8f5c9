import { z } from 'zod';
import { clienteRef } from './clientes.ts';
import { endpoint } from './endpoint.ts';
import { idTexto, lista, listaDe, pagina, porId } from './fields.ts';

export const tipoAviso = z.enum(['ENLACE_PORTAL', 'OFERTA_CUPO', 'PEDIR_RESENA']);
export type TipoAviso = z.infer<typeof tipoAviso>;

/** A message that the system prepared and a person sends, by WhatsApp or mail. */
export const aviso = z
  .object({
    id: z.int(),
    tipo: tipoAviso,
    cliente: clienteRef.extend({ email: z.string().nullable(), telefono: z.string().nullable() }),
    asunto: z.string(),
    /** With its link at the end, for roles that send; that of an access link is only made when it is sent. */
    texto: z.string(),
    venceEn: z.string().nullable(),
    enviadoEn: z.string().nullable(),
    enviadoPor: z.string().nullable(),
    creadoEn: z.string(),
    puede: z.object({ enviar: z.boolean() }),
  })
  .meta({ id: 'Aviso' });
export type Aviso = z.infer<typeof aviso>;

export const listAvisos = endpoint({
  method: 'GET',
  path: '/api/avisos',
  acceso: 'clientes:leer',
  resumen: 'Mensajes preparados, por enviar salvo que se pida otra cosa',
  query: z.strictObject({
    estado: z.enum(['POR_ENVIAR', 'ENVIADOS']).optional(),
    tipo: lista(tipoAviso).optional(),
    cliente: idTexto.optional(),
    ...pagina,
  }),
  response: listaDe(aviso),
});

export const sendAviso = endpoint({
  method: 'POST',
  path: '/api/avisos/:id/envio',
  acceso: 'avisos:enviar',
  resumen: 'Dar por enviado un aviso; responde el texto completo para pegarlo o mandarlo',
  params: porId,
  response: aviso,
});

export const discardAviso = endpoint({
  method: 'DELETE',
  path: '/api/avisos/:id',
  acceso: 'avisos:enviar',
  resumen: 'Descartar un aviso sin enviarlo',
  params: porId,
});

export const createEnlacePortal = endpoint({
  method: 'POST',
  path: '/api/clientes/:id/enlace-portal',
  acceso: 'avisos:enviar',
  resumen: 'Hacer un enlace de acceso al portal para un cliente con correo: sirve una vez, un día',
  params: porId,
  response: z.object({ url: z.string(), venceEn: z.string(), texto: z.string() }),
});
