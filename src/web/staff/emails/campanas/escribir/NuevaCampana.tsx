import { Group, Paper, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { createCampana } from '#contract/campanas.ts';
import { nombresTipoCampana, opciones } from '#contract/nombres.ts';
import { getSegmento } from '#contract/segmentos.ts';
import { useEndpoint, useMutate } from '../../../../api/queries.ts';
import { FormFrame } from '../../../../ui/form/FormFrame.tsx';
import { useContractForm } from '../../../../ui/form/useContractForm.ts';
import { ButtonLink } from '../../../../ui/link.tsx';
import { PageHeader } from '../../../../ui/PageHeader.tsx';
import { useConteo } from '../audiencia/useConteo.ts';
import { audienciaInicial } from '../filtro.ts';
import { cifra, personas } from '../palabras.ts';
import classes from './escribir.module.css';
import { PlantillaSelect } from './PlantillaSelect.tsx';

const detalles = {
  OFERTA: 'Un taller nuevo, un curso, un precio especial.',
  RECORDATORIO: 'Una fecha que viene, un cupo que queda.',
  PERSONALIZADO: 'Cualquier otra cosa que quieras contar.',
};

/** The beginning of a campaign: a name and what it starts from. From here on it is a draft that is kept. */
export function NuevaCampana() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const handed = useRouterState({ select: ({ location }) => location.state.audiencia });
  const [audiencia] = useState(() => audienciaInicial(search, handed));
  const crear = useMutate(createCampana, { notifyError: false });
  const form = useContractForm({
    schema: createCampana.body,
    initialValues: {
      nombre: '',
      tipo: 'OFERTA',
      plantillaId: null,
      audiencia,
      tallerId: audiencia.modo === 'ASISTENTES' ? audiencia.tallerId : null,
    },
    // The words of the template, when there is one, are taken by the server.
    send: (body) => crear.mutateAsync({ body }),
    onDone: ({ id }) =>
      void navigate({
        to: '/app/emails/campanas/$id/editar',
        params: { id: String(id) },
        replace: true,
      }),
  });
  return (
    <div className={classes.narrow}>
      <PageHeader
        title="Nueva campaña"
        back={{ to: '/app/emails/campanas', label: 'Volver a campañas' }}
      />
      <FormFrame
        form={form}
        submitLabel="Continuar"
        cancel={
          <ButtonLink to="/app/emails/campanas" variant="subtle">
            Cancelar
          </ButtonLink>
        }
      >
        <ParaQuien audiencia={audiencia} />
        <TextInput
          label="Nombre de la campaña"
          description="Solo lo ve tu equipo."
          placeholder="Talleres de diciembre"
          required
          data-autofocus
          {...form.field('nombre')}
        />
        <PlantillaSelect
          value={form.form.values.plantillaId ?? null}
          onChange={(plantilla) => {
            form.form.setFieldValue('plantillaId', plantilla?.id ?? null);
            if (plantilla) form.form.setFieldValue('tipo', plantilla.tipo);
          }}
        />
        <Radio.Group label="Qué es" {...form.field('tipo')}>
          <Stack gap="xs" mt={8}>
            {opciones(nombresTipoCampana).map(({ value, label }) => (
              <Radio
                key={value}
                value={value}
                label={label}
                description={detalles[value as keyof typeof detalles]}
              />
            ))}
          </Stack>
        </Radio.Group>
      </FormFrame>
    </div>
  );
}

/** Whom it begins with, when it was begun from a list or a workshop. */
function ParaQuien({ audiencia }: { audiencia: ReturnType<typeof audienciaInicial> }) {
  const all = audiencia.modo === 'FILTRO' && Object.keys(audiencia.filtro).length === 0;
  const { conteo } = useConteo(all ? undefined : audiencia, 0);
  const segmentoId = audiencia.modo === 'SEGMENTO' ? audiencia.segmentoId : undefined;
  const segmento = useEndpoint(
    getSegmento,
    { params: { id: segmentoId ?? 0 } },
    { enabled: segmentoId !== undefined, staleTime: 60_000 },
  );
  if (all) return null;
  const words = {
    CLIENTES: 'Para las personas que elegiste en la lista',
    FILTRO: 'Para las personas que mostraba la lista',
    SEGMENTO: segmento.data
      ? `Para las personas del segmento «${segmento.data.nombre}»`
      : 'Para las personas del segmento que elegiste',
    ASISTENTES: 'Para quienes van al taller',
  };
  return (
    <Paper p="md" bg="var(--app-surface)">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{words[audiencia.modo]}</Text>
        <Text role="status" className="tabular">
          {conteo && `Llegará a ${cifra(conteo.destinatarios)} de ${personas(conteo.candidatos)}`}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        En el paso siguiente lo puedes cambiar.
      </Text>
    </Paper>
  );
}
