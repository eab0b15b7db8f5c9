import { Loader, Modal, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  IconBuilding,
  IconCalendarEvent,
  IconCalendarPlus,
  IconPackage,
  IconReceipt2,
  IconSearch,
  IconTicket,
  IconUser,
  IconUserPlus,
  IconVideo,
  type TablerIcon,
} from '@tabler/icons-react';
import { type LinkProps, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { type Resultado, search } from '#contract/busqueda.ts';
import type { Permiso } from '#contract/permisos.ts';
import { useEndpoint } from '../../api/queries.ts';
import { describeError } from '../../ui/ErrorState.tsx';
import { usePuede } from '../session.ts';
import classes from './shell.module.css';

type Entry = {
  key: string;
  icon: TablerIcon;
  title: string;
  detail: string | null;
  to: LinkProps['to'];
  params?: Record<string, string>;
};

const kinds: Record<Resultado['tipo'], { icon: TablerIcon; name: string; to: LinkProps['to'] }> = {
  CLIENTE: { icon: IconUser, name: 'Cliente', to: '/app/clientes/$id' },
  EMPRESA: { icon: IconBuilding, name: 'Empresa', to: '/app/empresas/$id' },
  TALLER: { icon: IconCalendarEvent, name: 'Taller', to: '/app/talleres/$id' },
  CURSO: { icon: IconVideo, name: 'Curso', to: '/app/cursos/$id' },
  PRODUCTO: { icon: IconPackage, name: 'Producto', to: '/app/productos/$id' },
  COBRO: { icon: IconReceipt2, name: 'Venta', to: '/app/ventas/$id' },
};

const actions: (Omit<Entry, 'key' | 'detail'> & { permiso: Permiso })[] = [
  {
    icon: IconUserPlus,
    title: 'Nuevo cliente',
    to: '/app/clientes/nuevo',
    permiso: 'clientes:escribir',
  },
  {
    icon: IconTicket,
    title: 'Nueva venta',
    to: '/app/ventas/nueva',
    permiso: 'ventas:escribir',
  },
  {
    icon: IconCalendarPlus,
    title: 'Nuevo taller',
    to: '/app/talleres/nuevo',
    permiso: 'talleres:escribir',
  },
];

function toEntry({ tipo, id, titulo, detalle }: Resultado): Entry {
  const { icon, name, to } = kinds[tipo];
  const detail = [name, detalle].filter(Boolean).join(' · ');
  return { key: `${tipo}${id}`, icon, title: titulo, detail, to, params: { id: String(id) } };
}

/** Finds people, companies, workshops and sales, and starts what one often does. */
export default function SearchPalette({ onClose }: { onClose: () => void }) {
  const puede = usePuede();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [q] = useDebouncedValue(text.trim(), 150);
  const found = useEndpoint(search, { query: { q } }, { enabled: q.length > 0, keep: true });

  const typed = text.trim().toLowerCase();
  const entries: Entry[] = [
    ...(typed && found.data ? found.data.items.map(toEntry) : []),
    ...actions
      .filter(({ permiso, title }) => puede(permiso) && title.toLowerCase().includes(typed))
      .map((action) => ({ ...action, key: action.title, detail: 'Acción' })),
  ];
  const current = Math.min(active, entries.length - 1);
  const optionId = (index: number) => `${listId}-${index}`;

  function go({ to, params }: Entry) {
    onClose();
    void navigate({ to, params } as never);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && entries.length > 0) {
      event.preventDefault();
      const next = (current + step + entries.length) % entries.length;
      setActive(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    }
    const entry = entries[current];
    if (event.key === 'Enter' && entry) {
      event.preventDefault();
      go(entry);
    }
  }

  return (
    <Modal.Root opened onClose={onClose} size="lg">
      <Modal.Overlay />
      <Modal.Content aria-label="Buscar o hacer algo">
        <Modal.Body p="sm">
          <TextInput
            data-autofocus
            size="md"
            aria-label="Buscar clientes, empresas, talleres y ventas"
            placeholder="Nombre, correo, teléfono, RUT o número"
            leftSection={<IconSearch size={20} aria-hidden />}
            rightSection={found.isFetching ? <Loader size="xs" aria-label="Buscando" /> : undefined}
            role="combobox"
            aria-expanded={entries.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={current >= 0 ? optionId(current) : undefined}
            maxLength={120}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          <div id={listId} role="listbox" aria-label="Resultados" className={classes.results}>
            {entries.map((entry, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts from the search box.
              <div
                key={entry.key}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === current}
                className={classes.result}
                onMouseMove={() => setActive(index)}
                onClick={() => go(entry)}
              >
                <entry.icon size={20} stroke={1.8} aria-hidden />
                <div style={{ minWidth: 0 }}>
                  <Text truncate>{entry.title}</Text>
                  <Text className={classes.detail} truncate>
                    {entry.detail}
                  </Text>
                </div>
              </div>
            ))}
          </div>
          <Text role="status" size="sm" c="dimmed" px="sm" py={entries.length > 0 ? 0 : 'sm'}>
            {found.isError && typed
              ? describeError(found.error).title
              : typed &&
                q &&
                !found.isFetching &&
                entries.length === 0 &&
                `Nada coincide con «${q}».`}
          </Text>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
