import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { deleteSupresion, type MotivoSupresion } from '#contract/supresiones.ts';
import { useMutate } from '../../../api/queries.ts';
import { MotivoModal } from '../../MotivoModal.tsx';

type Props = { email: string; motivo: MotivoSupresion };

/** Lets mail go to an address again, with a reason. */
export function Levantar({ email, motivo }: Props) {
  const [opened, { open, close }] = useDisclosure();
  const levantar = useMutate(deleteSupresion, {
    notifyError: false,
    done: 'La dirección salió de la lista.',
  });
  return (
    <>
      <Button variant="default" size="xs" onClick={open} aria-label={`Sacar de la lista: ${email}`}>
        Sacar de la lista
      </Button>
      <MotivoModal
        title="Sacar de la lista de bajas"
        label="Motivo"
        description="Queda en el registro de actividad."
        submit="Sacar de la lista"
        opened={opened}
        onClose={close}
        send={(razon) => levantar.mutateAsync({ body: { email, motivo: razon } })}
      >
        {motivo === 'BAJA' ? (
          <>
            <strong>{email}</strong> pidió no recibir novedades. Su consentimiento no vuelve: para
            recibirlas de nuevo tiene que suscribirse, o decírtelo y lo registras en su ficha.
          </>
        ) : (
          <>
            Volverán a salir correos a <strong>{email}</strong>, también los de sus compras. Si
            rebota o se queja otra vez, vuelve sola a la lista.
          </>
        )}
      </MotivoModal>
    </>
  );
}
