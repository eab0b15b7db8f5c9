import { Button, Paper, Stack, Text } from '@mantine/core';
import { type Duplicado, dismissDuplicado } from '#contract/duplicados.ts';
import { useMutate } from '../../api/queries.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { Confianza } from './Confianza.tsx';
import classes from './duplicados.module.css';
import { Persona } from './Persona.tsx';
import { nombresMotivo } from './palabras.ts';

/** Two who may be one: what they have in common, and what to do about it. */
export function ParCard({ par }: { par: Duplicado }) {
  const { a, b, motivos, confianza } = par;
  const descartar = useMutate(dismissDuplicado, {
    done: 'Anotado: son personas distintas. No volverán a aparecer juntas.',
  });
  const names = `${nombreCompleto(a)} y ${nombreCompleto(b)}`;
  const why = motivos.map((motivo) => nombresMotivo[motivo]).join(', ');
  return (
    <Paper component="li" withBorder p={{ base: 'md', sm: 'lg' }} aria-label={names}>
      <div className={classes.par}>
        <Persona ficha={a} />
        <Persona ficha={b} />
        <Stack gap="xs">
          <Confianza value={confianza} />
          <Text size="sm" c="dimmed">
            {why.charAt(0).toUpperCase() + why.slice(1)}
          </Text>
        </Stack>
      </div>
      <div className={classes.pie}>
        <ButtonLink
          to="/app/duplicados/$a/$b"
          params={{ a: String(a.id), b: String(b.id) }}
          aria-label={`Comparar y unir: ${names}`}
        >
          Comparar y unir
        </ButtonLink>
        <Button
          variant="default"
          loading={descartar.isPending}
          onClick={() => descartar.mutate({ body: { a: a.id, b: b.id } })}
          aria-label={`Son personas distintas: ${names}`}
        >
          Son personas distintas
        </Button>
      </div>
    </Paper>
  );
}
