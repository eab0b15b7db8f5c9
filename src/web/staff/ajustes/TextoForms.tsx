import { Button, Group, Text, Textarea, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import {
  createTextoWhatsapp,
  type TextoWhatsapp,
  updateTextoWhatsapp,
} from '#contract/interacciones.ts';
import { useMutate } from '../../api/queries.ts';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { TextoVista } from './TextoVista.tsx';
import classes from './textos.module.css';
import { marcaDe, variablesWhatsapp } from './variablesWhatsapp.ts';

export function NuevoTexto({ onDone }: { onDone: () => void }) {
  const crear = useMutate(createTextoWhatsapp, { notifyError: false, done: 'Texto creado.' });
  const form = useContractForm({
    schema: createTextoWhatsapp.body,
    initialValues: { nombre: '', texto: 'Hola {{ cliente.nombres }}, ' },
    send: (body) => crear.mutateAsync({ body }),
    onDone,
    guard: false,
  });
  return (
    <FormFrame form={form} submitLabel="Crear texto">
      <Campos
        field={form.field}
        texto={form.form.values.texto ?? ''}
        onTexto={(texto) => form.form.setFieldValue('texto', texto)}
      />
    </FormFrame>
  );
}

export function EditarTexto({ texto, onDone }: { texto: TextoWhatsapp; onDone: () => void }) {
  const guardar = useMutate(updateTextoWhatsapp, { notifyError: false, done: 'Texto guardado.' });
  const { id, ...initialValues } = texto;
  const form = useContractForm({
    schema: updateTextoWhatsapp.body,
    initialValues,
    send: (body) => guardar.mutateAsync({ params: { id }, body }),
    onDone,
    guard: false,
  });
  return (
    <FormFrame form={form}>
      <Campos
        field={form.field}
        texto={form.form.values.texto ?? ''}
        onTexto={(changed) => form.form.setFieldValue('texto', changed)}
      />
    </FormFrame>
  );
}

type CamposProps = {
  field: (path: 'nombre' | 'texto') => GetInputPropsReturnType;
  texto: string;
  onTexto: (texto: string) => void;
};

function Campos({ field, texto, onTexto }: CamposProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  // What was selected when the field was left; before it is ever entered, its end.
  const left = useRef<{ from: number; to: number }>(undefined);

  /** In place of what was selected, and the cursor after it. */
  function insert(clave: string) {
    const mark = marcaDe(clave);
    const { from, to } = left.current ?? { from: texto.length, to: texto.length };
    onTexto(texto.slice(0, from) + mark + texto.slice(to));
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(from + mark.length, from + mark.length);
    });
  }

  return (
    <>
      <TextInput label="Nombre" required maxLength={60} data-autofocus {...field('nombre')} />
      <div>
        <Textarea
          label="Texto"
          required
          autosize
          minRows={4}
          maxRows={12}
          ref={area}
          {...field('texto')}
          onBlur={({ currentTarget: { selectionStart: from, selectionEnd: to } }) => {
            left.current = { from, to };
          }}
        />
        <Group gap={6} mt={8} role="group" aria-label="Poner en el texto">
          {variablesWhatsapp.map(({ clave, label }) => (
            <Button
              key={clave}
              variant="default"
              size="compact-sm"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => insert(clave)}
            >
              {label}
            </Button>
          ))}
        </Group>
      </div>
      {texto.trim() && (
        <div className={classes.preview}>
          <Text size="sm" fw={600} mb={2}>
            Así lo lee Camila
          </Text>
          <TextoVista texto={texto} />
        </div>
      )}
    </>
  );
}
