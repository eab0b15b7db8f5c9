import { Checkbox, NumberInput, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Negocio } from '#contract/ajustes.ts';
import { EmailInput } from '../../ui/form/EmailInput.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { RutInput } from '../../ui/form/RutInput.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { AjustesFrame } from './AjustesFrame.tsx';
import { useAjustesForm } from './useAjustesForm.ts';

export default function PagosPage() {
  return (
    <AjustesFrame title="Pagos">
      {(negocio) => <PagosForm key={negocio.version} negocio={negocio} />}
    </AjustesFrame>
  );
}

function PagosForm({ negocio }: { negocio: Negocio }) {
  const form = useAjustesForm(negocio, [
    'banco',
    'tipoCuenta',
    'numeroCuenta',
    'titularCuenta',
    'rutCuenta',
    'emailTransferencias',
    'instruccionesPago',
    'horasReserva',
    'horasOferta',
    'accesoConAbono',
    'mesesInactividad',
  ]);
  return (
    <FormFrame form={form}>
      <Panel title="Cuenta para transferencias">
        <Text c="dimmed" size="sm" mb="md">
          Quien se inscribe por internet ve estos datos para pagar.
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label="Banco" {...form.field('banco')} />
          <TextInput
            label="Tipo de cuenta"
            placeholder="Cuenta corriente"
            {...form.field('tipoCuenta')}
          />
          <TextInput label="Número de cuenta" inputMode="numeric" {...form.field('numeroCuenta')} />
          <TextInput label="Titular" {...form.field('titularCuenta')} />
          <RutInput label="RUT del titular" {...form.field('rutCuenta')} />
          <EmailInput label="Correo para comprobantes" {...form.field('emailTransferencias')} />
        </SimpleGrid>
        <Textarea
          mt="md"
          label="Instrucciones de pago"
          description="Por ejemplo: «Envía el comprobante por WhatsApp con tu nombre»."
          autosize
          minRows={3}
          {...form.field('instruccionesPago')}
        />
      </Panel>
      <Panel title="Plazos">
        <Stack>
          <NumberInput
            label="Horas que dura una reserva sin pagar"
            description="Si nadie paga en ese plazo, una inscripción hecha por internet se anula y su cupo queda libre."
            allowDecimal={false}
            required
            {...form.field('horasReserva')}
          />
          <NumberInput
            label="Horas que se guarda un cupo de la lista de espera"
            description="Cuando se libera un cupo se ofrece a quien está primero. Si no responde en ese plazo, pasa a quien sigue."
            allowDecimal={false}
            required
            {...form.field('horasOferta')}
          />
          <NumberInput
            label="Meses sin actividad para pasar a Inactivo"
            allowDecimal={false}
            required
            {...form.field('mesesInactividad')}
          />
        </Stack>
      </Panel>
      <Panel title="Cursos">
        <Checkbox
          label="Abrir el curso con el primer abono"
          description="Si no, el curso se abre cuando está pagado por completo."
          {...form.field('accesoConAbono', { type: 'checkbox' })}
        />
      </Panel>
    </FormFrame>
  );
}
