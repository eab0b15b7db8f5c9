import { describe, expect, it } from 'vitest';
import type { ReservaPublica } from '#contract/publico.ts';
import { aboutPurchase, type Linea, sentence } from './compra.ts';
import { statusOf } from './status.ts';

const zona = 'America/Santiago';
const ahead = { iniciaEn: '2999-12-05T13:00:00.000Z', terminaEn: '2999-12-05T16:00:00.000Z', zona };
const place = { lugar: null, direccion: null, comuna: null };

function linea(tipo: Linea['tipo'], over: Partial<Linea> = {}): Linea {
  return {
    tipo,
    titulo: tipo.toLowerCase(),
    cantidad: 1,
    total: 1000,
    anulada: false,
    taller:
      tipo === 'TALLER'
        ? { slug: 'taller', titulo: 'taller', modalidad: 'PRESENCIAL', ...place, ...ahead }
        : null,
    cursoSlug: tipo === 'CURSO' ? 'curso' : null,
    entrega: tipo === 'PRODUCTO' ? 'POR_ENTREGAR' : null,
    entregaNota: null,
    ...over,
  };
}

function reserva(lineas: Linea[], over: Partial<ReservaPublica> = {}): ReservaPublica {
  return {
    codigo: 'ABCD-1234',
    estado: 'PENDIENTE',
    lineas,
    total: 1000,
    pagado: 0,
    saldo: 1000,
    venceEn: null,
    vencida: false,
    comprobante: null,
    transferencia: null,
    instruccionesPago: null,
    whatsapp: null,
    ...over,
  };
}

describe('what was bought, in words that agree', () => {
  it.each([
    [[linea('TALLER')], 'Tu cupo está reservado'],
    [[linea('TALLER', { cantidad: 3 })], 'Tus 3 cupos están reservados'],
    [[linea('CURSO')], 'Tu curso está reservado'],
    [[linea('PRODUCTO', { cantidad: 2 })], 'Tus productos están reservados'],
    [[linea('TALLER'), linea('PRODUCTO')], 'Tu compra está reservada'],
    [[linea('TALLER'), linea('PRODUCTO', { anulada: true })], 'Tu cupo está reservado'],
  ])('%#', (lineas, words) => {
    expect(sentence(reserva(lineas), 'reservado')).toBe(words);
  });

  it('names every line that stands', () => {
    const text = aboutPurchase(
      reserva([linea('TALLER'), linea('CURSO', { anulada: true }), linea('PRODUCTO')]),
    );
    expect(text).toBe('«taller» (jueves 5 de diciembre de 2999, 10:00–13:00), «producto»');
  });
});

describe('what its buyer has to do', () => {
  it('is to pay before the hold ends, by the clock of the workshop', () => {
    const venceEn = '2999-12-01T14:00:00.000Z';
    const { word, text } = statusOf(reserva([linea('TALLER')], { venceEn }));
    expect(word).toBe('Por pagar');
    expect(text).toContain('transfiere $1.000 antes del domingo 1 de diciembre de 2999, 11:00');
  });

  it('is to enrol again when it ran out and the workshop is still to come', () => {
    const gone = { vencida: true, estado: 'ANULADO' } as const;
    expect(statusOf(reserva([linea('TALLER')], gone)).text).toContain('inscribirte de nuevo');
    expect(statusOf(reserva([linea('CURSO')], gone)).text).not.toContain('cupo');
  });

  it('is to write when money was left in it', () => {
    const { text } = statusOf(reserva([linea('CURSO')], { estado: 'ANULADO', pagado: 500 }));
    expect(text).toContain('dinero a tu favor');
  });

  it('is nothing when it is paid', () => {
    const paid = { estado: 'PAGADO', pagado: 1000, saldo: 0 } as const;
    expect(statusOf(reserva([linea('TALLER')], paid)).text).toBe(
      'Recibimos tu pago completo. Te esperamos.',
    );
    expect(statusOf(reserva([linea('CURSO')], paid)).text).toBe(
      'Recibimos tu pago completo. Gracias.',
    );
  });
});
