import { MultiSelect, NativeSelect, NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { plainFilter } from '../../../ui/form/ComunaSelect.tsx';
import { MoneyInput } from '../../../ui/form/MoneyInput.tsx';
import type { RangoBorrador } from './arbol.ts';
import classes from './constructor.module.css';

type Opcion<V extends string> = { value: V; label: string };

type EntreProps<V extends string> = {
  label: string;
  data: Opcion<V>[];
  value: V;
  onChange: (value: V) => void;
};

/** One of a few, as a word within the sentence. */
export function Palabra<V extends string>({ label, data, value, onChange }: EntreProps<V>) {
  return (
    <NativeSelect
      aria-label={label}
      className={classes.word}
      data={data}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as V)}
    />
  );
}

type JuntoProps = {
  antes?: string | undefined;
  despues?: string | undefined;
  children: ReactNode;
};

/** A control and the words beside it, never on different lines. */
export function Junto({ antes, despues, children }: JuntoProps) {
  return (
    <div className={classes.together}>
      {antes && <span>{antes}</span>}
      {children}
      {despues && <span>{despues}</span>}
    </div>
  );
}

type VariosProps<V extends string> = {
  label: string;
  /** What holds while none is chosen. */
  placeholder: string;
  data: Opcion<V>[];
  value: readonly V[] | undefined;
  onChange: (value: V[]) => void;
  error?: string | undefined;
};

/** Several of a known list, found without accents. */
export function Varios<V extends string>(props: VariosProps<V>) {
  const { label, placeholder, data, value = [], onChange, error } = props;
  return (
    <MultiSelect
      aria-label={label}
      className={classes.wide}
      classNames={{ inputField: classes.typed }}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Quitar todos' }}
      limit={80}
      placeholder={value.length === 0 ? placeholder : undefined}
      data={data}
      filter={plainFilter}
      value={[...value]}
      onChange={(chosen) => onChange(chosen as V[])}
      error={error}
    />
  );
}

type NumeroProps = {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  max: number;
  min?: number;
  error?: string | undefined;
  placeholder?: string;
};

/** A whole number within the sentence. */
export function Numero({ value, onChange, min = 1, ...props }: NumeroProps) {
  const { label, ...rest } = props;
  return (
    <NumberInput
      aria-label={label}
      className={classes.number}
      min={min}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      inputMode="numeric"
      autoComplete="off"
      {...rest}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
    />
  );
}

type RangoProps = {
  value: RangoBorrador;
  onChange: (value: RangoBorrador) => void;
  problemas: { min?: string | undefined; max?: string | undefined };
};

/** From how many pesos to how many; either may be left open. */
export function RangoPesos({ value, onChange, problemas }: RangoProps) {
  return (
    <>
      <Junto antes="desde">
        <MoneyInput
          aria-label="Desde cuánto"
          wrapperProps={{ className: classes.money }}
          placeholder="monto"
          value={value.min}
          onChange={(min) => onChange({ min })}
          error={problemas.min}
        />
      </Junto>
      <Junto antes="hasta">
        <MoneyInput
          aria-label="Hasta cuánto"
          wrapperProps={{ className: classes.money }}
          placeholder="sin tope"
          value={value.max}
          onChange={(max) => onChange({ max })}
          error={problemas.max}
        />
      </Junto>
    </>
  );
}

/** From one whole number to another; either may be left open. */
export function RangoNumeros(props: RangoProps & { unidad: string; max: number; min: number }) {
  const { value, onChange, problemas, unidad, ...limits } = props;
  return (
    <>
      <Junto antes="desde">
        <Numero
          {...limits}
          label={`Desde cuántos ${unidad}`}
          value={value.min}
          onChange={(min) => onChange({ min })}
          error={problemas.min}
        />
      </Junto>
      <Junto antes="hasta" despues={unidad}>
        <Numero
          {...limits}
          label={`Hasta cuántos ${unidad}`}
          value={value.max}
          onChange={(max) => onChange({ max })}
          error={problemas.max}
        />
      </Junto>
    </>
  );
}
