import { Button, Radio, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { nombresTipoCliente, opciones } from '#contract/nombres.ts';
import { ComunaSelect } from '../../ui/form/ComunaSelect.tsx';
import { DateInput } from '../../ui/form/DateInput.tsx';
import { EmailInput } from '../../ui/form/EmailInput.tsx';
import { PhoneInput } from '../../ui/form/PhoneInput.tsx';
import { RutInput } from '../../ui/form/RutInput.tsx';
import { readDate } from '../../ui/form/readDate.ts';
import { Panel } from '../../ui/Panel.tsx';
import { toLocal } from '../../ui/time.ts';
import { useZone } from '../../ui/zone.tsx';
import { EmpresaSelect } from '../empresas/EmpresaSelect.tsx';
import { InteresesSelect } from '../InteresesSelect.tsx';
import { ResponsableSelect } from '../ResponsableSelect.tsx';
import type { ClienteFormPart } from './clienteValues.ts';
import { OrigenFields } from './OrigenFields.tsx';

type Props = ClienteFormPart & {
  explain: (name: string, error: ReactNode, value: string | null | undefined) => ReactNode;
  /** Asks for a new empresa; absent for those who may not. */
  onNewEmpresa?: (() => void) | undefined;
  onEmpresaText: (text: string) => void;
  /** Below the ways to reach them: who it may already be. */
  aviso?: ReactNode;
};

/** All that is known of a person, in the order in which one asks. */
export function ClienteFields(props: Props) {
  const { field, values, explain, onNewEmpresa, onEmpresaText, aviso } = props;
  const today = toLocal(new Date().toISOString(), useZone()).date;
  const email = field('email');
  const rut = field('rut');
  return (
    <>
      <Panel title="Quién es">
        <Stack gap="md">
          <Radio.Group label="Tipo de cliente" {...field('tipo')}>
            <SimpleGrid cols={{ base: 1, xs: 2 }} mt="xs" maw={420}>
              {opciones(nombresTipoCliente).map((option) => (
                <Radio key={option.value} {...option} />
              ))}
            </SimpleGrid>
          </Radio.Group>
          {values.tipo === 'B2B' && (
            <div>
              <EmpresaSelect
                label="Empresa"
                required
                maw={520}
                onText={onEmpresaText}
                {...field('empresaId')}
              />
              {onNewEmpresa && (
                <Button variant="subtle" size="compact-sm" mt={6} ml={-8} onClick={onNewEmpresa}>
                  Crear empresa
                </Button>
              )}
            </div>
          )}
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label="Nombres" required autoComplete="off" {...field('nombres')} />
            <TextInput label="Apellidos" autoComplete="off" {...field('apellidos')} />
          </SimpleGrid>
        </Stack>
      </Panel>
      <Panel title="Contacto">
        <Text c="dimmed" size="sm" mb="sm">
          Escribe al menos uno de los dos.
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <EmailInput
            label="Correo"
            {...email}
            error={explain('email', email.error, values.email)}
          />
          <PhoneInput label="Teléfono" {...field('telefono')} />
        </SimpleGrid>
      </Panel>
      {aviso}
      <Panel title="Más datos">
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <RutInput label="RUT" {...rut} error={explain('rut', rut.error, values.rut)} />
          <DateInput
            label="Fecha de nacimiento"
            clearable
            maxDate={today}
            dateParser={(text) => readBirth(text, today)}
            {...field('fechaNacimiento')}
          />
          <ComunaSelect label="Comuna" {...field('comuna')} />
        </SimpleGrid>
      </Panel>
      <Panel title="Origen e intereses">
        <OrigenFields field={field} values={values} />
        <InteresesSelect label="Intereses" mt="md" {...field('intereses')} />
      </Panel>
      <Panel title="Responsable">
        <ResponsableSelect
          aria-label="Responsable"
          description="Quién del equipo le hace seguimiento."
          maw={420}
          {...field('responsableId')}
        />
      </Panel>
      <Panel title="Notas">
        <Textarea
          aria-label="Notas"
          description="Solo las ve el equipo."
          autosize
          minRows={3}
          maxRows={12}
          {...field('notas')}
        />
      </Panel>
    </>
  );
}

/** `5-3-85` is no date ahead: those born in 2085 write nothing yet. */
function readBirth(text: string, today: string): string | null {
  const date = readDate(text);
  return date && date > today ? `${Number(date.slice(0, 4)) - 100}${date.slice(4)}` : date;
}
