import { Alert, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { findParecidos } from '#contract/duplicados.ts';
import { callSignedIn } from '../../api/session.ts';
import { AppLink } from '../../ui/link.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import classes from './duplicados.module.css';
import { nombresMotivo } from './palabras.ts';

type Escrito = {
  nombres?: string | undefined;
  apellidos?: string | undefined;
  email?: string | null | undefined;
  telefono?: string | null | undefined;
  rut?: string | null | undefined;
  comuna?: string | null | undefined;
};

/** While a new person is typed: who may already be there. */
export function Parecidos({ escrito }: { escrito: Escrito }) {
  const { nombres, apellidos, email, telefono, rut, comuna } = escrito;
  const [asked] = useDebouncedValue(
    JSON.stringify({
      nombres: nombres ?? '',
      apellidos: apellidos ?? '',
      email: email ?? '',
      telefono: telefono ?? '',
      rut: rut ?? '',
      comuna: comuna ?? null,
    }),
    400,
  );
  const { data } = useQuery({
    queryKey: [findParecidos.path, asked],
    queryFn: ({ signal }) => callSignedIn(findParecidos, { body: JSON.parse(asked), signal }),
    placeholderData: keepPreviousData,
    // A warning: when it cannot be had, the form goes on without it.
    retry: false,
  });
  const items = data?.items ?? [];
  return (
    <div aria-live="polite">
      {items.length > 0 && (
        <Alert
          color="yellow"
          icon={<IconUsers aria-hidden />}
          title="Puede que ya esté en la lista"
        >
          <ul className={classes.parecidos}>
            {items.map((item) => (
              <li key={item.id}>
                <AppLink to="/app/clientes/$id" params={{ id: String(item.id) }} target="_blank">
                  {nombreCompleto(item)}
                </AppLink>
                {item.email && <div>{item.email}</div>}
                <Text size="sm">{item.motivos.map((m) => nombresMotivo[m]).join(', ')}</Text>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
