import { Button, Group, Switch, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPrinter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Taller } from '#contract/talleres.ts';
import { type Inscripcion, listInscripcionesDeTaller } from '#contract/ventas.ts';
import { useEndpoint } from '../../api/queries.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { useExportar } from '../useExportar.ts';
import { HojaAsistencia } from './HojaAsistencia.tsx';
import { InscripcionDialogs, type OpenDialog } from './InscripcionDialogs.tsx';
import { InscritosCards, InscritosTable } from './InscritosLista.tsx';

const MANY = 8;

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether an enrolment is the one looked for, by its buyer, company, code or attendees. */
function matches({ cliente, codigo, asistentes }: Inscripcion, wanted: string): boolean {
  const people = [cliente, ...asistentes].map((one) => nombreCompleto(one));
  return plain([...people, cliente.empresa, codigo].join(' ')).includes(plain(wanted.trim()));
}

/** Who comes to a Taller, what they owe, and what may be done with each enrolment. */
export function Inscritos({ taller }: { taller: Taller }) {
  const [shown, setShown] = useState(false);
  // Those of an annulled Taller are all annulled.
  const over = taller.estado === 'ANULADO';
  const annulled = shown || over;
  const [text, setText] = useState('');
  const [dialog, setDialog] = useState<OpenDialog>();
  const phone = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  const query = annulled ? ({ anuladas: 'SI' } as const) : {};
  const exportar = useExportar('exportInscripcionesDeTaller');
  const list = useEndpoint(
    listInscripcionesDeTaller,
    { params: { id: taller.id }, query },
    { keep: true },
  );
  const all = list.data?.items ?? [];
  const live = all.filter(({ anuladaEn }) => anuladaEn === null);
  const List = phone ? InscritosCards : InscritosTable;
  return (
    <Panel
      title="Inscritos"
      actions={
        <Group gap="sm">
          {!over && (
            <Switch
              label="Ver anuladas"
              checked={shown}
              onChange={(event) => setShown(event.currentTarget.checked)}
            />
          )}
          {exportar && all.length > 0 && (
            <ExportButton
              load={exportar}
              params={{ id: taller.id }}
              query={query}
              rows={all.length === 1 ? '1 inscripción' : `${all.length} inscripciones`}
            />
          )}
          {live.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              onClick={() => window.print()}
            >
              Imprimir lista
            </Button>
          )}
        </Group>
      }
    >
      {all.length > MANY && (
        <TextInput
          type="search"
          aria-label="Buscar entre los inscritos"
          placeholder="Buscar entre los inscritos"
          leftSection={<IconSearch size={18} aria-hidden />}
          mb="sm"
          maw={360}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <QueryGate query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Nobody taller={taller} />
          ) : (
            <List items={items.filter((one) => matches(one, text))} onOpen={setDialog} />
          )
        }
      </QueryGate>
      <HojaAsistencia taller={taller} inscripciones={live} />
      {dialog && <InscripcionDialogs dialog={dialog} onClose={() => setDialog(undefined)} />}
    </Panel>
  );
}

function Nobody({ taller }: { taller: Taller }) {
  if (taller.estado === 'ANULADO') return <EmptyState title="No hubo inscritos" />;
  return (
    <EmptyState
      title="Aún no hay inscritos"
      action={
        taller.puede.inscribir && (
          <ButtonLink to="/app/talleres/$id/inscribir" params={{ id: String(taller.id) }}>
            Inscribir a alguien
          </ButtonLink>
        )
      }
    >
      Comparte su página pública, o inscribe tú a quien te escriba.
    </EmptyState>
  );
}
