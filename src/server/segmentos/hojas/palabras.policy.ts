import type { Cuando } from '#contract/condicion.ts';

/** The names of what conditions refer to by id; what is no longer there has none. */
export type Nombres = Record<
  'intereses' | 'talleres' | 'cursos' | 'productos' | 'empresas' | 'campanas',
  ReadonlyMap<number, string>
> & { usuarios: ReadonlyMap<string, string> };

/** Names of things, or that one is no longer there. */
export const nombrados = <K>(ids: readonly K[], nombres: ReadonlyMap<K, string>) =>
  ids.map((id) => nombres.get(id) ?? 'algo que ya no existe');

/** `A, B o C`. */
export const unidos = (partes: readonly string[]) =>
  new Intl.ListFormat('es-CL', { type: 'disjunction' }).format(partes);
/** `A, B y C`. */
export const juntos = (partes: readonly string[]) =>
  new Intl.ListFormat('es-CL', { type: 'conjunction' }).format(partes);

const cifra = (n: number) => n.toLocaleString('es-CL', { useGrouping: 'always' });
const pesos = (n: number) => `$${cifra(n)}`;

export const fecha = (date: string) =>
  new Intl.DateTimeFormat('es-CL', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** `en los últimos 30 días`, `desde el 5 de enero de 2026`. */
export function tellCuando(cuando: Cuando): string {
  if ('ultimosDias' in cuando) {
    return cuando.ultimosDias === 1 ? 'hoy' : `en los últimos ${cifra(cuando.ultimosDias)} días`;
  }
  if ('haceMasDeDias' in cuando) {
    return `hace más de ${cuando.haceMasDeDias === 1 ? 'un día' : `${cifra(cuando.haceMasDeDias)} días`}`;
  }
  const { desde, hasta } = cuando;
  if (desde && hasta) return `entre el ${fecha(desde)} y el ${fecha(hasta)}`;
  return desde ? `desde el ${fecha(desde)}` : `hasta el ${fecha(hasta ?? '')}`;
}

type Limites = { min?: number | undefined; max?: number | undefined };

function tellLimites({ min, max }: Limites, show: (n: number) => string): string | undefined {
  if (min !== undefined && max !== undefined) {
    return min === max ? show(min) : `entre ${show(min)} y ${show(max)}`;
  }
  if (min !== undefined) return `al menos ${show(min)}`;
  return max === undefined ? undefined : `a lo más ${show(max)}`;
}

export const tellPesos = (limites: Limites) => tellLimites(limites, pesos);

/** `al menos 2 veces`, `entre 2 y 5 veces`, `1 vez`. */
export function tellVeces(limites: Limites, one = 'vez', many = 'veces'): string | undefined {
  const numbers = tellLimites(limites, cifra);
  const last = limites.max ?? limites.min;
  return numbers && `${numbers} ${last === 1 ? one : many}`;
}

const verbos = [
  [/^que /, ''],
  [/^con /, 'tienen '],
  [/^sin /, 'no tienen '],
  [/^(?=de |particulares)/, 'son '],
  [/^(?=contactadas|registradas)/, 'fueron '],
  [/^(?=en lista|a cargo)/, 'están '],
] as const;

/** What follows «Personas», to follow «Personas que»: `con teléfono` is `tienen teléfono`; undefined where it cannot. */
export function conVerbo(text: string): string | undefined {
  const found = verbos.find(([begin]) => begin.test(text));
  return found && text.replace(found[0], found[1]);
}

/** Words that are there, with a space between. */
export const words = (...parts: (string | undefined | false)[]) => parts.filter(Boolean).join(' ');
