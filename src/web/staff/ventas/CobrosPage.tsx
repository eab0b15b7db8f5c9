import { Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type CobroItem, listCobros } from '#contract/cobros.ts';
import { formatPesos } from '#contract/money.ts';
import { nombresEstadoPago, opciones } from '#contract/nombres.ts';
import { formatNumero } from '#contract/numero.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EstadoBadge } from '../../ui/EstadoBadge.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import { Money } from '../../ui/Money.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { formatDeadline } from '../../ui/relative.ts';
import { nombreCompleto } from '../clientes/persona.ts';
import { EstadoPagoBadge } from '../estados.tsx';
import { usePuede } from '../session.ts';
import { useExportar } from '../useExportar.ts';
import classes from './Cobro.module.css';
import { Debe } from './Debe.tsx';
import { FiltroVenta, filtrosDeVenta } from './FiltroVenta.tsx';

const nombreDe = ({ cliente }: CobroItem) => nombreCompleto(cliente);

export default function CobrosPage() {
  const exportar = useExportar('exportCobros');
  const puede = usePuede();
  const nueva = puede('ventas:escribir') && (
    <ButtonLink to="/app/ventas/nueva" leftSection={<IconPlus size={18} aria-hidden />}>
      Nueva venta
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title="Ventas" actions={nueva} />
      <DataList
        endpoint={listCobros}
        exportar={exportar}
        noun={{ one: 'venta', many: 'ventas' }}
        searchLabel="Buscar por código o persona"
        defaultOrder="-creadoEn"
        filters={[
          {
            name: 'estado',
            title: 'Estado',
            multiple: true,
            options: opciones(nombresEstadoPago),
          },
          {
            name: 'atencion',
            title: 'Por atender',
            options: [
              { value: 'POR_REEMBOLSAR', label: 'Por devolver' },
              { value: 'ALERTA', label: 'Pagó sin cupo' },
              { value: 'VENCE_PRONTO', label: 'Vence pronto' },
            ],
          },
        ]}
        extraFilter={{ names: [...filtrosDeVenta], node: <FiltroVenta /> }}
        columns={[
          {
            id: 'codigo',
            title: 'Venta',
            render: (c) => <span className={classes.whole}>{c.codigo}</span>,
          },
          { id: 'persona', title: 'Quién', render: (c) => <Quien cobro={c} /> },
          { id: 'detalle', title: 'Qué', render: (c) => c.detalle },
          { id: 'estado', title: 'Estado', render: (c) => <Estado cobro={c} /> },
          { id: 'total', title: 'Total', render: (c) => <Money value={c.total} />, numeric: true },
          { id: 'saldo', title: 'Debe', render: (c) => <Debe saldo={c.saldo} />, numeric: true },
          {
            id: 'comprobante',
            title: 'N°',
            render: (c) =>
              c.comprobante !== null && (
                <span className={classes.whole}>{formatNumero(c.comprobante)}</span>
              ),
          },
          {
            id: 'creadoEn',
            title: 'Fecha',
            render: (c) => (
              <span className={classes.whole}>
                <DateTime value={c.creadoEn} as="fechaCorta" />
              </span>
            ),
            sort: { up: 'creadoEn', down: '-creadoEn' },
          },
        ]}
        nameOf={(c) => `${nombreDe(c)} · ${c.codigo}`}
        card={(c) => (
          <>
            <Text size="sm">{c.detalle}</Text>
            <Group justify="space-between" gap="xs">
              <Estado cobro={c} />
              <Text size="sm" className="tabular">
                {c.saldo > 0
                  ? `Debe ${formatPesos(c.saldo)} de ${formatPesos(c.total)}`
                  : formatPesos(c.total)}
              </Text>
            </Group>
            <Text size="sm" c="dimmed">
              {[
                c.empresa?.razonSocial,
                c.comprobante && `Comprobante ${formatNumero(c.comprobante)}`,
              ]
                .filter(Boolean)
                .map((text) => `${text} · `)}
              <DateTime value={c.creadoEn} as="fechaCorta" />
            </Text>
          </>
        )}
        link={(c) => ({ to: '/app/ventas/$id', params: { id: String(c.id) } })}
        empty={
          <EmptyState title="Aún no hay ventas" action={nueva}>
            Cada venta de talleres, cursos o kits queda aquí: qué debe cada persona, y sus pagos.
          </EmptyState>
        }
      />
    </>
  );
}

/** Who bought; for a company, its contact below. */
function Quien({ cobro }: { cobro: CobroItem }) {
  if (!cobro.empresa) return nombreDe(cobro);
  return (
    <>
      {cobro.empresa.razonSocial}
      <Text size="sm" c="dimmed">
        {nombreDe(cobro)}
      </Text>
    </>
  );
}

/** The state of payment, and what about this sale cannot wait. */
function Estado({ cobro }: { cobro: CobroItem }) {
  const { estado, alerta, porReembolsar, saldoAFavor, venceEn } = cobro;
  return (
    <Group gap={6}>
      <EstadoPagoBadge estado={estado} />
      {alerta && <EstadoBadge tone="bad">Pagó sin cupo</EstadoBadge>}
      {porReembolsar > 0 && (
        <EstadoBadge tone="warn">{`Devolver ${formatPesos(porReembolsar)}`}</EstadoBadge>
      )}
      {saldoAFavor > 0 && (
        <EstadoBadge tone="info">{`${formatPesos(saldoAFavor)} a favor`}</EstadoBadge>
      )}
      {estado === 'PENDIENTE' && venceEn && (
        <Text size="sm" c="dimmed" component="span">
          {formatDeadline(venceEn)}
        </Text>
      )}
    </Group>
  );
}
