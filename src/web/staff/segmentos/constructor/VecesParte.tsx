import type { RangoBorrador } from './arbol.ts';
import classes from './constructor.module.css';
import { Junto, Numero, Palabra } from './partes.tsx';

type Props = {
  value: RangoBorrador | undefined;
  onChange: (value: RangoBorrador | undefined) => void;
  error?: string | undefined;
};

type Modo = 'ALGUNA' | 'AL_MENOS' | 'A_LO_MAS' | 'ENTRE';

const modos: { value: Modo; label: string }[] = [
  { value: 'ALGUNA', label: 'una o más veces' },
  { value: 'AL_MENOS', label: 'al menos' },
  { value: 'A_LO_MAS', label: 'a lo más' },
  { value: 'ENTRE', label: 'entre' },
];

const vacios: Record<Modo, RangoBorrador | undefined> = {
  ALGUNA: undefined,
  AL_MENOS: { min: 2 },
  A_LO_MAS: { max: 1 },
  ENTRE: { min: 2, max: 3 },
};

/** How many times. */
export function VecesParte({ value, onChange, error }: Props) {
  const modo = modoDe(value);
  return (
    <div className={classes.part}>
      <Palabra
        label="Cuántas veces"
        data={modos}
        value={modo}
        onChange={(next) => onChange(vacios[next])}
      />
      {value && 'min' in value && (
        <Junto despues={modo === 'ENTRE' ? 'y' : 'veces'}>
          <Numero
            label="Al menos cuántas"
            max={1000}
            value={value.min}
            error={error}
            onChange={(min) => onChange({ ...value, min })}
          />
        </Junto>
      )}
      {value && 'max' in value && (
        <Junto despues="veces">
          <Numero
            label="A lo más cuántas"
            max={1000}
            value={value.max}
            error={modo === 'ENTRE' ? undefined : error}
            onChange={(max) => onChange({ ...value, max })}
          />
        </Junto>
      )}
    </div>
  );
}

function modoDe(value: RangoBorrador | undefined): Modo {
  if (!value) return 'ALGUNA';
  if ('min' in value) return 'max' in value ? 'ENTRE' : 'AL_MENOS';
  return 'max' in value ? 'A_LO_MAS' : 'ALGUNA';
}
