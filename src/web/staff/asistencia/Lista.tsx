import { SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { getAsistencia, Puesto } from '#contract/asistencia.ts';
import type { Answer } from '#contract/endpoint.ts';
import { usePuede } from '../session.ts';
import { PagoModal } from '../ventas/PagoModal.tsx';
import classes from './asistencia.module.css';
import { PuestoRow } from './PuestoRow.tsx';
import { keyOfSeat, matchesSeat, seatPlace } from './seat.ts';
import { useMarcar } from './useMarcar.ts';

type Lista = Answer<typeof getAsistencia>;
type Show = 'TODOS' | 'SIN_MARCAR' | 'PRESENTE' | 'AUSENTE';

type Props = { tallerId: number; lista: Lista };

/** The roll: search a name, tap once. */
export function ListaAsistencia({ tallerId, lista }: Props) {
  const puede = usePuede();
  const [search, setSearch] = useState('');
  const [show, setShow] = useState<Show>('TODOS');
  const [paying, setPaying] = useState<Puesto>();
  const { tapped, marcar, forget } = useMarcar(tallerId);
  const { puestos, presentes, ausentes, sinMarcar } = lista;
  const seen = puestos.filter(
    (seat) =>
      matchesSeat(seat, search) &&
      (show === 'TODOS' ||
        (seat.asistencia ?? 'SIN_MARCAR') === show ||
        tapped.has(keyOfSeat(seat))),
  );
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          type="search"
          size="md"
          aria-label="Buscar a una persona"
          placeholder="Buscar a una persona"
          leftSection={<IconSearch size={20} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <SegmentedControl
          fullWidth
          aria-label="Mostrar"
          value={show}
          onChange={(value) => setShow(value as Show)}
          data={[
            { value: 'TODOS', label: <Count word="Todos" n={puestos.length} /> },
            { value: 'SIN_MARCAR', label: <Count word="Faltan" n={sinMarcar} /> },
            { value: 'PRESENTE', label: <Count word="Presentes" n={presentes} /> },
            { value: 'AUSENTE', label: <Count word="Ausentes" n={ausentes} /> },
          ]}
        />
      </div>
      {seen.length === 0 && (
        <Text c="dimmed" ta="center" py="xl" role="status">
          {search ? 'Nadie coincide con esa búsqueda.' : 'Aquí no hay nadie.'}
        </Text>
      )}
      <ul className={classes.seats} aria-label="Lista de asistencia">
        {seen.map((seat) => (
          <PuestoRow
            key={keyOfSeat(seat)}
            seat={seat}
            place={seatPlace(seat, puestos)}
            tapped={tapped.get(keyOfSeat(seat))}
            onMark={
              lista.abierta && puede('asistencia:escribir')
                ? (asistencia) => void marcar(seat, asistencia)
                : undefined
            }
            onForget={() => forget(seat)}
            onPay={puede('ventas:escribir') ? () => setPaying(seat) : undefined}
          />
        ))}
      </ul>
      {paying && (
        <PagoModal
          cobro={{ id: paying.cobroId, codigo: paying.codigo, saldo: paying.saldo }}
          opened
          onClose={() => setPaying(undefined)}
        />
      )}
    </>
  );
}

function Count({ word, n }: { word: string; n: number }) {
  return (
    <span className={classes.count}>
      <span className={`${classes.figure} tabular`}>{n}</span>
      <span>{word}</span>
    </span>
  );
}
