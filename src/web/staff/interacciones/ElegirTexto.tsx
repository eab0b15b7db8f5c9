import { Group, Text } from '@mantine/core';
import { IconBrandWhatsapp } from '@tabler/icons-react';
import { listTextosWhatsapp } from '#contract/interacciones.ts';
import { formatPhone, whatsappLink } from '#contract/phone.ts';
import { useEndpoint } from '../../api/queries.ts';
import { AppLink } from '../../ui/link.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { usePuede } from '../session.ts';
import type { Contactable } from './contacto.ts';
import classes from './interacciones.module.css';

type Props = {
  cliente: Contactable;
  onClose: () => void;
  /** WhatsApp was opened with the text of that name. */
  onOpened: (resumen: string) => void;
};

/** The saved texts with the person's name in them: one tap opens WhatsApp with it written. */
export function ElegirTexto({ cliente, onClose, onOpened }: Props) {
  const puede = usePuede();
  const textos = useEndpoint(listTextosWhatsapp, { query: { cliente: cliente.id } });
  const phone = cliente.telefono ?? '';
  return (
    <QueryGate query={textos} rows={4}>
      {({ items }) => (
        <>
          <ul className={classes.texts}>
            {items.map(({ id, nombre, texto }) => (
              <li key={id}>
                <a
                  className={classes.text}
                  href={whatsappLink(phone, texto)}
                  target="_blank"
                  rel="noopener noreferrer"
                  onClick={() => onOpened(`WhatsApp: ${nombre}`)}
                >
                  <Text span fw={600} display="block">
                    {nombre}
                  </Text>
                  <Text span size="sm" c="dimmed" className={classes.words}>
                    {texto}
                  </Text>
                </a>
              </li>
            ))}
            <li>
              <a
                className={classes.text}
                href={whatsappLink(phone)}
                target="_blank"
                rel="noopener noreferrer"
                onClick={() => onOpened('')}
              >
                <Text span fw={600} display="block">
                  Escribir sin texto
                </Text>
              </a>
            </li>
          </ul>
          <Group justify="space-between" gap="xs" mt="md" className="tap-links">
            <Text size="sm" c="dimmed" className={classes.phone}>
              <IconBrandWhatsapp size={16} aria-hidden /> {formatPhone(phone)}
            </Text>
            {puede('interacciones:escribir') && (
              <AppLink to="/app/ajustes/textos" size="sm" onClick={onClose}>
                Cambiar los textos
              </AppLink>
            )}
          </Group>
        </>
      )}
    </QueryGate>
  );
}
