import { Radio, Text } from '@mantine/core';
import type { FichaDuplicado } from '#contract/duplicados.ts';
import type { Campo, Eleccion, Lado } from './campos.ts';
import classes from './duplicados.module.css';

type Props = {
  campo: Campo;
  par: Record<Lado, FichaDuplicado>;
  value: Eleccion;
  onChange: (value: Eleccion) => void;
};

/** Which of two values a field keeps. */
export function CampoChoice({ campo, par, value, onChange }: Props) {
  const { id, label, show } = campo;
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(next) => onChange(next as Eleccion)}
      className={classes.campo}
    >
      <div className={classes.opciones}>
        {(['a', 'b'] as const).map((lado) => (
          <Radio
            key={lado}
            value={lado}
            label={show(par[lado]) ?? 'Sin dato'}
            description={
              <span className={classes.deQuien}>{lado === 'a' ? 'Ficha 1' : 'Ficha 2'}</span>
            }
          />
        ))}
        {id === 'notas' && show(par.a) && show(par.b) && (
          <Radio value="ambas" label={<Text inherit>Las notas de las dos</Text>} />
        )}
      </div>
    </Radio.Group>
  );
}
