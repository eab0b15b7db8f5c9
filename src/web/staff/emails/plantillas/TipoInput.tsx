import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TipoCampana } from '#contract/emails.ts';
import { nombresTipoCampana } from '#contract/nombres.ts';

type Props = {
  value?: string | null | undefined;
  onChange: (tipo: TipoCampana) => void;
  error?: ReactNode;
  name?: string;
};

const explained: Record<TipoCampana, string> = {
  OFERTA: 'Invita a un taller, un curso o un producto.',
  RECORDATORIO: 'Acuerda a las personas de algo que se acerca.',
  PERSONALIZADO: 'Lo que quieras contar: noticias, saludos, una pregunta.',
};

const tipos = Object.keys(explained) as TipoCampana[];

/** What a template is for. All three are promotional mail: they go only to who accepted to get it. */
export function TipoInput({ value, onChange, error, name }: Props) {
  return (
    <Radio.Group
      label="Para qué es"
      description="Los tres llegan solo a quienes aceptaron recibir novedades."
      required
      value={value ?? null}
      error={error}
      {...(name ? { name } : {})}
      onChange={(tipo) => onChange(tipo as TipoCampana)}
    >
      <Stack gap={8} mt="xs">
        {tipos.map((tipo) => (
          <Radio
            key={tipo}
            value={tipo}
            label={nombresTipoCampana[tipo]}
            description={explained[tipo]}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
