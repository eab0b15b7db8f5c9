import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Linea } from './arbol.ts';
import { catalogo, verboDe, verbosDe } from './catalogo.ts';
import classes from './constructor.module.css';
import { HojaCampos } from './HojaCampos.tsx';
import { Palabra } from './partes.tsx';
import { type Problemas, problemasDe } from './problemas.ts';

type Props = {
  linea: Linea;
  onChange: (linea: Linea) => void;
  onRemove: () => void;
  /** Says what is missing or wrong, once it was tried to be saved. */
  revisar: boolean;
};

const sinProblemas: Problemas = {};

/** One condition: how it is said, its parts, and a way to take it out. */
export function LineaEditor({ linea, onChange, onRemove, revisar }: Props) {
  const { hoja, niega } = linea;
  const { titulo } = catalogo[hoja.campo];
  const verbos = verbosDe(hoja.campo);
  const problemas = revisar ? problemasDe(hoja) : sinProblemas;
  function say(index: number) {
    const verbo = verbos[index];
    if (!verbo) return;
    const said = { ...hoja, ...verbo.con } as Linea['hoja'];
    onChange({ ...linea, niega: verbo.niega, hoja: said });
  }
  return (
    <fieldset
      className={classes.line}
      aria-label={titulo}
      data-linea={linea.clave}
      data-wrong={Object.keys(problemas).length > 0 || undefined}
    >
      <div className={classes.words}>
        <div className={classes.verb}>
          <Palabra
            label={`${titulo}: cómo se dice`}
            data={verbos.map(({ texto }, index) => ({ value: String(index), label: texto }))}
            value={String(verboDe(hoja, niega))}
            onChange={(index) => say(Number(index))}
          />
        </div>
        <HojaCampos
          hoja={hoja}
          problemas={problemas}
          onChange={(next) => onChange({ ...linea, hoja: next })}
        />
      </div>
      <ActionIcon
        className={classes.remove}
        variant="subtle"
        color="gray"
        size={36}
        aria-label={`Quitar condición: ${titulo}`}
        onClick={onRemove}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </fieldset>
  );
}
