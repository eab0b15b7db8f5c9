import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Panel } from '../../../../ui/Panel.tsx';
import pairs from '../audiencia/audiencia.module.css';
import { CosaSelect } from '../audiencia/CosaSelect.tsx';
import type { Clase } from '../audiencia/cosas.ts';
import type { Borrador } from './borrador.ts';

type Props = { valores: Borrador; onChange: (cambios: Partial<Borrador>) => void };

type Tema = {
  campo: 'tallerId' | 'cursoId' | 'productoId';
  clase: Clase;
  nombre: string;
  label: string;
};

const temas: [Tema, ...Tema[]] = [
  { campo: 'tallerId', clase: 'talleres', nombre: 'taller', label: 'Un taller' },
  { campo: 'cursoId', clase: 'cursos', nombre: 'curso', label: 'Un curso' },
  { campo: 'productoId', clase: 'productos', nombre: 'producto', label: 'Un kit' },
];

/** Of what the message speaks by a variable, though nothing of that kind was chosen. */
function faltantes({ asunto, preheader, cuerpo, ...sobre }: Borrador) {
  const text = [asunto, preheader, cuerpo].join(' ');
  return temas.filter(
    ({ campo, nombre }) =>
      sobre[campo] === null && new RegExp(`\\{[{%][^{}]*\\b${nombre}\\.`).test(text),
  );
}

/** What it is about, which gives its date, price and link as variables. */
export function SobreFields({ valores, onChange }: Props) {
  const [asked, setOpened] = useState(() => temas.some(({ campo }) => valores[campo] !== null));
  const missing = faltantes(valores);
  const opened = asked || missing.length > 0;
  const [taller, ...otros] = temas;
  const select = ({ campo, clase, label }: Tema) => (
    <CosaSelect
      key={campo}
      clase={clase}
      label={label}
      value={valores[campo]}
      onChange={(id) => onChange({ [campo]: id })}
      error={missing.some((one) => one.campo === campo) && 'El mensaje usa sus datos: elige cuál.'}
    />
  );
  return (
    <Panel title="Sobre qué trata">
      {opened ? (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            Opcional. Su nombre, fecha, precio y enlace se pueden poner en el mensaje y quedan
            siempre al día.
          </Text>
          <Stack gap="sm">
            {select(taller)}
            <div className={pairs.pair}>{otros.map(select)}</div>
          </Stack>
        </>
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setOpened(true)}
        >
          Elegir un taller, curso o kit
        </Button>
      )}
    </Panel>
  );
}
