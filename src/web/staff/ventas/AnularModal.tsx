import { List } from '@mantine/core';
import { anularCobro, getCobro } from '#contract/cobros.ts';
import { anularInscripcion } from '#contract/ventas.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { efectoDeAnular } from './efectoDeAnular.ts';
import { MotivoModal } from './MotivoModal.tsx';

type Props = {
  cobroId: number;
  /** One line of the sale; the whole of it without. */
  inscripcionId?: number | undefined;
  opened: boolean;
  onClose: () => void;
};

/** Annuls a sale or one line of it, once the person read what will happen to seats and money. */
export function AnularModal({ cobroId, inscripcionId, opened, onClose }: Props) {
  const venta = useMutate(anularCobro, { notifyError: false, done: 'Venta anulada.' });
  const linea = useMutate(anularInscripcion, { notifyError: false, done: 'Inscripción anulada.' });
  const one = inscripcionId !== undefined;
  return (
    <MotivoModal
      title={one ? 'Anular inscripción' : 'Anular la venta'}
      opened={opened}
      onClose={onClose}
      submitLabel={one ? 'Anular inscripción' : 'Anular la venta'}
      send={(motivo) =>
        one
          ? linea.mutateAsync({ params: { id: inscripcionId }, body: { motivo } })
          : venta.mutateAsync({ params: { id: cobroId }, body: { motivo } })
      }
    >
      <Efecto cobroId={cobroId} inscripcionId={inscripcionId} />
    </MotivoModal>
  );
}

function Efecto({ cobroId, inscripcionId }: Pick<Props, 'cobroId' | 'inscripcionId'>) {
  const cobro = useEndpoint(getCobro, { params: { id: cobroId } });
  if (cobro.isError) return <ErrorState error={cobro.error} retry={() => void cobro.refetch()} />;
  if (!cobro.data) return <ListSkeleton rows={2} height={24} />;
  return (
    <List spacing={4}>
      {efectoDeAnular(cobro.data, inscripcionId).map((text) => (
        <List.Item key={text}>{text}</List.Item>
      ))}
      <List.Item>No se puede deshacer: para volver a inscribir se hace una venta nueva.</List.Item>
    </List>
  );
}
