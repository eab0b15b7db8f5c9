import type { Origen } from '#contract/clientes.ts';
import type { Medio } from '#contract/cobros.ts';
import type { CampoImportacion, Mapeo, OpcionesImportacion } from '#contract/importaciones.ts';
import { leerComuna } from './valores/comuna.ts';
import { leerCorreos, leerRut, leerTelefonos } from './valores/contacto.ts';
import { leerFecha } from './valores/fecha.ts';
import type { Leido } from './valores/leido.ts';
import { leerCantidad, leerMonto, leerPorcentaje } from './valores/monto.ts';
import { type EstadoPagoLeido, leerEstadoPago, leerMedio, leerOrigen } from './valores/palabras.ts';
import { esNada, leerLinea, leerLista, leerTextoLargo, unaLinea } from './valores/texto.ts';
import { repararTildes } from './valores/tildes.ts';

/** A row in the terms of the product; what is null was not said. */
export type FilaImportada = {
  /** With `nombreCompleto` in it whole when that is the column there is. */
  nombres: string | null;
  apellidos: string | null;
  email: string | null;
  /** E.164. */
  telefono: string | null;
  /** `12345678-5`. */
  rut: string | null;
  /** Dates are `YYYY-MM-DD`. */
  fechaNacimiento: string | null;
  /** CUT code. */
  comuna: string | null;
  origen: Origen | null;
  /** Names, as written. */
  intereses: string[];
  empresa: string | null;
  /** With what did not fit elsewhere: further emails and phones, comunas and origins we do not know. */
  notas: string | null;
  fechaCaptura: string | null;
  taller: string | null;
  fechaTaller: string | null;
  cantidad: number | null;
  /** Whole pesos. */
  precio: number | null;
  descuento: number | null;
  pagado: number | null;
  fechaPago: string | null;
  medio: Medio | null;
  referencia: string | null;
  /** What the column of the payment's state says: paid, owed, or undone. */
  estadoPago: EstadoPagoLeido | null;
};

export type Observacion = { campo: CampoImportacion; mensaje: string };

export type FilaNormalizada = {
  valores: FilaImportada;
  errores: Observacion[];
  avisos: Observacion[];
};

const MAX_CUPOS = 1000;

/**
 * Reads the cells of a row into fields. Pure: looks at nothing but the row. A cell that cannot be read is
 * an error of its field, said in Spanish with what to do; a row that lacks a name or any way to know whose
 * it is raises none here, for who is in the base already needs less. Where two columns go to one field,
 * names and notes are joined and of the rest the first that says something counts.
 * @param hoy local date of the business: births, captures and payments are not later.
 */
export function leerFila(
  celdas: string[],
  mapeo: Mapeo,
  opciones: OpcionesImportacion,
  hoy: string,
): FilaNormalizada {
  const lector = new Lector(celdas, mapeo, opciones, hoy);
  const correos = lector.lista('email', leerCorreos);
  const telefonos = lector.lista('telefono', leerTelefonos);
  const nombreCompleto = lector.linea('nombreCompleto', 80);
  const precio = lector.uno('precio', leerMonto);
  const cantidad = lector.uno('cantidad', (celda) => leerCantidad(celda, MAX_CUPOS));
  const valores: FilaImportada = {
    nombres: lector.linea('nombres', 80) ?? nombreCompleto,
    apellidos: lector.linea('apellidos', 80),
    email: correos[0] ?? null,
    telefono: telefonos[0] ?? null,
    rut: lector.uno('rut', leerRut),
    fechaNacimiento: lector.pasada('fechaNacimiento'),
    comuna: lector.oNota('comuna', 'Comuna', leerComuna),
    origen: lector.oNota('origen', 'Origen', leerOrigen),
    intereses: lector.lista('intereses', (celda) => leerLista(celda, 60)),
    empresa: lector.linea('empresa', 160),
    fechaCaptura: lector.pasada('fechaCaptura'),
    taller: lector.linea('taller', 140),
    fechaTaller: lector.fecha('fechaTaller'),
    cantidad,
    precio,
    descuento: lector.uno('descuento', (celda) => leerDescuento(celda, precio, cantidad)),
    pagado: lector.uno('pagado', leerMonto),
    fechaPago: lector.pasada('fechaPago'),
    medio: lector.uno('medio', leerMedio),
    referencia: lector.linea('referencia', 80),
    estadoPago: lector.uno('estadoPago', leerEstadoPago),
    notas: null,
  };
  lector.sobrantes('email', 'Otro correo', correos);
  lector.sobrantes('telefono', 'Otro teléfono', telefonos);
  valores.notas = lector.notas();
  return { valores, errores: lector.errores, avisos: lector.avisos };
}

function leerDescuento(
  celda: string,
  precio: number | null,
  cantidad: number | null,
): Leido<number> {
  const parte = leerPorcentaje(celda);
  if (parte === undefined) return leerMonto(celda);
  if (precio === null)
    return { valor: null, error: 'Un descuento en porcentaje necesita el precio.' };
  return { valor: Math.round(precio * (cantidad ?? 1) * parte) };
}

class Lector {
  readonly errores: Observacion[] = [];
  readonly avisos: Observacion[] = [];
  readonly #porCampo = new Map<CampoImportacion, string[]>();
  readonly #notas: string[] = [];
  readonly #opciones: OpcionesImportacion;
  readonly #hoy: string;

  constructor(celdas: string[], mapeo: Mapeo, opciones: OpcionesImportacion, hoy: string) {
    this.#opciones = opciones;
    this.#hoy = hoy;
    for (const { indice, campo } of mapeo) {
      const escrita = celdas[indice] ?? '';
      if (escrita === '') continue;
      const celda = opciones.repararTildes ? repararTildes(escrita) : escrita;
      if (celda.includes('\ufffd')) {
        this.avisos.push({ campo, mensaje: 'Tiene letras perdidas (�): revisa la codificación.' });
      }
      const otras = this.#porCampo.get(campo);
      if (otras) otras.push(celda);
      else this.#porCampo.set(campo, [celda]);
    }
  }

  uno<T>(campo: CampoImportacion, leer: (celda: string) => Leido<T>): T | null {
    for (const celda of this.#porCampo.get(campo) ?? []) {
      const valor = this.#anotar(campo, leer(celda));
      if (valor !== null) return valor;
    }
    return null;
  }

  lista<T>(campo: CampoImportacion, leer: (celda: string) => Leido<T[]>): T[] {
    const celdas = this.#porCampo.get(campo) ?? [];
    const [unica] = celdas;
    if (unica !== undefined && celdas.length === 1) return this.#anotar(campo, leer(unica)) ?? [];
    return [...new Set(celdas.flatMap((celda) => this.#anotar(campo, leer(celda)) ?? []))];
  }

  #anotar<T>(campo: CampoImportacion, { valor, error, aviso }: Leido<T>): T | null {
    if (error !== undefined) this.errores.push({ campo, mensaje: error });
    if (aviso !== undefined) this.avisos.push({ campo, mensaje: aviso });
    return valor;
  }

  linea(campo: CampoImportacion, max: number): string | null {
    const celdas = this.#porCampo.get(campo);
    if (celdas === undefined) return null;
    const { valor, error } = leerLinea(celdas.join(' '), max);
    if (error !== undefined) this.errores.push({ campo, mensaje: error });
    return valor;
  }

  fecha(campo: CampoImportacion): string | null {
    return this.uno(campo, (celda) => leerFecha(celda, this.#opciones.fechas ?? 'DMA', this.#hoy));
  }

  pasada(campo: CampoImportacion): string | null {
    const fecha = this.fecha(campo);
    if (fecha === null || fecha <= this.#hoy) return fecha;
    this.errores.push({ campo, mensaje: `La fecha ${enChileno(fecha)} aún no llega.` });
    return null;
  }

  oNota<T>(campo: CampoImportacion, titulo: string, leer: (celda: string) => Leido<T>): T | null {
    const valor = this.uno(campo, leer);
    const escrito = unaLinea(this.#porCampo.get(campo)?.[0] ?? '');
    if (valor === null && !esNada(escrito)) this.#notas.push(`${titulo}: ${escrito}`);
    return valor;
  }

  sobrantes(campo: CampoImportacion, titulo: string, [primero, ...otros]: string[]): void {
    if (primero === undefined || otros.length === 0) return;
    this.#notas.push(...otros.map((otro) => `${titulo}: ${otro}`));
    this.avisos.push({
      campo,
      mensaje: `Hay más de uno: usamos ${primero} y el resto queda en las notas.`,
    });
  }

  notas(): string | null {
    const texto = [...(this.#porCampo.get('notas') ?? []), ...this.#notas].join('\n');
    const { valor, error } = leerTextoLargo(texto, 5000);
    if (error !== undefined) this.errores.push({ campo: 'notas', mensaje: error });
    return valor;
  }
}

function enChileno(fecha: string): string {
  return fecha.split('-').reverse().join('-');
}
