const INICIAL = 64 * 1024;

/**
 * The shared strings of a workbook, in bytes: half a million of them as strings of their own would weigh
 * several times as much.
 */
export class Cadenas {
  #bytes = Buffer.alloc(INICIAL);
  #fines = new Uint32Array(INICIAL / 4);
  #largo = 0;

  get length(): number {
    return this.#largo;
  }

  /** Bytes of all the strings there are. */
  get peso(): number {
    return this.#largo === 0 ? 0 : (this.#fines[this.#largo - 1] ?? 0);
  }

  push(texto: string): void {
    const inicio = this.peso;
    const fin = inicio + Buffer.byteLength(texto);
    if (fin > this.#bytes.length) {
      const mayor = Buffer.alloc(Math.max(fin, this.#bytes.length * 2));
      this.#bytes.copy(mayor);
      this.#bytes = mayor;
    }
    if (this.#largo === this.#fines.length) {
      const mayor = new Uint32Array(this.#largo * 2);
      mayor.set(this.#fines);
      this.#fines = mayor;
    }
    this.#bytes.write(texto, inicio);
    this.#fines[this.#largo++] = fin;
  }

  /** Empty when there is no such string. */
  en(indice: number): string {
    const fin = this.#fines[indice];
    if (indice >= this.#largo || fin === undefined) return '';
    return this.#bytes.toString('utf8', indice === 0 ? 0 : this.#fines[indice - 1], fin);
  }
}
