import type { GetInputPropsReturnType } from '@mantine/form';
import type { z } from 'zod';
import { opcional, texto } from '#contract/fields.ts';
import { type Interaccion, interaccionCampos } from '#contract/interacciones.ts';
import type { Draft } from '../../ui/form/useContractForm.ts';
import { resumenPorDefecto } from './palabras.ts';

/** As the contract has it, but the summary may be left out: it says then what kind of contact it was. */
export const borradorCampos = interaccionCampos.extend({ resumen: opcional(texto(200)) });

export type Borrador = Draft<typeof borradorCampos>;

/** What a part of the form needs: its inputs by name, what they hold, and the way to set them. */
export type BorradorPart = {
  field: (name: string) => GetInputPropsReturnType;
  values: Borrador;
  set: (changes: Borrador) => void;
};

type Campos = z.input<typeof interaccionCampos>;

/** What is sent: nothing that the chosen kind has no place for. */
export function toCampos(borrador: z.input<typeof borradorCampos>): Campos {
  const { tipo, resumen } = borrador;
  const alone = tipo === 'NOTA' || tipo === 'REUNION';
  const body = {
    ...borrador,
    direccion: alone ? null : (borrador.direccion ?? 'SALIENTE'),
    resultado: tipo === 'NOTA' ? null : (borrador.resultado ?? null),
  };
  return { ...body, resumen: resumen?.trim() || resumenPorDefecto(body) };
}

/** An Interacción as its form holds it; what was agreed and done already is no longer part of it. */
export function toBorrador(interaccion: Interaccion): Borrador {
  const { tipo, direccion, resumen, detalle, resultado, fecha, responsable, seguimiento } =
    interaccion;
  return {
    tipo,
    direccion,
    resumen,
    detalle: detalle ?? '',
    resultado,
    fecha,
    responsableId: responsable?.id ?? null,
    seguimiento: seguimiento && {
      fecha: seguimiento.fecha,
      nota: seguimiento.nota ?? '',
      responsableId: seguimiento.responsable?.id ?? null,
    },
  };
}
