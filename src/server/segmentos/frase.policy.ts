import type { Condicion } from '#contract/condicion.ts';
import { tellHoja } from './hojas/frase.policy.ts';
import { conVerbo, type Nombres } from './hojas/palabras.policy.ts';

/** A condition as people say it: `Personas con interés en Cerámica, que no compraron «Gres».` */
export function tellCondicion(condicion: Condicion, nombres: Nombres): string {
  const simple = simplify(condicion);
  if ('y' in simple && simple.y.length === 0) return 'Todas las personas.';
  if ('no' in simple && 'y' in simple.no && simple.no.y.length === 0) return 'Ninguna persona.';
  const text =
    'y' in simple
      ? tellTodas(simple.y, nombres)
      : 'o' in simple
        ? simple.o.map((one) => tell(one, nombres)).join(' o ')
        : tell(simple, nombres);
  return `Personas ${text}.`;
}

/** Without groups of one, groups that say nothing, and groups within others of their kind. */
function simplify(condicion: Condicion): Condicion {
  if ('y' in condicion) {
    const y = condicion.y.map(simplify).flatMap((one) => ('y' in one ? one.y : [one]));
    return y[0] && y.length === 1 ? y[0] : { y };
  }
  if ('o' in condicion) {
    const o = condicion.o.map(simplify).flatMap((one) => ('o' in one ? one.o : [one]));
    return o[0] && o.length === 1 ? o[0] : { o };
  }
  if (!('no' in condicion)) return condicion;
  const inner = simplify(condicion.no);
  return 'no' in inner ? inner.no : { no: inner };
}

/** What all hold of: single conditions first, then a choice of several, then who is left out. */
function tellTodas(partes: Condicion[], nombres: Nombres): string {
  const choices = partes.filter((one) => 'o' in one);
  const left = partes.filter((one) => 'no' in one && isGroup(one.no));
  const single = partes.filter((one) => !('o' in one) && !left.includes(one));
  const [first, ...others] = choices;
  const alone = first && others.length === 0 && single.length > 0;
  const singles = single.map((one) => tell(one, nombres)).join(', ');
  const told = choices.map((one) => (alone && tellEleccion(one, nombres)) || tell(one, nombres));
  const held = [singles, ...told].filter(Boolean).join(' y ');
  return [held, ...left.map((one) => tell(one, nombres))].filter(Boolean).join(', ');
}

/** `que reciben novedades por correo o tienen teléfono`: a choice without brackets, where its parts allow it. */
function tellEleccion(condicion: Condicion, nombres: Nombres): string | undefined {
  if (!('o' in condicion) || condicion.o.length === 0) return undefined;
  const parts = condicion.o.map((one) =>
    isGroup(one) || ('no' in one && isGroup(one.no)) ? undefined : conVerbo(tell(one, nombres)),
  );
  return parts.includes(undefined) ? undefined : `que ${parts.join(' o ')}`;
}

const isGroup = (condicion: Condicion) => 'y' in condicion || 'o' in condicion;

/** One part, in brackets when it has parts itself. */
function tell(condicion: Condicion, nombres: Nombres): string {
  const group = (parts: Condicion[], word: string, none: string) =>
    parts.length === 0 ? none : `(${parts.map((one) => tell(one, nombres)).join(word)})`;
  if ('y' in condicion) return group(condicion.y, ' y ', 'cualesquiera');
  if ('o' in condicion) return group(condicion.o, ' o ', 'ninguna');
  if (!('no' in condicion)) return tellHoja(condicion, nombres, true);
  const { no } = condicion;
  return 'y' in no || 'o' in no || 'no' in no
    ? `excepto las ${tell(no, nombres)}`
    : tellHoja(no, nombres, false);
}
