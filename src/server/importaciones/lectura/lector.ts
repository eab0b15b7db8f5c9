import type { CampoImportacion, Mapeo, OpcionesImportacion } from '#contract/importaciones.ts';
import { leerFecha } from './valores/fecha.ts';
import type { Leido } from './valores/leido.ts';
import { esNada, leerLinea, leerTextoLargo, unaLinea } from './valores/texto.ts';
import { repararTildes } from './valores/tildes.ts';

export type Observacion = { campo: CampoImportacion; mensaje: string };

/** The cells of a row by field, read one field after another; gathers what is wrong and what goes to the notes. */
export class Lector {
  errores: Observacion[] = [];
  readonly avisos: Observacion[] = [];
  readonly #porCampo = new Map<CampoImportacion, string[]>();
  readonly #notas: string[] = [];
  readonly #ilegibles: { campo: CampoImportacion; celda: string }[] = [];
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
      const valor = this.#anotar(campo, celda, leer);
      if (valor !== null) return valor;
    }
    return null;
  }

  lista<T>(campo: CampoImportacion, leer: (celda: string) => Leido<T[]>): T[] {
    const celdas = this.#porCampo.get(campo) ?? [];
    const [unica] = celdas;
    if (unica !== undefined && celdas.length === 1) return this.#anotar(campo, unica, leer) ?? [];
    return [...new Set(celdas.flatMap((celda) => this.#anotar(campo, celda, leer) ?? []))];
  }

  #anotar<T>(campo: CampoImportacion, celda: string, leer: (celda: string) => Leido<T>): T | null {
    const { valor, error, aviso } = leer(celda);
    if (error !== undefined) {
      this.errores.push({ campo, mensaje: error });
      this.#ilegibles.push({ campo, celda });
    }
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

  /** What could not be read of a field becomes avisos, and its text goes to the notes. */
  perdonar(campo: CampoImportacion, titulo: string): void {
    for (const ilegible of this.#ilegibles) {
      if (ilegible.campo === campo) this.#notas.push(`${titulo}: ${unaLinea(ilegible.celda)}`);
    }
    for (const error of this.errores) {
      if (error.campo === campo) {
        this.avisos.push({ campo, mensaje: `${error.mensaje} Queda en las notas.` });
      }
    }
    this.errores = this.errores.filter((error) => error.campo !== campo);
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
