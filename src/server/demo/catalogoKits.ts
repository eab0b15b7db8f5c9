/** The kits of the invented school, with what they cost in whole pesos. */
export type PlantillaKit = {
  nombre: string;
  sku: string;
  descripcion: string;
  /** Goes with the workshops and courses of it; with all of them when absent. */
  interes?: string;
  precio: number;
  minimo: number;
  ventaWeb: boolean;
};

export const kits: readonly PlantillaKit[] = [
  {
    nombre: 'Kit de herramientas de modelado',
    sku: 'CER-HERR-08',
    descripcion: 'Ocho herramientas de madera y acero, esponja y alambre de corte, en su estuche.',
    interes: 'Cerámica',
    precio: 18_900,
    minimo: 6,
    ventaWeb: true,
  },
  {
    nombre: 'Greda de gres, 5 kg',
    sku: 'CER-GRES-05',
    descripcion: 'Gres blanco chamotado, listo para modelar. Quema a 1.220 °C.',
    interes: 'Cerámica',
    precio: 9_900,
    minimo: 10,
    ventaWeb: true,
  },
  {
    nombre: 'Kit de esmaltes, seis colores',
    sku: 'CER-ESM-06',
    descripcion: 'Seis esmaltes de baja temperatura de 60 ml, sin plomo.',
    interes: 'Cerámica',
    precio: 24_900,
    minimo: 5,
    ventaWeb: true,
  },
  {
    nombre: 'Kit de encuadernación',
    sku: 'ENC-KIT-01',
    descripcion: 'Plegadera, punzón, agujas, hilo encerado y papeles para dos cuadernos.',
    interes: 'Encuadernación',
    precio: 21_900,
    minimo: 5,
    ventaWeb: true,
  },
  {
    nombre: 'Set de acuarela de viaje',
    sku: 'ACU-VIA-12',
    descripcion: 'Doce medios godets, pincel con agua y block de algodón A6.',
    interes: 'Acuarela',
    precio: 32_900,
    minimo: 4,
    ventaWeb: true,
  },
  {
    nombre: 'Block de algodón 300 g, A4',
    sku: 'ACU-BLK-A4',
    descripcion: 'Doce hojas de grano fino, encoladas por dos lados.',
    interes: 'Acuarela',
    precio: 16_900,
    minimo: 6,
    ventaWeb: false,
  },
  {
    nombre: 'Delantal de lona',
    sku: 'GEN-DEL-UN',
    descripcion: 'Lona cruda con tirantes cruzados y dos bolsillos. Talla única.',
    precio: 14_900,
    minimo: 8,
    ventaWeb: true,
  },
  {
    nombre: 'Tarjeta de regalo en caja',
    sku: 'GEN-REG-01',
    descripcion: 'Caja hecha en el taller, con tarjeta para escribir a mano.',
    precio: 4_900,
    minimo: 5,
    ventaWeb: false,
  },
];
