/** Text files as people send them, each with one trap. */

const lineas = (...filas: string[]) => filas.join('\r\n');
const utf8 = (texto: string) => Buffer.from(texto, 'utf8');

const sencilla = lineas(
  'Nombre;Apellidos;Correo;Comuna',
  'José;Muñoz Pérez;jose@ejemplo.cl;Ñuñoa',
  'María;Núñez;maria@ejemplo.cl;Peñalolén',
);

export const textos = {
  utf8ConMarca: () => utf8(`\ufeff${sencilla}`),
  utf8SinMarca: () => utf8(sencilla),
  windows1252: () => Buffer.from(sencilla, 'latin1'),
  /** The first letter beyond ASCII comes far from the beginning. */
  windows1252Tarde: () =>
    Buffer.from(
      lineas(
        'Nombre;Correo',
        ...Array.from({ length: 30_000 }, (_, i) => `Persona;persona${i}@ejemplo.cl`),
        'Begoña;begona@ejemplo.cl',
      ),
      'latin1',
    ),
  utf16ConMarca: () => Buffer.from(`\ufeff${sencilla.replaceAll(';', '\t')}`, 'utf16le'),
  utf16SinMarca: () => Buffer.from(sencilla, 'utf16le'),
  utf16AlReves: () => Buffer.from(`\ufeff${sencilla}`, 'utf16le').swap16(),

  comas: () =>
    utf8(
      lineas(
        'Nombre,Correo,Notas',
        'Ana,ana@ejemplo.cl,"Vino; quiere volver"',
        'Luis,luis@ejemplo.cl,',
      ),
    ),
  tabuladores: () => utf8(lineas('Nombre\tCorreo', 'Ana, la del martes\tana@ejemplo.cl')),
  barras: () => utf8(lineas('Nombre|Correo|Fono', 'Ana|ana@ejemplo.cl|987654321')),
  /** Every row has as many commas as semicolons. */
  puntoYComaConComas: () =>
    utf8(lineas('Nombre;Intereses', 'Ana;Gres, torno', 'Luis;Telar, crochet', 'Eva;Torno, raku')),
  lineaSep: () => utf8(lineas('sep=;', 'Nombre;Correo', 'Ana;ana@ejemplo.cl')),
  unaColumna: () => utf8(lineas('ana@ejemplo.cl', 'luis@ejemplo.cl', 'eva@ejemplo.cl')),

  saltosEnComillas: () =>
    utf8(
      'Nombre;Notas;Correo\r\nAna;"Línea uno\r\nlínea ""dos"";\nfin";ana@ejemplo.cl\r\nLuis;;luis@ejemplo.cl\r\n',
    ),
  comillasSueltas: () =>
    utf8(lineas('Nombre;Apellidos;Correo', '"Pancho" Francisco;12" Torno;p@ejemplo.cl')),
  comillaSinCerrar: () =>
    utf8(
      lineas('Nombre;Correo', 'Ana;ana@ejemplo.cl', '"Luis;luis@ejemplo.cl', 'Eva;eva@ejemplo.cl'),
    ),
  saltosMezclados: () =>
    utf8('Nombre;Correo\nAna;ana@ejemplo.cl\r\nLuis;luis@ejemplo.cl\rEva;eva@ejemplo.cl'),

  titulosYTotales: () =>
    utf8(
      lineas(
        'Taller Muy Manual;;;',
        'Listado de alumnos al 03-03-2026;;;',
        ';;;',
        'Nombre;Apellidos;Correo;Pagado',
        'Ana;Soto;ana@ejemplo.cl;25.000',
        ';;;',
        'Luis;Rojas;luis@ejemplo.cl;30.000',
        ';;;',
        'TOTAL;;;55.000',
        'Generado por planilla;;;',
      ),
    ),
  /** «Total» is also a name. */
  totalQueNoEs: () =>
    utf8(lineas('Empresa;Correo', 'Total Gym;total@ejemplo.cl', 'Otra;otra@ejemplo.cl')),
  subtotalAlMedio: () =>
    utf8(lineas('Nombre;Pagado', 'Ana;10.000', 'Total marzo;10.000', 'Luis;5.000', 'Total;15.000')),
  titulosRepetidosAbajo: () =>
    utf8(lineas('Nombre;Correo', 'Ana;ana@ejemplo.cl', 'Nombre;Correo', 'Luis;luis@ejemplo.cl')),
  sinTitulos: () => utf8(lineas('Ana;ana@ejemplo.cl;987654321', 'Luis;luis@ejemplo.cl;912345678')),
  titulosVaciosYRepetidos: () =>
    utf8(lineas('Nombre;;Correo;Correo;', 'Ana;VIP;ana@ejemplo.cl;ana2@ejemplo.cl;')),
  titulosEnDosFilas: () =>
    utf8(
      lineas(
        'Datos personales;;Contacto;',
        'Nombre;Apellidos;Correo;Fono',
        'Ana;Soto;ana@ejemplo.cl;987654321',
      ),
    ),
  celdasDeMas: () =>
    utf8(lineas('Nombre;Correo', 'Ana;ana@ejemplo.cl;sobra', 'Luis;luis@ejemplo.cl;;;')),

  mojibake: () =>
    utf8(lineas('Nombre;Apellidos;Comuna', 'JosÃ©;MuÃ±oz;Ã‘uÃ±oa', 'MarÃ­a;NÃºÃ±ez;PeÃ±alolÃ©n')),
  letrasPerdidas: () => utf8(lineas('Nombre;Correo', 'Jos\ufffd;jose@ejemplo.cl')),
  invisibles: () =>
    utf8(
      lineas(
        '\u200bNombre;Correo\u00a0',
        '\u00a0Ana\u200b  María\u00a0;\u200bana@ejemplo.cl\u00a0',
        'Lu\u0000is;luis@ejemplo.cl',
      ),
    ),

  telefonos: () =>
    utf8(
      lineas(
        'Nombre;Celular',
        'A;5.69E+10',
        'B;5,6987654321E+10',
        'C;+56 9 8765 4321',
        'D;98765432',
        'E;09 8765 4321',
        'F;56987654321.0',
        'G;987654321 / 912345678',
        'H;Cel: 9-8765-4321 (mamá)',
        'I;no tiene',
        "J;'+56987654321",
        'K;(2) 2345 6789',
      ),
    ),
  ruts: () =>
    utf8(
      lineas(
        'Nombre;RUT',
        'A;12345678-5',
        'B;123456785',
        'C;12.345.678-5',
        'D;12345678',
        'E;9.876.543-K',
        'F;6-k',
        'G;s/i',
        'H;RUT: 12.345.678–5',
      ),
    ),
  correos: () =>
    utf8(
      lineas(
        'Nombre;E-mail',
        'A;ANA@Ejemplo.CL.',
        'B;mailto:luis@ejemplo.cl',
        'C;"eva@ejemplo.cl; eva.dos@ejemplo.cl"',
        'D;Eva Díaz <eva@ejemplo.cl>',
        'E;juan @ ejemplo.cl',
        'F;pedro@ejemplo',
        'G;-',
        'H;bien@ejemplo.cl / mal@',
      ),
    ),
  fechas: () =>
    utf8(
      lineas(
        'Nombre;Fecha de nacimiento',
        'A;03/04/1985',
        'B;3-4-85',
        'C;1985-04-03',
        'D;3 de abril de 1985',
        'E;03-abr-85',
        'F;31140',
        'G;31/02/1985',
        'H;04/25/1985',
        'I;03/04/1985 12:30',
        'J;lunes 3 de abril de 1985',
        'K;00/00/0000',
        'L;05.12.07',
        'M;03/04/2030',
      ),
    ),
  montos: () =>
    utf8(
      lineas(
        'Taller;Nombre;Monto pagado',
        'Gres;A;$ 25.000',
        'Gres;B;25.000,00',
        'Gres;C;"25,000"',
        'Gres;D;25 mil',
        'Gres;E;gratis',
        'Gres;F;$25.000.-',
        'Gres;G;25000.00',
        'Gres;H;25,5',
        'Gres;I;-3000',
        'Gres;J;$ -',
        'Gres;K;2.5E+04',
      ),
    ),
  comunas: () =>
    utf8(
      lineas(
        'Nombre;Comuna',
        'A;Stgo',
        'B;Nunoa',
        'C;VIÑA DEL MAR',
        'D;Ñuñoa, Santiago',
        'E;8101',
        'F;Narnia',
        'G;Comuna de Maipú',
      ),
    ),

  woocommerce: () =>
    utf8(
      [
        'Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Email (Billing),Phone (Billing),City (Billing),Payment Method Title,Item Name,Quantity,Item Cost,Order Total Amount',
        '1024,Completed,2025-03-08 10:22,Ana,Soto,ana@ejemplo.cl,+56987654321,Providencia,Webpay Plus,"Torno, nivel 1",1,45000,45000',
        '1025,Cancelled,2025-03-09 18:01,Luis,Rojas,luis@ejemplo.cl,912345678,Maipú,Transferencia bancaria directa,Esmaltes,2,30000,60000',
      ].join('\n'),
    ),
  mailchimp: () =>
    utf8(
      [
        '"Email Address","First Name","Last Name",Address,"Phone Number",MEMBER_RATING,OPTIN_TIME,TAGS',
        'ana@ejemplo.cl,Ana,Soto,,+56987654321,4,"2021-05-03 14:22:10","""ceramica"",""torno"""',
      ].join('\n'),
    ),
  formulario: () =>
    utf8(
      lineas(
        'Marca temporal,Dirección de correo electrónico,Nombre y apellido,Número de WhatsApp,¿Cómo nos conociste?,Comentarios',
        '3/11/2025 18:03:22,ana@ejemplo.cl,Ana Soto,987654321,Por una amiga,',
        '4/11/2025 09:10:01,luis@ejemplo.cl,Luis Rojas,912345678,Instagram,Hola',
      ),
    ),
  formulas: () =>
    utf8(lineas('Nombre;Notas', `Ana;'=HYPERLINK("http://malo")`, "Luis;'+56 9 8765 4321")),
  celdaEnorme: () => utf8(lineas('Nombre;Notas', `Ana;${'x'.repeat(3_000_000)}`, 'Luis;')),
  columnasSinFin: () => utf8(lineas('Nombre;Correo', `Ana;${';x'.repeat(5000)}`)),
  soloTitulos: () => utf8('Nombre;Correo\r\n'),
  soloBlancos: () => utf8('\r\n ; ;\r\n'),
  emojis: () => utf8(lineas('Nombre;Notas', 'Ana 🌸;Quiere 👩‍🎨 y ☕')),
} satisfies Record<string, () => Buffer>;
