import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Panel } from '../../../../ui/Panel.tsx';
import pairs from '../audiencia/audiencia.module.css';
import { CosaSelect } from '../audiencia/CosaSelect.tsx';
import type { Clase } from '../audiencia/cosas.ts';
import type { Borrador } from './borrador.ts';

type Props = { valores: Borrador; onChange: (cambios: Partial<Borrador>) => void };

const temas: { campo: 'tallerId' | 'cursoId' | 'productoId'; clase: Clase; label: string }[] = [
  { campo: 'tallerId', clase: 'talleres', label: 'Un taller' },
  { campo: 'cursoId', clase: 'cursos', label: 'Un curso' },
  { campo: 'productoId', clase: 'productos', label: 'Un kit' },
];

/** What it is about, which gives its date, price and link as variables. */
export function SobreFields({ valores, onChange }: Props) {
  const [opened, setOpened] = useState(() => temas.some(({ campo }) => valores[campo] !== null));
  return (
    <Panel title="Sobre qué trata">
      {opened ? (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            Opcional. Su nombre, fecha, precio y enlace se pueden poner en el mensaje y quedan
            siempre al día.
          </Text>
          <div className={pairs.pair}>
            {temas.map(({ campo, clase, label }) => (
              <CosaSelect
                key={campo}
                clase={clase}
                label={label}
                value={valores[campo]}
                onChange={(id) => onChange({ [campo]: id })}
              />
            ))}
          </div>
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
