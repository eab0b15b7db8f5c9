import { Button, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '#contract/endpoint.ts';
import { formatPesos } from '#contract/money.ts';
import type { Taller } from '#contract/talleres.ts';
import { anularTaller } from '#contract/ventas.ts';
import { useMutate } from '../../api/queries.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { MotivoModal } from '../ventas/MotivoModal.tsx';
import { ReembolsoList } from './PorReembolsar.tsx';

type Props = { taller: Taller; inscripciones: number; opened: boolean; onClose: () => void };

/** Annuls a whole Taller: says before what will happen, and afterwards whose money is to be given back. */
export function AnularTallerModal({ taller, inscripciones, opened, onClose }: Props) {
  const [done, setDone] = useState<Answer<typeof anularTaller>>();
  const anular = useMutate(anularTaller, { notifyError: false });
  const close = () => {
    setDone(undefined);
    onClose();
  };
  if (done) {
    return (
      <FormModal title="Taller anulado" opened={opened} onClose={close}>
        <Stack>
          <Text>
            {done.anuladas === 1
              ? 'Se anuló 1 inscripción.'
              : `Se anularon ${done.anuladas} inscripciones.`}{' '}
            {done.porReembolsar.length === 0
              ? 'No hay dinero por devolver.'
              : 'Este dinero queda por devolver; abre cada venta para registrar su reembolso:'}
          </Text>
          <ReembolsoList items={done.porReembolsar} />
          <Button onClick={close} data-autofocus>
            Listo
          </Button>
        </Stack>
      </FormModal>
    );
  }
  const { version, cuposOcupados, ingresos } = taller;
  return (
    <MotivoModal
      title="Anular taller"
      opened={opened}
      onClose={close}
      submitLabel="Anular taller"
      send={(motivo) =>
        anular.mutateAsync({ params: { id: taller.id }, body: { motivo, version } })
      }
      onDone={setDone}
    >
      <List spacing={4}>
        <List.Item>«{taller.titulo}» deja de venderse y su página dirá que fue anulado.</List.Item>
        <List.Item>{annulled(inscripciones, cuposOcupados)}</List.Item>
        <List.Item>
          {ingresos.pagado > 0
            ? `Hay ${formatPesos(ingresos.pagado)} pagados: anular no los devuelve. Después verás la lista de a quién devolver.`
            : 'No hay pagos: no habrá nada que devolver.'}
        </List.Item>
        <List.Item>No se puede deshacer.</List.Item>
      </List>
    </MotivoModal>
  );
}

function annulled(inscripciones: number, cupos: number): string {
  if (inscripciones === 0) return 'No hay inscripciones que anular.';
  const seats = cupos === 1 ? '1 cupo' : `${cupos} cupos`;
  return inscripciones === 1
    ? `Se anula 1 inscripción (${seats}).`
    : `Se anulan ${inscripciones} inscripciones (${seats}).`;
}
