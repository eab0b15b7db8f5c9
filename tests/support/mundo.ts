import fc from 'fast-check';

/** The local day on which the conditions are asked: some days after the clock jumped over a midnight. */
export const HOY = '2026-09-10';
export const ZONA = 'America/Santiago';

type Row = { id: number };
export type Persona = Row & {
  tipo: 'B2C' | 'B2B';
  nombres: string;
  apellidos: string;
  email: string | null;
  telefono: string | null;
  rut: string | null;
  comuna: string | null;
  origen: 'INSTAGRAM' | 'WEB' | 'REFERIDO';
  origenDetalle: Record<string, string>;
  estado: 'LEAD' | 'PROSPECTO' | 'CLIENTE' | 'INACTIVO';
  empresaId: number | null;
  responsableId: string | null;
  fechaNacimiento: string | null;
  notas: string | null;
  ultimaActividadEn: string | null;
  bloqueadoEn: string | null;
  creadoEn: string;
};
type De = { clienteId: number };
export type Linea = De & {
  clase: 'TALLER' | 'CURSO' | 'PRODUCTO';
  cosa: number;
  cobro: number;
  anulada: boolean;
  creadoEn: string;
};
export type Mundo = {
  personas: Persona[];
  /** What each taller, curso and producto is about, by id; talleres also have a day. */
  cosas: Record<Linea['clase'], Map<number, { interes: number | null; iniciaEn: string }>>;
  intereses: (De & { interesId: number })[];
  cobros: (De & Row & { estado: 'PENDIENTE' | 'ABONADO' | 'PAGADO' | 'ANULADO'; total: number })[];
  pagos: { cobro: number; tipo: 'PAGO' | 'REEMBOLSO'; monto: number; fecha: string }[];
  lineas: Linea[];
  asistencias: { linea: number; estado: 'PRESENTE' | 'AUSENTE' }[];
  esperas: (De & { tallerId: number; estado: 'ESPERANDO' | 'OFRECIDA' | 'RETIRADA' })[];
  resenas: (De & { tallerId: number; estrellas: number; creadoEn: string })[];
  contactos: (De & {
    tipo: 'LLAMADA' | 'WHATSAPP' | 'NOTA';
    resultado: 'INTERESADO' | 'RESUELTO' | null;
    fecha: string;
  })[];
  correos: (De & {
    campanaId: number | null;
    enviadoEn: string | null;
    abiertoEn: string | null;
    clicEn: string | null;
    rebotadoEn: string | null;
  })[];
  consentimientos: (De & { accion: 'OTORGADO' | 'RETIRADO'; ajeno: boolean })[];
  supresiones: string[];
  usuarios: string[];
  cuentas: number[];
};

/** Beginnings of local days and the moments before, near today and at the jumps of the clock; months and years back. */
const INSTANTES = [
  '2026-09-11T03:00:00.000Z',
  '2026-09-11T02:59:59.999Z',
  '2026-09-10T12:00:00.000Z',
  '2026-09-10T03:00:00.000Z',
  '2026-09-10T02:59:59.999Z',
  '2026-09-08T03:00:00.000Z',
  '2026-09-06T04:00:00.000Z',
  '2026-09-06T03:59:59.999Z',
  '2026-09-05T04:00:00.000Z',
  '2026-08-11T04:00:00.000Z',
  '2026-08-11T03:59:59.999Z',
  '2026-04-05T03:30:00.000Z',
  '2026-04-05T02:30:00.000Z',
  '2025-12-31T23:59:00.000Z',
  '2024-02-29T15:00:00.000Z',
];
const instante = fc.constantFrom(...INSTANTES);
const quiza = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const hasta = (n: number) => fc.integer({ min: 1, max: n });

export const N = {
  personas: 40,
  intereses: 4,
  empresas: 2,
  usuarios: 2,
  talleres: 5,
  cursos: 3,
  productos: 3,
  campanas: 3,
};

const persona = (usuarios: string[]) =>
  fc.record({
    nombres: fc.constantFrom('Ana', 'Íñigo', 'María José', 'Jo'),
    apellidos: fc.constantFrom('Muñoz', 'Rojas Ñuñez', ''),
    conEmail: fc.constantFrom('BUENO', 'BUENO', 'BUENO', 'MALO', 'NINGUNO'),
    conRut: fc.boolean(),
    comuna: quiza(fc.constantFrom('13120', '13101', '05101')),
    origen: fc.constantFrom('INSTAGRAM' as const, 'WEB' as const, 'REFERIDO' as const),
    origenDetalle: fc.constantFrom<Record<string, string>>(
      {},
      { utmSource: 'Boletín', utmCampaign: 'invierno-2026' },
      { referidoPor: 'José Muñoz' },
    ),
    estado: fc.constantFrom(
      'LEAD' as const,
      'PROSPECTO' as const,
      'CLIENTE' as const,
      'INACTIVO' as const,
    ),
    empresaId: quiza(hasta(N.empresas)),
    responsableId: quiza(fc.constantFrom(...usuarios)),
    fechaNacimiento: quiza(
      fc.constantFrom(
        '1996-02-29',
        '2008-09-10',
        '2008-09-11',
        '2008-09-09',
        '1990-12-31',
        '1961-01-01',
      ),
    ),
    notas: quiza(fc.constant('Llega tarde')),
    ultimaActividadEn: quiza(instante),
    bloqueadoEn: instante,
    creadoEn: instante,
  });

/** A small business with all that a condition may ask of, and much that is missing; the same for the same seed. */
export function makeMundo(seed: number): Mundo {
  const draw = <T>(of: fc.Arbitrary<T>, n: number, at: number) =>
    fc.sample(of, { numRuns: n, seed: seed * 100 + at });
  const usuarios = draw(fc.uuid({ version: 4 }), N.usuarios, 1);
  const cliente = hasta(N.personas);
  const personas = draw(persona(usuarios), N.personas, 2).map(
    ({ conEmail, conRut, ...rest }, i): Persona => ({
      ...rest,
      id: i + 1,
      tipo: rest.empresaId ? 'B2B' : 'B2C',
      email: { BUENO: `p${i}@correo.cl`, MALO: `p${i} roto@`, NINGUNO: null }[conEmail] ?? null,
      telefono: conEmail === 'NINGUNO' || i % 2 ? `+5691234${1000 + i}` : null,
      rut: conRut ? `${10_000_000 + i}-0` : null,
      bloqueadoEn: i % 7 === 3 ? rest.bloqueadoEn : null,
    }),
  );
  const cosa = fc.record({ interes: quiza(hasta(N.intereses)), iniciaEn: instante });
  const cosas = (n: number, at: number) => new Map(draw(cosa, n, at).map((one, i) => [i + 1, one]));
  const cobros = draw(
    fc.record({
      clienteId: cliente,
      estado: fc.constantFrom(
        'PENDIENTE' as const,
        'ABONADO' as const,
        'PAGADO' as const,
        'ANULADO' as const,
      ),
      total: fc.constantFrom(0, 10_000, 40_000),
    }),
    60,
    3,
  ).map((one, i) => ({ ...one, id: i + 1 }));
  const pagos = draw(
    fc.record({
      cobro: hasta(cobros.length),
      tipo: fc.constantFrom(
        'PAGO' as const,
        'PAGO' as const,
        'PAGO' as const,
        'REEMBOLSO' as const,
      ),
      monto: fc.constantFrom(5_000, 10_000, 30_000),
      fecha: instante,
    }),
    70,
    4,
  ).filter(
    // A refund gives back what was paid before it.
    (pago, i, all) =>
      pago.tipo === 'PAGO' ||
      all
        .slice(0, i)
        .reduce(
          (sum, { cobro, tipo, monto }) =>
            sum + (cobro === pago.cobro ? (tipo === 'PAGO' ? monto : -monto) : 0),
          0,
        ) >= pago.monto,
  );
  const seen = new Set<string>();
  const lineas = draw(
    fc.record({
      clase: fc.constantFrom('TALLER' as const, 'CURSO' as const, 'PRODUCTO' as const),
      cosa: hasta(3),
      cobro: hasta(cobros.length),
      anulada: fc.constantFrom(false, false, true),
      creadoEn: instante,
    }),
    90,
    5,
  ).flatMap((linea) => {
    const clienteId = cobros[linea.cobro - 1]?.clienteId ?? 0;
    const key = `${linea.clase} ${linea.cosa} ${clienteId}`;
    if (!linea.anulada && seen.has(key)) return [];
    if (!linea.anulada) seen.add(key);
    return [{ ...linea, clienteId }];
  });
  const once = <T>(rows: T[], key: (row: T) => string) => [
    ...new Map(rows.map((row) => [key(row), row])).values(),
  ];
  const each = (row: De & { tallerId: number }) => `${row.clienteId} ${row.tallerId}`;
  return {
    personas,
    usuarios,
    cosas: {
      TALLER: cosas(N.talleres, 6),
      CURSO: cosas(N.cursos, 7),
      PRODUCTO: cosas(N.productos, 8),
    },
    intereses: once(
      draw(fc.record({ clienteId: cliente, interesId: hasta(N.intereses) }), 60, 9),
      (row) => `${row.clienteId} ${row.interesId}`,
    ),
    cobros,
    pagos,
    lineas,
    asistencias: once(
      draw(
        fc.record({
          linea: fc.nat(lineas.length - 1),
          estado: fc.constantFrom('PRESENTE' as const, 'AUSENTE' as const),
        }),
        40,
        10,
      ),
      ({ linea }) => String(linea),
    ).filter(({ linea }) => lineas[linea]?.clase === 'TALLER'),
    esperas: once(
      draw(
        fc.record({
          clienteId: cliente,
          tallerId: hasta(N.talleres),
          estado: fc.constantFrom('ESPERANDO' as const, 'RETIRADA' as const),
        }),
        20,
        11,
      ),
      each,
    ),
    resenas: once(
      draw(
        fc.record({
          clienteId: cliente,
          tallerId: hasta(N.talleres),
          estrellas: hasta(5),
          creadoEn: instante,
        }),
        20,
        12,
      ),
      each,
    ),
    contactos: draw(
      fc.record({
        clienteId: cliente,
        tipo: fc.constantFrom('LLAMADA' as const, 'WHATSAPP' as const, 'NOTA' as const),
        resultado: quiza(fc.constantFrom('INTERESADO' as const, 'RESUELTO' as const)),
        fecha: instante,
      }),
      40,
      13,
    ),
    correos: draw(
      fc.record({
        clienteId: cliente,
        campanaId: quiza(hasta(N.campanas)),
        enviadoEn: quiza(instante),
        abiertoEn: quiza(instante),
        clicEn: quiza(instante),
        rebotadoEn: quiza(instante),
      }),
      80,
      14,
    ).filter(
      (row, i, all) =>
        row.campanaId === null ||
        all.findIndex(
          (one) => one.clienteId === row.clienteId && one.campanaId === row.campanaId,
        ) === i,
    ),
    consentimientos: draw(
      fc.record({
        clienteId: cliente,
        accion: fc.constantFrom('OTORGADO' as const, 'OTORGADO' as const, 'RETIRADO' as const),
        ajeno: fc.constantFrom(false, false, false, true),
      }),
      50,
      15,
    ),
    supresiones: personas.flatMap(({ email }, i) => (email && i % 9 === 4 ? [email] : [])),
    cuentas: personas.flatMap(({ id, email }) => (email && id % 6 === 0 ? [id] : [])),
  };
}
