import { Text } from '@mantine/core';
import { useMarca } from '../session.ts';
import classes from './textos.module.css';
import { leerTexto } from './variablesWhatsapp.ts';

/** A text as someone would read it; what changes from one to another is marked. */
export function TextoVista({ texto }: { texto: string }) {
  const marca = useMarca();
  const pieces = leerTexto(texto, marca ? { 'negocio.nombre': marca.nombre } : {});
  return (
    <Text component="div" size="sm" className={classes.words}>
      {pieces.map(({ at, text, variable }) =>
        variable ? (
          <mark key={at} className={classes.variable}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </Text>
  );
}
