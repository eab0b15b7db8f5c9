import type { z } from 'zod';
import { nombreComuna } from '#contract/comunas.ts';
import type { FichaDuplicado, fusionCampos } from '#contract/duplicados.ts';
import { nombresOrigen, nombresTipoCliente } from '#contract/nombres.ts';
import { formatPhone } from '#contract/phone.ts';
import { formatRut } from '#contract/rut.ts';
import { formatPlainDate } from '../../ui/time.ts';
import { nombreCompleto } from '../clientes/persona.ts';

export type Lado = 'a' | 'b';
/** Of which record a value is kept; notes may be kept of both. */
export type Eleccion = Lado | 'ambas';
export type Elecciones = Record<string, Eleccion>;
type Campos = NonNullable<z.input<typeof fusionCampos>['campos']>;

export type Campo = {
  id: string;
  label: string;
  /** The value in words; null when there is none. */
  show: (ficha: FichaDuplicado) => string | null;
  /** What the choice of that record sends. */
  send: (ficha: FichaDuplicado) => Campos;
};

export const campos: readonly Campo[] = [
  {
    id: 'nombre',
    label: 'Nombre',
    show: nombreCompleto,
    send: ({ nombres, apellidos }) => ({ nombres, apellidos }),
  },
  { id: 'email', label: 'Correo', show: ({ email }) => email, send: ({ email }) => ({ email }) },
  {
    id: 'telefono',
    label: 'Teléfono',
    show: ({ telefono }) => telefono && formatPhone(telefono),
    send: ({ telefono }) => ({ telefono }),
  },
  {
    id: 'rut',
    label: 'RUT',
    show: ({ rut }) => rut && formatRut(rut),
    send: ({ rut }) => ({ rut }),
  },
  {
    id: 'fechaNacimiento',
    label: 'Nacimiento',
    show: ({ fechaNacimiento }) => fechaNacimiento && formatPlainDate(fechaNacimiento),
    send: ({ fechaNacimiento }) => ({ fechaNacimiento }),
  },
  {
    id: 'comuna',
    label: 'Comuna',
    show: ({ comuna }) => comuna && (nombreComuna(comuna) ?? comuna),
    send: ({ comuna }) => ({ comuna }),
  },
  {
    id: 'tipo',
    label: 'Tipo',
    show: ({ tipo, empresa }) =>
      empresa ? `Contacto de ${empresa.razonSocial}` : nombresTipoCliente[tipo],
    send: ({ tipo, empresa }) => ({ tipo, empresaId: empresa?.id ?? null }),
  },
  {
    id: 'origen',
    label: 'Cómo llegó',
    show: ({ origen }) => nombresOrigen[origen],
    send: ({ origen }) => ({ origen }),
  },
  { id: 'notas', label: 'Notas', show: ({ notas }) => notas, send: ({ notas }) => ({ notas }) },
];

type Par = Record<Lado, FichaDuplicado>;

/** The fields in which they differ. */
export function distintos(par: Par): Campo[] {
  return campos.filter(({ show }) => show(par.a) !== show(par.b));
}

/** The record that best stays: the one that bought more, then of whom we know more, then the older. */
export function fichaQueQueda({ a, b }: Par): Lado {
  const weight = (f: FichaDuplicado) => [
    f.cuentaPortal ? 1 : 0,
    f.ventas,
    f.interacciones + f.correos,
    -f.id,
  ];
  const [x, y] = [weight(a), weight(b)];
  const first = x.findIndex((value, i) => value !== y[i]);
  return first < 0 || (x[first] ?? 0) > (y[first] ?? 0) ? 'a' : 'b';
}

/** What is kept of each field unless someone says otherwise: what there is, and the fuller of two. */
export function eleccionesDe(par: Par): Elecciones {
  const queda = fichaQueQueda(par);
  return Object.fromEntries(
    distintos(par).map(({ id, show }): [string, Eleccion] => {
      const [a, b] = [show(par.a), show(par.b)];
      if (a === null || b === null) return [id, a === null ? 'b' : 'a'];
      if (id === 'notas') return [id, 'ambas'];
      if (id === 'nombre' && a.length !== b.length) return [id, a.length > b.length ? 'a' : 'b'];
      if (id === 'tipo') return [id, par.a.empresa ? 'a' : 'b'];
      if (id === 'origen') return [id, par.a.creadoEn <= par.b.creadoEn ? 'a' : 'b'];
      return [id, queda];
    }),
  );
}

/** The choices as the merge takes them. */
export function camposElegidos(par: Par, elecciones: Elecciones): Campos {
  const chosen = distintos(par).map(({ id, send }): Campos => {
    const eleccion = elecciones[id] ?? 'a';
    if (eleccion !== 'ambas') return send(par[eleccion]);
    return { notas: [par.a.notas, par.b.notas].filter(Boolean).join('\n\n') };
  });
  return Object.assign({}, ...chosen) as Campos;
}

/** The address that is no longer of the record that stays, if any. */
export function correoQueSale(par: Par, elecciones: Elecciones): string | null {
  const lado = elecciones.email;
  if (lado !== 'a' && lado !== 'b') return null;
  return par[lado === 'a' ? 'b' : 'a'].email;
}
