import { Text } from '@mantine/core';
import { DateInput } from '../../../ui/form/DateInput.tsx';
import type { CuandoBorrador } from './arbol.ts';
import classes from './constructor.module.css';
import { Junto, Numero, Palabra } from './partes.tsx';

type Props = {
  value: CuandoBorrador | undefined;
  onChange: (value: CuandoBorrador | undefined) => void;
  error?: string | undefined;
  /** It may also be left open: at any time. */
  opcional?: boolean;
};

type Modo = 'SIEMPRE' | 'ULTIMOS' | 'HACE_MAS' | 'FECHAS';

const modos: { value: Modo; label: string }[] = [
  { value: 'SIEMPRE', label: 'en cualquier momento' },
  { value: 'ULTIMOS', label: 'en los últimos' },
  { value: 'HACE_MAS', label: 'hace más de' },
  { value: 'FECHAS', label: 'entre fechas' },
];

const vacios: Record<Modo, CuandoBorrador | undefined> = {
  SIEMPRE: undefined,
  ULTIMOS: { ultimosDias: 30 },
  HACE_MAS: { haceMasDeDias: 90 },
  FECHAS: {},
};

/** When it happened: counted back from today, or between two dates. */
export function CuandoParte({ value, onChange, error, opcional = false }: Props) {
  const modo = modoDe(value);
  return (
    <div className={classes.part}>
      <Palabra
        label="Cuándo"
        data={opcional ? modos : modos.filter((one) => one.value !== 'SIEMPRE')}
        value={modo}
        onChange={(next) => onChange(vacios[next])}
      />
      {value && 'ultimosDias' in value && (
        <Dias
          value={value.ultimosDias}
          error={error}
          onChange={(ultimosDias) => onChange({ ultimosDias })}
        />
      )}
      {value && 'haceMasDeDias' in value && (
        <Dias
          value={value.haceMasDeDias}
          error={error}
          onChange={(haceMasDeDias) => onChange({ haceMasDeDias })}
        />
      )}
      {modo === 'FECHAS' && <Fechas value={value as Entre} error={error} onChange={onChange} />}
      {modo === 'SIEMPRE' && error && (
        <Text c="var(--mantine-color-error)" size="sm">
          {error}
        </Text>
      )}
    </div>
  );
}

function modoDe(value: CuandoBorrador | undefined): Modo {
  if (!value) return 'SIEMPRE';
  if ('ultimosDias' in value) return 'ULTIMOS';
  return 'haceMasDeDias' in value ? 'HACE_MAS' : 'FECHAS';
}

type DiasProps = {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  error: string | undefined;
};

function Dias(props: DiasProps) {
  return (
    <Junto despues="días">
      <Numero {...props} label="Cuántos días" max={3650} />
    </Junto>
  );
}

type Entre = { desde?: string | undefined; hasta?: string | undefined };
type FechasProps = {
  value: Entre;
  onChange: (value: Entre) => void;
  error: string | undefined;
};

function Fechas({ value, onChange, error }: FechasProps) {
  const { desde, hasta } = value;
  return (
    <>
      <Junto antes="desde el">
        <DateInput
          aria-label="Desde el"
          className={classes.date}
          clearable
          value={desde}
          error={error}
          onChange={(day) => onChange({ desde: day ?? undefined, hasta })}
        />
      </Junto>
      <Junto antes="hasta el">
        <DateInput
          aria-label="Hasta el"
          className={classes.date}
          clearable
          value={hasta}
          {...(desde ? { minDate: desde } : {})}
          onChange={(day) => onChange({ desde, hasta: day ?? undefined })}
        />
      </Junto>
    </>
  );
}
