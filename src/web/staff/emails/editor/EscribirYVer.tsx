import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import classes from './vista.module.css';

type Props = { escribir: ReactNode; ver: ReactNode };

const lados = [
  { value: 'escribir', label: 'Escribir' },
  { value: 'ver', label: 'Vista previa' },
];

/** What is written beside how it will look; one at a time where there is no room for both. */
export function EscribirYVer({ escribir, ver }: Props) {
  const narrow = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  const [lado, setLado] = useState('escribir');
  const hides = (one: string) => narrow && lado !== one;
  return (
    <>
      {narrow && (
        <SegmentedControl
          fullWidth
          mb="md"
          aria-label="Qué mostrar"
          data={lados}
          value={lado}
          onChange={setLado}
        />
      )}
      <div className={classes.lados}>
        <div hidden={hides('escribir')}>{escribir}</div>
        <div hidden={hides('ver')} className={classes.ver}>
          {ver}
        </div>
      </div>
    </>
  );
}
