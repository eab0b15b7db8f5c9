import { zip } from './zip.ts';

/** Files that are no spreadsheet, or not one that is read, whatever their name says. */
export const ajenos = {
  pdf: () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj', 'latin1'),
  excelAntiguo: () => Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'),
  imagen: () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
  paginaWeb: () =>
    Buffer.from('\ufeff\n<html><body><table><tr><td>Ana</td></tr></table></body></html>'),
  vacio: () => Buffer.alloc(0),
  comprimido: () => zip({ 'clientes.csv': 'Nombre;Correo' }),
  documento: () =>
    zip({
      '_rels/.rels':
        '<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': '<document/>',
    }),
  libreOffice: () =>
    zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
  binario: () =>
    zip({
      '_rels/.rels':
        '<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
    }),
  bytesAlAzar: () => Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)),
  json: () => Buffer.from('[{"nombre":"Ana"}]'),
} satisfies Record<string, () => Buffer>;
