import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP with the parts given, as a spreadsheet is within. */
export function zip(partes: Record<string, string | Buffer>, { comprimir = true } = {}): Buffer {
  const locales: Buffer[] = [];
  const centrales: Buffer[] = [];
  let en = 0;
  for (const [nombre, contenido] of Object.entries(partes)) {
    const datos = Buffer.from(contenido);
    const cuerpo = comprimir ? deflateRawSync(datos) : datos;
    const comun = Buffer.alloc(26);
    comun.writeUInt16LE(20, 0);
    comun.writeUInt16LE(0x0800, 2);
    comun.writeUInt16LE(comprimir ? 8 : 0, 4);
    comun.writeUInt32LE(crc32(datos), 10);
    comun.writeUInt32LE(cuerpo.length, 14);
    comun.writeUInt32LE(datos.length, 18);
    comun.writeUInt16LE(Buffer.byteLength(nombre), 22);
    locales.push(firma(0x04034b50), comun, Buffer.from(nombre), cuerpo);
    const resto = Buffer.alloc(14);
    resto.writeUInt32LE(en, 10);
    centrales.push(firma(0x02014b50), Buffer.from([20, 0]), comun, resto, Buffer.from(nombre));
    en += 30 + Buffer.byteLength(nombre) + cuerpo.length;
  }
  const central = Buffer.concat(centrales);
  const fin = Buffer.alloc(18);
  fin.writeUInt16LE(Object.keys(partes).length, 4);
  fin.writeUInt16LE(Object.keys(partes).length, 6);
  fin.writeUInt32LE(central.length, 8);
  fin.writeUInt32LE(en, 12);
  return Buffer.concat([...locales, central, firma(0x06054b50), fin]);
}

function firma(numero: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(numero);
  return bytes;
}
