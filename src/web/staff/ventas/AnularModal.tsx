import { List } from '@mantine/core';
import { anularCobro, getCobro } from '#contract/cobros.ts';
import {
  anularInscripcion,
  anularInscripcionCurso,
  anularVentaProducto,
} from '#contract/ventas.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { efectoDeAnular } from './efectoDeAnular.ts';
import { anularLinea, type LineaRef } from './lineas.ts';
import { MotivoModal } from './MotivoModal.tsx';

type Props = {
  cobroId: number;
  /** One line of the sale; the whole of it without. */
  linea?: LineaRef | undefined;
  opened: boolean;
  onClose: () => void;
};

/** Annuls a sale or one line of it, once the person read what will happen to seats, kits and money. */
export function AnularModal({ cobroId, linea, opened, onClose }: Props) {
  const send = useAnular(cobroId, linea);
  const title = linea ? anularLinea[linea.tipo] : 'Anular la venta';
  return (
    <MotivoModal title={title} opened={opened} onClose={onClose} submitLabel={title} send={send}>
      <Efecto cobroId={cobroId} linea={linea} />
    </MotivoModal>
  );
}

function useAnular(cobroId: number, linea: LineaRef | undefined) {
  const quiet = { notifyError: false } as const;
  const venta = useMutate(anularCobro, { ...quiet, done: 'Venta anulada.' });
  const taller = useMutate(anularInscripcion, { ...quiet, done: 'Inscripción anulada.' });
  const curso = useMutate(anularInscripcionCurso, { ...quiet, done: 'Acceso anulado.' });
  const producto = useMutate(anularVentaProducto, { ...quiet, done: 'Kit anulado.' });
  return (motivo: string) => {
    const args = { params: { id: linea?.id ?? cobroId }, body: { motivo } };
    switch (linea?.tipo) {
      case 'TALLER':
        return taller.mutateAsync(args);
      case 'CURSO':
        return curso.mutateAsync(args);
      case 'PRODUCTO':
        return producto.mutateAsync(args);
      default:
        return venta.mutateAsync(args);
    }
  };
}

function Efecto({ cobroId, linea }: Pick<Props, 'cobroId' | 'linea'>) {
  const cobro = useEndpoint(getCobro, { params: { id: cobroId } });
  if (cobro.isError) return <ErrorState error={cobro.error} retry={() => void cobro.refetch()} />;
  if (!cobro.data) return <ListSkeleton rows={2} height={24} />;
  return (
    <List spacing={4}>
      {efectoDeAnular(cobro.data, linea).map((text) => (
        <List.Item key={text}>{text}</List.Item>
      ))}
      <List.Item>No se puede deshacer: para volver a venderlo se hace una venta nueva.</List.Item>
    </List>
  );
}
