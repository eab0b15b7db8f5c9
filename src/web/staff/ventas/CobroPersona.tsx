import { Stack, Text } from '@mantine/core';
import { IconBrandWhatsapp } from '@tabler/icons-react';
import type { Cobro } from '#contract/cobros.ts';
import { ContactButton, MailLink, PhoneLink } from '../../ui/contact.tsx';
import { AppLink } from '../../ui/link.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { useVias } from '../interacciones/useVias.ts';

/** Whose sale it is, the company that is charged if one is, and the ways to reach them. */
export function CobroPersona({ cobro: { cliente, empresa } }: { cobro: Cobro }) {
  const { ofrecer, whatsapp } = useVias(cliente);
  return (
    <Panel title={empresa ? 'Empresa y contacto' : 'Persona'}>
      <Stack gap="xs" align="flex-start">
        {empresa && (
          <AppLink to="/app/empresas/$id" params={{ id: String(empresa.id) }} fw={600}>
            {empresa.razonSocial}
          </AppLink>
        )}
        <AppLink to="/app/clientes/$id" params={{ id: String(cliente.id) }} fw={600}>
          {nombreCompleto(cliente)}
        </AppLink>
        {cliente.telefono && (
          <ContactButton icon={IconBrandWhatsapp} label="WhatsApp" onClick={whatsapp} />
        )}
        {cliente.telefono && <PhoneLink phone={cliente.telefono} onClick={ofrecer('LLAMADA')} />}
        {cliente.email && <MailLink email={cliente.email} onClick={ofrecer('CORREO')} />}
        {!cliente.telefono && !cliente.email && (
          <Text c="dimmed">Su ficha no tiene correo ni teléfono.</Text>
        )}
      </Stack>
    </Panel>
  );
}
