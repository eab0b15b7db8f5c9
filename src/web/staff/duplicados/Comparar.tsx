import { Button, Paper, Radio, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type Comparacion,
  createFusion,
  dismissDuplicado,
  type Fusion,
} from '#contract/duplicados.ts';
import { useMutate } from '../../api/queries.ts';
import { confirmAction } from '../../ui/confirm.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { CampoChoice } from './CampoChoice.tsx';
import { Confirmacion } from './Confirmacion.tsx';
import {
  camposElegidos,
  correoQueSale,
  distintos,
  eleccionesDe,
  fichaQueQueda,
  type Lado,
} from './campos.ts';
import classes from './duplicados.module.css';
import { Impedimentos } from './Impedimentos.tsx';
import { Persona } from './Persona.tsx';

type Props = {
  comparacion: Comparacion;
  onBusy: (busy: boolean) => void;
  onDone: (fusion: Fusion) => void;
};

/** Two records side by side: which stays, with which values, and the merge. */
export function Comparar({ comparacion, onBusy, onDone }: Props) {
  const { a, b, impedimentos } = comparacion;
  const par = { a, b };
  const navigate = useNavigate();
  const [queda, setQueda] = useState<Lado>(() => fichaQueQueda(par));
  const [elecciones, setElecciones] = useState(() => eleccionesDe(par));
  const unir = useMutate(createFusion, { onSuccess: onDone });
  const descartar = useMutate(dismissDuplicado, {
    done: 'Anotado: son personas distintas.',
    onSuccess: () => void navigate({ to: '/app/duplicados' }),
  });
  const diferentes = distintos(par);
  const [principal, otro] = queda === 'a' ? [a, b] : [b, a];

  async function ask() {
    const lado = elecciones.nombre === 'b' ? 'b' : 'a';
    const sure = await confirmAction({
      title: 'Unir las dos fichas',
      body: (
        <Confirmacion
          queda={principal}
          sale={otro}
          nombre={nombreCompleto(par[lado])}
          correo={correoQueSale(par, elecciones)}
        />
      ),
      confirm: 'Unir fichas',
    });
    if (!sure) return;
    onBusy(true);
    const body = {
      principalId: principal.id,
      principalVersion: principal.version,
      absorbidoId: otro.id,
      absorbidoVersion: otro.version,
      campos: camposElegidos(par, elecciones),
    };
    unir.mutate({ body }, { onError: () => onBusy(false) });
  }

  return (
    <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
      <Impedimentos items={impedimentos} />
      <div className={classes.lados}>
        {([a, b] as const).map((ficha, i) => (
          <section key={ficha.id} aria-label={`Ficha ${i + 1}`}>
            <Text size="sm" fw={600} c="dimmed">
              Ficha {i + 1}
            </Text>
            <Persona ficha={ficha} />
          </section>
        ))}
      </div>
      <Radio.Group
        label="Ficha que queda"
        value={queda}
        onChange={(next) => setQueda(next as Lado)}
        className={classes.campo}
        mt="md"
      >
        <div className={classes.opciones}>
          <Radio value="a" label={`La ficha 1 (${a.id})`} />
          <Radio value="b" label={`La ficha 2 (${b.id})`} />
        </div>
      </Radio.Group>
      {diferentes.map((campo) => (
        <CampoChoice
          key={campo.id}
          campo={campo}
          par={par}
          value={elecciones[campo.id] ?? 'a'}
          onChange={(value) => setElecciones((all) => ({ ...all, [campo.id]: value }))}
        />
      ))}
      <Text size="sm" c="dimmed" mt="sm">
        Los demás datos son iguales. Los intereses se juntan, y las ventas, pagos, contactos y
        correos de las dos quedan en la misma ficha.
      </Text>
      <div className={classes.pie}>
        <Button
          loading={unir.isPending}
          disabled={impedimentos.length > 0}
          onClick={() => void ask()}
        >
          Unir fichas
        </Button>
        <Button
          variant="default"
          loading={descartar.isPending}
          onClick={() => descartar.mutate({ body: { a: a.id, b: b.id } })}
        >
          Son personas distintas
        </Button>
      </div>
    </Paper>
  );
}
