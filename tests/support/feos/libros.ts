import { zip } from './zip.ts';

/** Workbooks as people send them, each with one trap. Written part by part, to hold what writers of XLSX do not make. */

const OFICINA = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PAQUETE = 'http://schemas.openxmlformats.org/package/2006/relationships';

type Partes = {
  hojas: { nombre: string; filas: string; despues?: string; estado?: string }[];
  cadenas?: string;
  formatos?: string;
  /** Of the cells, by number format. */
  estilos?: number[];
  desde1904?: boolean;
};

function libro(
  { hojas, cadenas, formatos = '', estilos = [0], desde1904 }: Partes,
  comprimir = true,
) {
  const relaciones = hojas.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFICINA}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  relaciones.push(
    `<Relationship Id="rId91" Type="${OFICINA}/styles" Target="styles.xml"/>`,
    `<Relationship Id="rId92" Type="${OFICINA}/sharedStrings" Target="/xl/sharedStrings.xml"/>`,
  );
  return zip(
    {
      '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
      '_rels/.rels': `<Relationships xmlns="${PAQUETE}"><Relationship Id="rId1" Type="${OFICINA}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<workbook xmlns:r="${OFICINA}">${desde1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${hojas
        .map(
          ({ nombre, estado }, i) =>
            `<sheet name="${nombre}" sheetId="${i + 1}"${estado ? ` state="${estado}"` : ''} r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relaciones.join('')}</Relationships>`,
      'xl/styles.xml': `<styleSheet><numFmts>${formatos}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${estilos
        .map((id) => `<xf numFmtId="${id}"/>`)
        .join('')}</cellXfs></styleSheet>`,
      ...(cadenas === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${cadenas}</sst>` }),
      ...Object.fromEntries(
        hojas.map(({ filas, despues = '' }, i) => [
          `xl/worksheets/sheet${i + 1}.xml`,
          `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet><sheetData>${filas}</sheetData>${despues}</worksheet>`,
        ]),
      ),
    },
    { comprimir },
  );
}

/** A row of texts written in their cells. */
function fila(numero: number, ...celdas: (string | number)[]): string {
  const dentro = celdas.map((celda, i) => {
    const ref = `${String.fromCharCode(65 + i)}${numero}`;
    if (celda === '') return '';
    if (typeof celda === 'number') return `<c r="${ref}"><v>${celda}</v></c>`;
    if (celda.startsWith('<')) return celda.replace('<c', `<c r="${ref}"`);
    return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${celda.replaceAll('&', '&amp;')}</t></is></c>`;
  });
  return `<row r="${numero}">${dentro.join('')}</row>`;
}

const titulos = fila(1, 'Nombre', 'Correo', 'Celular');

const sencillo = () =>
  libro({
    hojas: [
      { nombre: 'Hoja1', filas: titulos + fila(2, 'Ana & Eva', 'ana@ejemplo.cl', 56987654321) },
    ],
  });

export const libros = {
  sencillo,
  sinComprimir: () =>
    libro(
      {
        hojas: [{ nombre: 'Hoja1', filas: titulos + fila(2, 'Ana', 'ana@ejemplo.cl', 987654321) }],
      },
      false,
    ),
  /** Texts shared, with formats within a cell, phonetics and escapes. */
  cadenasCompartidas: () =>
    libro({
      cadenas:
        '<si><t>Nombre</t></si><si><t>Notas</t></si><si><r><rPr><b/></rPr><t>Ana </t></r><r><t>María</t></r><rPh sb="0" eb="1"><t>アナ</t></rPh></si><si><t>Uno_x000D__x000A_dos &lt;3 &#241;</t></si>',
      hojas: [
        {
          nombre: 'Datos',
          filas:
            '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>',
        },
      ],
    }),
  conPrefijo: () =>
    libro({
      hojas: [
        {
          nombre: 'Hoja1',
          filas: (titulos + fila(2, 'Ana', 'ana@ejemplo.cl')).replace(
            /<(\/?)(row|c|v|is|t)\b/g,
            '<$1x:$2',
          ),
        },
      ],
    }),
  fechasYMontos: () =>
    libro({
      formatos:
        '<numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;$&quot;\\ #,##0"/><numFmt numFmtId="166" formatCode="[$-340A]d&quot; de &quot;mmmm"/>',
      estilos: [0, 14, 164, 165, 9, 22, 166],
      hojas: [
        {
          nombre: 'Ventas',
          filas:
            fila(
              1,
              'Taller',
              'Nombre',
              'Fecha taller',
              'Fecha de pago',
              'Precio',
              'Descuento',
              'Monto pagado',
            ) +
            fila(
              2,
              'Gres',
              'Ana',
              '<c s="1"><v>45724</v></c>',
              '<c s="5"><v>45724.5</v></c>',
              '<c s="3"><v>25000</v></c>',
              '<c s="4"><v>0.1</v></c>',
              '<c s="3"><v>22500.000000000004</v></c>',
            ) +
            fila(
              3,
              'Gres',
              'Eva',
              '<c s="2"><v>45725</v></c>',
              '<c s="6"><v>45726</v></c>',
              '<c t="str"><f>A1</f><v>30.000</v></c>',
              '',
              '<c t="e"><v>#N/A</v></c>',
            ),
        },
      ],
    }),
  desde1904: () =>
    libro({
      desde1904: true,
      estilos: [0, 14],
      hojas: [
        {
          nombre: 'Mac',
          filas:
            fila(1, 'Nombre', 'Fecha de nacimiento') + fila(2, 'Ana', '<c s="1"><v>29676</v></c>'),
        },
      ],
    }),
  serialesComoTexto: () =>
    libro({
      hojas: [
        {
          nombre: 'Hoja1',
          filas:
            fila(1, 'Nombre', 'Fecha de nacimiento') +
            fila(2, 'Ana', 31140) +
            fila(3, 'Eva', '31140'),
        },
      ],
    }),
  numerosLargos: () =>
    libro({
      hojas: [
        {
          nombre: 'Hoja1',
          filas:
            fila(1, 'Nombre', 'Celular', 'RUT') +
            fila(2, 'Ana', '<c><v>5.6987654321E10</v></c>', '<c><v>123456785</v></c>'),
        },
      ],
    }),
  variasHojas: () =>
    libro({
      hojas: [
        { nombre: 'Portada', filas: fila(1, 'Listado 2026') },
        { nombre: 'Escondida', estado: 'hidden', filas: titulos + fila(2, 'No', 'no@ejemplo.cl') },
        { nombre: 'Alumnos &amp; más', filas: titulos + fila(2, 'Ana', 'ana@ejemplo.cl') },
        { nombre: 'Otros', filas: titulos + fila(2, 'Luis', 'luis@ejemplo.cl') },
      ],
    }),
  combinadas: () =>
    libro({
      hojas: [
        {
          nombre: 'Hoja1',
          filas:
            fila(1, 'Inscritos') +
            fila(3, 'Taller', 'Nombre', 'Correo') +
            fila(4, 'Gres', 'Ana', 'ana@ejemplo.cl') +
            fila(5, '', 'Luis', 'luis@ejemplo.cl') +
            '<row r="6" spans="1:3"><c r="A6" s="0"/><c r="B6" s="0"/></row>' +
            fila(7, '', 'Eva', 'eva@ejemplo.cl'),
          despues:
            '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A4:A6"/></mergeCells>',
        },
      ],
    }),
  filasEnBlanco: () =>
    libro({
      hojas: [
        {
          nombre: 'Hoja1',
          filas: `${fila(5, 'Nombre', 'Correo')}<row r="6"/>${fila(9, 'Ana', 'ana@ejemplo.cl')}<row r="1048576"><c r="A1048576"/></row>`,
        },
      ],
    }),
  casillas: () =>
    libro({
      hojas: [
        {
          nombre: 'Hoja1',
          filas: fila(1, 'Nombre', 'Notas') + fila(2, 'Ana', '<c t="b"><v>1</v></c>'),
        },
      ],
    }),

  /** Twenty kilobytes that unfolds into a cell of twenty megabytes. */
  bomba: () =>
    libro({
      hojas: [
        { nombre: 'Hoja1', filas: titulos + fila(2, 'x'.repeat(20_000_000), 'a@ejemplo.cl') },
      ],
    }),
  entidades: () =>
    zip({
      '_rels/.rels': `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Relationships><Relationship Id="rId1" Type="${OFICINA}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    }),
  columnaLejana: () =>
    libro({
      hojas: [{ nombre: 'Hoja1', filas: `${titulos}<row r="2"><c r="XFD2"><v>1</v></c></row>` }],
    }),
  cortado: () => sencillo().subarray(0, 900),
  danado: () => {
    const bytes = sencillo();
    bytes.fill(0xff, 60, 400);
    return bytes;
  },
  sinHojas: () => libro({ hojas: [] }),
} satisfies Record<string, () => Buffer>;
