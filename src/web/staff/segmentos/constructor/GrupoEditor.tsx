import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { MAX_HOJAS } from '#contract/condicion.ts';
import { AgregarMenu } from './AgregarMenu.tsx';
import { esGrupo, type Grupo, type ModoGrupo, type Nodo, nuevaLinea, nuevoGrupo } from './arbol.ts';
import { catalogo } from './catalogo.ts';
import classes from './constructor.module.css';
import { LineaEditor } from './LineaEditor.tsx';

type Props = {
  grupo: Grupo;
  onChange: (grupo: Grupo) => void;
  /** For groups within another. */
  onRemove?: () => void;
  nivel: number;
  /** How many conditions the whole tree has. */
  total: number;
  revisar: boolean;
};

const modos: { value: ModoGrupo; label: string }[] = [
  { value: 'TODAS', label: 'todas' },
  { value: 'ALGUNA', label: 'alguna' },
  { value: 'NINGUNA', label: 'ninguna' },
];

/** How many groups may stand one within the other, here. */
const NIVELES = 3;

/** Conditions that are read together: all, any or none of them. */
export function GrupoEditor(props: Props) {
  const { grupo, onChange, onRemove, nivel, total, revisar } = props;
  const box = useRef<HTMLFieldSetElement>(null);
  const { nodos, modo } = grupo;
  const raiz = nivel === 0;
  const lleno = total >= MAX_HOJAS;

  function add(nodo: Nodo) {
    onChange({ ...grupo, nodos: [...nodos, nodo] });
    focusWithin(box, `[data-nodo="${nodo.clave}"]`, 'input, select, [data-agregar]');
  }
  function replace(clave: string, nodo: Nodo) {
    onChange({ ...grupo, nodos: nodos.map((one) => (one.clave === clave ? nodo : one)) });
  }
  function remove(clave: string) {
    onChange({ ...grupo, nodos: nodos.filter((one) => one.clave !== clave) });
    focusWithin(box, ':scope > [data-pie]', '[data-agregar]');
  }

  return (
    <fieldset
      ref={box}
      className={classes.group}
      aria-label={raiz ? 'Condiciones' : 'Grupo de condiciones'}
    >
      <div className={classes.head}>
        <strong>{raiz ? 'Personas que cumplen' : 'cumplen'}</strong>
        <SegmentedControl
          aria-label="Cuántas condiciones deben cumplir"
          data={modos}
          value={modo}
          onChange={(value) => onChange({ ...grupo, modo: value as ModoGrupo })}
        />
        <span>de estas condiciones</span>
        {onRemove && (
          <ActionIcon
            className={classes.headEnd}
            variant="subtle"
            color="gray"
            size={36}
            aria-label="Quitar grupo"
            onClick={onRemove}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {nodos.length === 0 ? (
        <div className={classes.empty} data-wrong={revisar || undefined} data-vacio>
          {vacio(raiz, revisar)}
        </div>
      ) : (
        <ul className={classes.nodes}>
          {nodos.map((nodo, index) => (
            <li key={nodo.clave} className={classes.node} data-nodo={nodo.clave}>
              <span className={classes.link}>{nexo(modo, nodos, index)}</span>
              {esGrupo(nodo) ? (
                <GrupoEditor
                  grupo={nodo}
                  nivel={nivel + 1}
                  total={total}
                  revisar={revisar}
                  onChange={(next) => replace(nodo.clave, next)}
                  onRemove={() => remove(nodo.clave)}
                />
              ) : (
                <LineaEditor
                  linea={nodo}
                  revisar={revisar}
                  onChange={(next) => replace(nodo.clave, next)}
                  onRemove={() => remove(nodo.clave)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <div className={classes.add} data-pie>
        <AgregarMenu
          disabled={lleno}
          onAdd={(campo) => add(nuevaLinea({ ...catalogo[campo].inicial }))}
        />
        {nivel < NIVELES - 1 && (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} aria-hidden />}
            disabled={lleno}
            onClick={() => add(nuevoGrupo(modo === 'TODAS' ? 'ALGUNA' : 'TODAS'))}
          >
            Agregar grupo
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function vacio(raiz: boolean, revisar: boolean): string {
  if (revisar) return 'Agrega al menos una condición.';
  return raiz
    ? 'Sin condiciones son todas las personas. Agrega la primera para empezar a elegir.'
    : 'Este grupo aún no dice nada. Agrega una condición o quítalo.';
}

/** The word that joins a condition to the one before it. */
function nexo(modo: ModoGrupo, nodos: Nodo[], index: number): string {
  const nodo = nodos[index];
  const before = nodos[index - 1];
  if (!nodo) return '';
  if (!before) return 'que';
  if (modo === 'ALGUNA') return 'o';
  if (modo === 'NINGUNA') return 'ni';
  return niega(nodo) && !niega(before) ? 'pero' : 'y';
}

const niega = (nodo: Nodo) => (esGrupo(nodo) ? nodo.modo === 'NINGUNA' : nodo.niega);

/** Moves the focus into what the change is about to put on screen. */
function focusWithin(
  box: React.RefObject<HTMLElement | null>,
  part: string,
  control: string,
): void {
  requestAnimationFrame(() => {
    box.current?.querySelector(part)?.querySelector<HTMLElement>(control)?.focus();
  });
}
