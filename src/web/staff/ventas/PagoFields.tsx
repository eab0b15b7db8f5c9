import { Button, Chip, Group, Input, Stack, Textarea, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { nombresMedio } from '#contract/medios.ts';
import { opciones } from '#contract/nombres.ts';
import { MoneyInput } from '../../ui/form/MoneyInput.tsx';
import { PastDateInput } from '../../ui/form/PastDateInput.tsx';

type Props = {
  /** The props of a field of the payment: `form.field`, with its prefix if it has one. */
  field: (name: string) => GetInputPropsReturnType;
  setMonto: (monto: number) => void;
  /** What «Todo» fills in, in pesos; no quick amounts without it. */
  todo: number;
  montoLabel: string;
  montoHelp?: ReactNode;
};

/** Amount, means, reference, day and note of a movement of money. */
export function PagoFields({ field, setMonto, todo, montoLabel, montoHelp }: Props) {
  // A new input for each quick amount: whatever was half typed gives way to it.
  const [fills, setFills] = useState(0);
  const fill = (monto: number) => {
    setMonto(monto);
    setFills((n) => n + 1);
  };
  const medio = field('medio');
  return (
    <>
      <Stack gap={6}>
        <MoneyInput
          key={fills}
          data-autofocus
          label={montoLabel}
          required
          size="md"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={montoHelp}
          {...field('monto')}
        />
        {todo > 0 && (
          <Group gap={6}>
            <Button size="compact-sm" variant="default" onClick={() => fill(todo)}>
              Todo
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => fill(Math.ceil(todo / 2))}>
              La mitad
            </Button>
          </Group>
        )}
      </Stack>
      <Input.Wrapper label="Medio" labelElement="div" error={medio.error}>
        <Chip.Group value={medio.value} onChange={medio.onChange}>
          <Group gap={6} role="radiogroup" aria-label="Medio">
            {opciones(nombresMedio).map(({ value, label }) => (
              <Chip key={value} value={value} size="sm">
                {label}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Group grow align="flex-start" preventGrowOverflow={false} gap="sm">
        <TextInput
          label="Referencia"
          placeholder="N.º de operación"
          autoComplete="off"
          style={{ flexBasis: 180 }}
          {...field('referencia')}
        />
        <PastDateInput label="Fecha" style={{ flexBasis: 140 }} {...field('fecha')} />
      </Group>
      <Textarea label="Nota" autosize minRows={1} maxRows={4} {...field('nota')} />
    </>
  );
}
