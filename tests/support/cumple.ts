import { z } from 'zod';
import type { Condicion, Cuando, Hoja } from '#contract/condicion.ts';
import { foldText, searchTerms } from '#server/core/text.ts';
import { HOY, type Linea, type Mundo, type Persona, ZONA } from './mundo.ts';

const dia = new Intl.DateTimeFormat('en-CA', { timeZone: ZONA, dateStyle: 'short' });
const local = (instant: string) => dia.format(new Date(instant));
const dias = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function en(instant: string | null | undefined, cuando: Cuando | undefined): boolean {
  if (!instant) return false;
  if (!cuando) return true;
  const date = local(instant);
  const ago = dias(date, HOY);
  if ('ultimosDias' in cuando) return ago >= 0 && ago < cuando.ultimosDias;
  if ('haceMasDeDias' in cuando) return ago > cuando.haceMasDeDias;
  return date >= (cuando.desde ?? '') && date <= (cuando.hasta ?? '9999');
}

type Limites = { min?: number | undefined; max?: number | undefined };
const entre = (n: number, { min = -Infinity, max = Infinity }: Limites) => n >= min && n <= max;
const uno = <T>(value: T, of: readonly T[] | undefined) => !of?.length || of.includes(value);

function edad(nacimiento: string): number {
  const years = Number(HOY.slice(0, 4)) - Number(nacimiento.slice(0, 4));
  return HOY.slice(5) >= nacimiento.slice(5) ? years : years - 1;
}

const NOMBRADAS = { TALLER: 'talleres', CURSO: 'cursos', PRODUCTO: 'productos' } as const;

function compro(mundo: Mundo, persona: Persona, hoja: Extract<Hoja, { campo: 'compra' }>): boolean {
  const { de = {}, estados, cuando, veces } = hoja;
  const narrows = [de.talleres, de.cursos, de.productos, de.intereses].some((ids) => ids?.length);
  const wanted = ({ clase, cosa }: Linea) => {
    const interes = mundo.cosas[clase].get(cosa)?.interes;
    return (
      uno(clase, de.clases) &&
      (!narrows ||
        Boolean(de[NOMBRADAS[clase]]?.includes(cosa)) ||
        Boolean(interes && de.intereses?.includes(interes)))
    );
  };
  const lines = mundo.lineas.filter(
    (line) =>
      line.clienteId === persona.id &&
      !line.anulada &&
      wanted(line) &&
      uno(mundo.cobros[line.cobro - 1]?.estado, estados as string[] | undefined) &&
      en(line.creadoEn, cuando),
  );
  const sales = new Set(lines.map(({ cobro }) => cobro)).size;
  return sales > 0 && (!veces || entre(sales, veces));
}

function recibe(mundo: Mundo, { id, email, bloqueadoEn }: Persona): boolean {
  const last = mundo.consentimientos.filter((one) => one.clienteId === id && !one.ajeno).at(-1);
  return (
    z.email().safeParse(email).success &&
    !bloqueadoEn &&
    !mundo.supresiones.includes(email ?? '') &&
    last?.accion === 'OTORGADO'
  );
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

function hoja(mundo: Mundo, persona: Persona, h: Hoja): boolean {
  const mine = <T extends { clienteId: number }>(rows: T[]) =>
    rows.filter((row) => row.clienteId === persona.id);
  switch (h.campo) {
    case 'texto': {
      const { nombres, apellidos, email, telefono, rut } = persona;
      const all = [
        '',
        nombres,
        apellidos,
        email ?? '',
        telefono ?? '',
        rut ?? '',
        rut?.replace('-', '') ?? '',
      ];
      return searchTerms(h.contiene).every((term) => foldText(all.join(' ')).includes(term));
    }
    case 'estado':
      return h.en.includes(persona.estado);
    case 'tipo':
      return persona.tipo === h.es;
    case 'interes': {
      const has = (id: number) => mine(mundo.intereses).some(({ interesId }) => interesId === id);
      return h.modo === 'TODOS' ? h.intereses.every(has) : h.intereses.some(has);
    }
    case 'origen':
      return h.en.includes(persona.origen);
    case 'utm':
      return foldText(persona.origenDetalle[h.parte] ?? '').includes(foldText(h.contiene));
    case 'comuna':
      return persona.comuna !== null && h.en.includes(persona.comuna);
    case 'region':
      return persona.comuna !== null && h.en.includes(persona.comuna.slice(0, 2));
    case 'empresa':
      return persona.empresaId !== null && h.empresas.includes(persona.empresaId);
    case 'responsable':
      return h.en.includes(persona.responsableId);
    case 'tiene':
      return h.dato === 'cuentaPortal'
        ? mundo.cuentas.includes(persona.id)
        : persona[h.dato] !== null;
    case 'capturado':
      return en(persona.creadoEn, h.cuando);
    case 'cumpleanos':
      return h.meses.includes(Number(persona.fechaNacimiento?.slice(5, 7)));
    case 'edad':
      return persona.fechaNacimiento !== null && entre(edad(persona.fechaNacimiento), h);
    case 'recibeNovedades':
      return recibe(mundo, persona);
    case 'actividad':
      return en(persona.ultimaActividadEn, h.cuando);
    case 'compra':
      return compro(mundo, persona, h);
    case 'gasto': {
      const sales = mine(mundo.cobros).map(({ id }) => id);
      const moved = mundo.pagos.filter(
        ({ cobro, fecha }) => sales.includes(cobro) && en(fecha, h.cuando),
      );
      return entre(sum(moved.map(({ tipo, monto }) => (tipo === 'PAGO' ? monto : -monto))), h);
    }
    case 'saldo': {
      const owed = mine(mundo.cobros)
        .filter(({ estado }) => estado === 'PENDIENTE' || estado === 'ABONADO')
        .map(({ id, total }) => {
          const moved = mundo.pagos.filter(({ cobro }) => cobro === id);
          return Math.max(
            0,
            total - sum(moved.map(({ tipo, monto }) => (tipo === 'PAGO' ? monto : -monto))),
          );
        });
      return entre(sum(owed), h);
    }
    case 'asistencia':
      return mundo.asistencias.some(({ linea, estado }) => {
        const line = mundo.lineas[linea];
        return (
          line?.clienteId === persona.id &&
          !line.anulada &&
          estado === h.estado &&
          uno(line.cosa, h.talleres) &&
          en(mundo.cosas.TALLER.get(line.cosa)?.iniciaEn, h.cuando)
        );
      });
    case 'espera':
      return mine(mundo.esperas).some(
        ({ tallerId, estado }) => estado !== 'RETIRADA' && uno(tallerId, h.talleres),
      );
    case 'resena':
      return mine(mundo.resenas).some(
        ({ estrellas, creadoEn }) => entre(estrellas, h) && en(creadoEn, h.cuando),
      );
    case 'contacto':
      return mine(mundo.contactos).some(
        ({ tipo, resultado, fecha }) =>
          (h.tipos?.length ? h.tipos.includes(tipo) : tipo !== 'NOTA') &&
          (!h.resultados?.length || (resultado !== null && h.resultados.includes(resultado))) &&
          en(fecha, h.cuando),
      );
    case 'correo': {
      const at = {
        RECIBIDO: 'enviadoEn',
        ABIERTO: 'abiertoEn',
        CLIC: 'clicEn',
        REBOTADO: 'rebotadoEn',
      } as const;
      const n = mine(mundo.correos).filter(
        (correo) =>
          en(correo[at[h.evento]], h.cuando) &&
          (h.evento !== 'RECIBIDO' || correo.rebotadoEn === null) &&
          uno<number | null>(correo.campanaId, h.campanas),
      ).length;
      return n > 0 && (!h.veces || entre(n, h.veces));
    }
  }
}

/** Whether a person meets a condition, told from plain objects: what the database must say too. */
export function cumple(mundo: Mundo, persona: Persona, condicion: Condicion): boolean {
  if ('y' in condicion) return condicion.y.every((one) => cumple(mundo, persona, one));
  if ('o' in condicion) return condicion.o.some((one) => cumple(mundo, persona, one));
  if ('no' in condicion) return !cumple(mundo, persona, condicion.no);
  return hoja(mundo, persona, condicion);
}
