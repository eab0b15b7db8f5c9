import { Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Condicion } from '#contract/condicion.ts';
import type { Segmento } from '#contract/segmentos.ts';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { ButtonLink } from '../../ui/link.tsx';
import type { FormValues } from '../useVersions.ts';
import { type Grupo, lineas, toCondicion } from './constructor/arbol.ts';
import { GrupoEditor } from './constructor/GrupoEditor.tsx';
import { leerHoja } from './constructor/problemas.ts';
import { CuentaBreve, Resultado } from './Resultado.tsx';
import { type SegmentoDraft, segmentoForm } from './segmentoForm.ts';
import classes from './segmentos.module.css';

type Body = { nombre: string; descripcion: string | null; condicion: Condicion };

type Props = {
  initial: SegmentoDraft;
  submitLabel: string;
  send: (body: Body) => Promise<Segmento>;
  onDone: (segmento: Segmento) => void;
  notice?: (form: FormValues) => ReactNode;
  /** The problem is told by the notice already. */
  explained?: boolean;
};

/** A segment while it is written, beside the people whom it finds so far. */
export function SegmentoForm(props: Props) {
  const { initial, submitLabel, send, onDone, notice, explained = false } = props;
  const box = useRef<HTMLDivElement>(null);
  const [revisiones, setRevisiones] = useState(0);
  const form = useContractForm({
    schema: segmentoForm,
    initialValues: initial,
    send: ({ nombre, descripcion, arbol }) =>
      send({
        nombre,
        descripcion: descripcion ?? null,
        condicion: toCondicion(arbol, leerHoja),
      }),
    onDone,
  });
  const arbol = form.form.values.arbol as Grupo;
  const condicion = useMemo(() => toCondicion(arbol, leerHoja), [arbol]);
  const todas = lineas(arbol);
  const incompletas = todas.filter(({ hoja }) => leerHoja(hoja) === undefined).length;

  // What is missing is on screen only after a try; whoever tried goes on where it is.
  useEffect(() => {
    const wrong = revisiones > 0 && box.current?.querySelector('[data-wrong]');
    if (!wrong) return;
    const within = wrong.matches('[data-vacio]') ? wrong.parentElement : wrong;
    const control = within?.querySelector<HTMLElement>('[aria-invalid="true"], [data-agregar]');
    (control ?? within?.querySelector<HTMLElement>('input, select'))?.focus();
    wrong.scrollIntoView({ block: 'center' });
  }, [revisiones]);

  function submit(event?: FormEvent) {
    setRevisiones((tries) => tries + 1);
    return form.submit(event);
  }

  return (
    <div className={classes.columns}>
      <FormFrame
        form={{
          ...form,
          submit: submit as typeof form.submit,
          problem: explained ? undefined : form.problem,
        }}
        submitLabel={submitLabel}
        cancel={
          <ButtonLink to="/app/segmentos" variant="subtle">
            Cancelar
          </ButtonLink>
        }
      >
        {notice?.({
          get: (name) => form.form.getValues()[name as keyof SegmentoDraft],
          set: (name, value) =>
            form.form.setFieldValue(name as keyof SegmentoDraft, value as never),
        })}
        <TextInput
          label="Nombre"
          placeholder="Vinieron a jabones y no han vuelto"
          required
          maxLength={80}
          autoComplete="off"
          {...form.field('nombre')}
        />
        <div ref={box}>
          <GrupoEditor
            grupo={arbol}
            nivel={0}
            total={todas.length}
            revisar={revisiones > 0}
            onChange={(next) => form.form.setFieldValue('arbol', next as never)}
          />
        </div>
        <CuentaBreve condicion={condicion} />
        <Textarea
          label="Descripción"
          description="Para qué lo usan, si el nombre no lo dice todo."
          autosize
          minRows={2}
          maxLength={300}
          {...form.field('descripcion')}
        />
      </FormFrame>
      <Stack className={classes.side}>
        <Resultado condicion={condicion} incompletas={incompletas} />
      </Stack>
    </div>
  );
}
