import { Button, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { nombresResultado, nombresTipoInteraccion, opciones } from '#contract/nombres.ts';
import type { BorradorPart } from './borrador.ts';
import { ChoiceChips } from './ChoiceChips.tsx';
import { resumenPorDefecto } from './palabras.ts';
import { SeguimientoFields } from './SeguimientoFields.tsx';

const MasFields = lazy(() => import('./MasFields.tsx'));

const tipos = opciones(nombresTipoInteraccion) as {
  value: keyof typeof nombresTipoInteraccion;
  label: string;
}[];
const resultados = opciones(nombresResultado) as {
  value: keyof typeof nombresResultado;
  label: string;
}[];

type Props = BorradorPart & {
  /** The kind is known: the person was just called or written to. */
  knownTipo?: boolean;
  /** Nothing is left to be agreed: it was done. */
  done?: boolean;
  isNew?: boolean;
};

/** What happened, what came of it and what follows, in the order in which one tells it. */
export function InteraccionFields(props: Props) {
  const { field, values, set, knownTipo = false, done = false, isNew = false } = props;
  const [more, setMore] = useState(!isNew);
  const { tipo = 'LLAMADA' } = values;
  const note = tipo === 'NOTA';
  const resumen = resumenPorDefecto({ ...values, tipo });
  return (
    <>
      {!knownTipo && (
        <ChoiceChips
          label="Qué fue"
          required
          options={tipos}
          value={tipo}
          onChange={(chosen) => chosen && set({ tipo: chosen })}
        />
      )}
      {!note && (
        <ChoiceChips
          label="Cómo resultó"
          options={resultados}
          value={values.resultado ?? null}
          onChange={(resultado) => set({ resultado })}
        />
      )}
      <TextInput
        label={note ? 'Nota' : 'En pocas palabras'}
        placeholder={note ? 'Lo que el equipo debe saber' : resumen}
        required={note}
        maxLength={200}
        autoComplete="off"
        {...field('resumen')}
      />
      {!done && <SeguimientoFields field={field} values={values} set={set} />}
      {more ? (
        <Suspense fallback={<Textarea label="Detalle" disabled minRows={2} autosize />}>
          <MasFields field={field} values={values} set={set} isNew={isNew} />
        </Suspense>
      ) : null}
      {isNew && (
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          style={{ justifySelf: 'start', alignSelf: 'start' }}
          aria-expanded={more}
          rightSection={
            more ? (
              <IconChevronUp size={16} aria-hidden />
            ) : (
              <IconChevronDown size={16} aria-hidden />
            )
          }
          onClick={() => setMore(!more)}
        >
          {more ? 'Menos' : 'Más detalles'}
        </Button>
      )}
    </>
  );
}
