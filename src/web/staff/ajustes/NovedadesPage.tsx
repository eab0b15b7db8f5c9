import { Stack, Text, Textarea } from '@mantine/core';
import type { Negocio } from '#contract/ajustes.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useMarca } from '../session.ts';
import { AjustesFrame } from './AjustesFrame.tsx';
import classes from './ajustes.module.css';
import { useAjustesForm } from './useAjustesForm.ts';

export default function NovedadesPage() {
  return (
    <AjustesFrame title="Novedades">
      {(negocio) => (
        <Stack gap="md">
          <ConsentForm key={negocio.version} negocio={negocio} />
          <Snippet />
        </Stack>
      )}
    </AjustesFrame>
  );
}

function ConsentForm({ negocio }: { negocio: Negocio }) {
  const form = useAjustesForm(negocio, ['textoConsentimiento']);
  return (
    <Panel title="Texto de consentimiento">
      <FormFrame form={form}>
        <Textarea
          label="Lo que acepta quien marca la casilla"
          description={`Guardamos con cada persona la versión que vio. Esta es la ${negocio.versionConsentimiento}; si la cambias, empieza otra y lo ya aceptado sigue valiendo.`}
          autosize
          minRows={3}
          required
          {...form.field('textoConsentimiento')}
        />
      </FormFrame>
    </Panel>
  );
}

function Snippet() {
  const marca = useMarca();
  const src = `${marca?.publicUrl ?? ''}/incrustar/novedades`;
  const code = `<iframe src="${src}" title="Suscríbete a nuestras novedades" width="100%" height="640" style="border:0" loading="lazy"></iframe>`;
  return (
    <Panel title="Formulario para tu sitio web">
      <Text c="dimmed" size="sm" mb="sm">
        Pega este código en tu sitio. Quien se suscriba aparece aquí como un lead.
      </Text>
      <CopyText label="Código" text={code} multiline />
      <Text fw={600} mt="lg" mb="xs">
        Así se ve
      </Text>
      {/* A picture of it: what is typed here would be a real subscription. */}
      <div inert>
        <iframe
          src="/incrustar/novedades"
          title="Vista previa del formulario"
          className={classes.preview}
        />
      </div>
    </Panel>
  );
}
