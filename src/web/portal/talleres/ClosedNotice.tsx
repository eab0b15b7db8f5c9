import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TallerPublico } from '#contract/publico.ts';
import { WhatsappLink } from '../../ui/contact.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { negocioQuery } from '../publico.api.ts';

type Closed = Exclude<TallerPublico['disponibilidad'], 'ABIERTO' | 'COMPLETO'>;

const notices: Record<Closed, { title: string; text: string }> = {
  TERMINADO: {
    title: 'Este taller ya comenzó',
    text: 'Por eso no recibe más inscripciones. Déjanos tu correo y te avisamos cuando haya una nueva fecha.',
  },
  ANULADO: {
    title: 'Este taller fue anulado',
    text: 'No se realizará en esta fecha. Si estabas inscrita o inscrito, escríbenos para resolverlo. También podemos avisarte de las próximas fechas.',
  },
};

/** Why a workshop takes no enrolments, and what one may do instead. */
export function ClosedNotice({ taller }: { taller: TallerPublico }) {
  const { data } = useQuery(negocioQuery);
  const { disponibilidad } = taller;
  if (disponibilidad === 'ABIERTO' || disponibilidad === 'COMPLETO') return null;
  const { title, text } = notices[disponibilidad];
  return (
    <Stack gap="sm">
      <Title order={2}>{title}</Title>
      <Text c="dimmed">{text}</Text>
      <ButtonLink to="/novedades" size="md" fullWidth>
        Avísenme de nuevas fechas
      </ButtonLink>
      {data?.whatsapp && (
        <WhatsappLink
          phone={data.whatsapp}
          text={`Hola, les escribo por el taller «${taller.titulo}».`}
          label="Escribir por WhatsApp"
        />
      )}
      <ButtonLink to="/" variant="default" size="md" fullWidth>
        Ver otros talleres
      </ButtonLink>
    </Stack>
  );
}
