import { Input, Stack, TextInput } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { toLocal } from '../../ui/time.ts';
import { useZone } from '../../ui/zone.tsx';
import { ResponsableSelect } from '../ResponsableSelect.tsx';
import { useYo } from '../session.ts';
import type { Borrador, BorradorPart } from './borrador.ts';
import { ChoiceChips } from './ChoiceChips.tsx';
import { addDays, plazos } from './dias.ts';
import classes from './interacciones.module.css';

const DateInput = lazy(async () => {
  const { DateInput: Lazy } = await import('../../ui/form/DateInput.tsx');
  return { default: Lazy };
});

const OTHER = 'otra';

type Seguimiento = NonNullable<Borrador['seguimiento']>;

/** What is to be done next, and when: one tap for the days one most often agrees on. */
export function SeguimientoFields({ field, values, set }: BorradorPart) {
  const yo = useYo();
  const today = toLocal(new Date().toISOString(), useZone()).date;
  const { seguimiento } = values;
  const days = plazos.map(({ days: n, label }) => ({ value: addDays(today, n), label }));
  const quick = days.some(({ value }) => value === seguimiento?.fecha);
  const [other, setOther] = useState(Boolean(seguimiento) && !quick);
  const change = (changes: Partial<Seguimiento>) =>
    set({ seguimiento: { fecha: '', ...seguimiento, ...changes } });

  return (
    <>
      <ChoiceChips
        label="Volver a contactar"
        options={[...days, { value: OTHER, label: 'Otra fecha' }]}
        value={other ? OTHER : (seguimiento?.fecha ?? null)}
        onChange={(chosen) => {
          setOther(chosen === OTHER);
          if (chosen === null) set({ seguimiento: null });
          else change({ fecha: chosen === OTHER ? '' : chosen });
        }}
      />
      {seguimiento && (
        <Stack gap="sm" className={classes.next}>
          {other && (
            <Suspense fallback={<Input.Wrapper label="Fecha" mih={60} />}>
              <DateInput
                label="Fecha"
                required
                minDate={today}
                {...field('seguimiento.fecha')}
                value={seguimiento.fecha || null}
                onChange={(fecha) => change({ fecha: fecha ?? '' })}
              />
            </Suspense>
          )}
          <TextInput
            label="Qué hay que hacer"
            placeholder="Preguntar si se decidió"
            maxLength={300}
            autoComplete="off"
            {...field('seguimiento.nota')}
          />
          <ResponsableSelect
            label="A quién le toca"
            {...field('seguimiento.responsableId')}
            value={seguimiento.responsableId === undefined ? yo.id : seguimiento.responsableId}
          />
        </Stack>
      )}
    </>
  );
}
