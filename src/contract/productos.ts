import { z } from 'zod';
import { clienteRef } from './clientes.ts';
import { entregaLinea, estadoPago } from './cobros.ts';
import { endpoint } from './endpoint.ts';
import {
  busqueda,
  cantidad,
  id,
  idTexto,
  lista,
  listaDe,
  opcional,
  pagina,
  pesos,
  porId,
  texto,
  textoLargo,
  uuid,
  version,
} from './fields.ts';
import { interesRef } from './intereses.ts';

export const MAX_STOCK = 1_000_000;

export const estadoProducto = z.enum(['ACTIVO', 'ARCHIVADO']);
export type EstadoProducto = z.infer<typeof estadoProducto>;
export const tipoMovimiento = z.enum(['VENTA', 'ANULACION', 'INGRESO', 'AJUSTE', 'MERMA']);
export type TipoMovimiento = z.infer<typeof tipoMovimiento>;
export const entrega = entregaLinea;
export type Entrega = z.infer<typeof entrega>;

export const productoItem = z
  .object({
    id: z.int(),
    nombre: z.string(),
    sku: z.string(),
    interes: interesRef.nullable(),
    imagenUrl: z.string().nullable(),
    precio: z.int(),
    /** What may still be sold. */
    stockActual: z.int(),
    stockMinimo: z.int(),
    /** Sold and not delivered yet. */
    porEntregar: z.int(),
    /** What should be on the shelf: stockActual + porEntregar. */
    enBodega: z.int(),
    bajoStock: z.boolean(),
    ventaWeb: z.boolean(),
    estado: estadoProducto,
  })
  .meta({ id: 'ProductoItem' });
export type ProductoItem = z.infer<typeof productoItem>;

export const producto = productoItem
  .extend({
    slug: z.string(),
    descripcion: z.string().nullable(),
    imagenId: z.string().nullable(),
    afectoIva: z.boolean(),
    version: z.int(),
    creadoEn: z.string(),
    actualizadoEn: z.string(),
    puede: z.object({
      editar: z.boolean(),
      moverStock: z.boolean(),
      archivar: z.boolean(),
      reactivar: z.boolean(),
      vender: z.boolean(),
    }),
  })
  .meta({ id: 'Producto' });
export type Producto = z.infer<typeof producto>;

export const productoCampos = z.strictObject({
  nombre: texto(140),
  sku: texto(40),
  descripcion: opcional(textoLargo(5_000)),
  interesId: id.nullable().optional(),
  imagenId: uuid.nullable().optional(),
  precio: pesos,
  afectoIva: z.boolean().optional(),
  stockMinimo: z
    .int('Escribe un número entero.')
    .min(0, 'No puede ser negativo.')
    .max(MAX_STOCK, `Debe ser a lo más ${MAX_STOCK}.`)
    .optional(),
  ventaWeb: z.boolean().optional(),
});

export const listProductos = endpoint({
  method: 'GET',
  path: '/api/productos',
  acceso: 'productos:leer',
  resumen: 'Lista de productos con su stock',
  query: z.strictObject({
    q: busqueda.optional(),
    estado: lista(estadoProducto).optional(),
    interes: lista(idTexto).optional(),
    stock: z.enum(['BAJO', 'AGOTADO', 'CON_STOCK']).optional(),
    orden: z.enum(['nombre', 'stock', '-stock']).optional(),
    ...pagina,
  }),
  response: listaDe(productoItem),
});

export const getProducto = endpoint({
  method: 'GET',
  path: '/api/productos/:id',
  acceso: 'productos:leer',
  resumen: 'Un producto con su stock',
  params: porId,
  response: producto,
});

export const createProducto = endpoint({
  method: 'POST',
  path: '/api/productos',
  acceso: 'productos:escribir',
  resumen: 'Crear un producto, con su stock inicial',
  body: productoCampos.extend({ stockInicial: cantidad(MAX_STOCK).optional() }),
  status: 201,
  response: producto,
});

export const updateProducto = endpoint({
  method: 'PATCH',
  path: '/api/productos/:id',
  acceso: 'productos:escribir',
  resumen: 'Cambiar un producto; su stock solo cambia por movimientos',
  params: porId,
  body: productoCampos.partial().extend({ version }),
  response: producto,
});

export const setEstadoProducto = endpoint({
  method: 'POST',
  path: '/api/productos/:id/estado',
  acceso: 'productos:escribir',
  resumen: 'Archivar un producto (deja de venderse) o reactivarlo',
  params: porId,
  body: z.strictObject({ estado: estadoProducto, version }),
  response: producto,
});

export const seeAlertaProducto = endpoint({
  method: 'POST',
  path: '/api/productos/:id/alerta-vista',
  acceso: 'productos:escribir',
  resumen: 'Dar por vista la alerta de stock; vuelve si el stock cae otra vez',
  params: porId,
  response: producto,
});

export const movimiento = z
  .object({
    id: z.int(),
    tipo: tipoMovimiento,
    cantidad: z.int(),
    /** What was left after it. */
    stock: z.int(),
    motivo: z.string().nullable(),
    usuario: z.string().nullable(),
    venta: z.object({ cobroId: z.int(), codigo: z.string(), cliente: z.string() }).nullable(),
    creadoEn: z.string(),
  })
  .meta({ id: 'MovimientoStock' });
export type Movimiento = z.infer<typeof movimiento>;

export const listMovimientos = endpoint({
  method: 'GET',
  path: '/api/productos/:id/movimientos',
  acceso: 'productos:leer',
  resumen: 'Cada cambio del stock de un producto, del último al primero',
  params: porId,
  query: z.strictObject({ tipo: lista(tipoMovimiento).optional(), ...pagina }),
  response: listaDe(movimiento),
});

export const ingreso = z.strictObject({
  tipo: z.literal('INGRESO'),
  cantidad: cantidad(MAX_STOCK),
  motivo: opcional(texto(300)),
});
export const merma = z.strictObject({
  tipo: z.literal('MERMA'),
  cantidad: cantidad(MAX_STOCK),
  motivo: texto(300),
});
/** Says what was counted on the shelf; the difference to what should be there is what moves. */
export const ajuste = z.strictObject({
  tipo: z.literal('AJUSTE'),
  enBodega: z
    .int('Escribe un número entero.')
    .min(0, 'No puede ser negativo.')
    .max(MAX_STOCK, `Debe ser a lo más ${MAX_STOCK}.`),
  motivo: texto(300),
});

export const createMovimiento = endpoint({
  method: 'POST',
  path: '/api/productos/:id/movimientos',
  acceso: 'productos:escribir',
  resumen: 'Registrar un ingreso, una merma o un conteo de bodega',
  params: porId,
  body: z.discriminatedUnion('tipo', [ingreso, merma, ajuste]),
  idempotente: true,
  status: 201,
  /** The Producto as it is left; `movimientoId` is null when the count agreed and nothing was moved. */
  response: producto.extend({ movimientoId: z.int().nullable() }),
});

export const ventaProducto = z
  .object({
    id: z.int(),
    cobroId: z.int(),
    codigo: z.string(),
    cliente: clienteRef.extend({ email: z.string().nullable(), telefono: z.string().nullable() }),
    productoId: z.int(),
    nombre: z.string(),
    sku: z.string(),
    cantidad: z.int(),
    estado: estadoPago,
    saldo: z.int(),
    entrega,
    entregaNota: z.string().nullable(),
    entregaEn: z.string().nullable(),
    entregaPor: z.string().nullable(),
    anuladaEn: z.string().nullable(),
    /** The next workshop of the same sale, where the kit may be handed over. */
    taller: z
      .object({ id: z.int(), titulo: z.string(), iniciaEn: z.string(), zona: z.string() })
      .nullable(),
    creadoEn: z.string(),
    puede: z.object({ entregar: z.boolean() }),
  })
  .meta({ id: 'VentaProducto' });
export type VentaProducto = z.infer<typeof ventaProducto>;

export const listVentasProducto = endpoint({
  method: 'GET',
  path: '/api/ventas-producto',
  acceso: 'ventas:leer',
  resumen: 'Kits vendidos y su entrega; los por entregar, del más antiguo al más nuevo',
  query: z.strictObject({
    q: busqueda.optional(),
    producto: idTexto.optional(),
    cliente: idTexto.optional(),
    taller: idTexto.optional(),
    entrega: lista(entrega).optional(),
    /** `-entregaEn` has only those handed over or sent, the last one first. */
    orden: z.enum(['creadoEn', '-creadoEn', '-entregaEn']).optional(),
    ...pagina,
  }),
  response: listaDe(ventaProducto),
});

export const setEntrega = endpoint({
  method: 'PUT',
  path: '/api/ventas-producto/:id/entrega',
  acceso: 'ventas:escribir',
  resumen: 'Anotar que un kit se entregó o se envió, o volverlo a «por entregar»',
  params: porId,
  body: z.strictObject({ entrega, nota: opcional(texto(300)) }),
  response: ventaProducto,
});
