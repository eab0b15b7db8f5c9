import { Checkbox, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { listIntereses } from '#contract/intereses.ts';
import { useEndpoint } from '../../api/queries.ts';
import { plainFilter } from '../../ui/form/ComunaSelect.tsx';
import { ImageInput } from '../../ui/form/ImageInput.tsx';
import { MoneyInput } from '../../ui/form/MoneyInput.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { CursoFormPart } from './cursoForm.ts';
import { DiasAccesoInput } from './DiasAccesoInput.tsx';

/** All that is said of a Curso, in the order in which it is decided; its lessons come after. */
export function CursoFields(part: CursoFormPart) {
  const { field, set, values } = part;
  return (
    <>
      <Panel title="Qué">
        <Que {...part} />
      </Panel>
      <Panel title="Precio y acceso">
        <Stack gap="md">
          <MoneyInput
            label="Precio"
            required
            maw={280}
            description="Con todo incluido. Escribe «gratis» si no se cobra."
            {...field('precio')}
          />
          <DiasAccesoInput
            label="Cuánto dura el acceso"
            description="Se cuenta desde que la compra queda pagada. Los que ya compraron conservan lo suyo."
            error={field('diasAcceso').error}
            value={values.diasAcceso ?? null}
            onChange={(dias) => set('diasAcceso', dias)}
          />
          <Checkbox
            label="Este curso está afecto a IVA"
            description="Las clases suelen estar exentas: entonces déjalo sin marcar. Si lo marcas, el IVA ya va dentro del precio y la venta lo muestra por separado; la persona paga lo mismo."
            {...field('afectoIva', { type: 'checkbox' })}
          />
        </Stack>
      </Panel>
      <Panel title="Imagen y descripción">
        <Stack gap="md">
          <ImageInput
            label="Imagen"
            description="JPEG, PNG, WebP o AVIF, hasta 8 MB. Se ve en la página pública, mejor apaisada."
            {...field('imagenId')}
          />
          <Textarea
            label="Descripción"
            description="Qué se aprende, para quién es y qué materiales se necesitan."
            autosize
            minRows={6}
            maxRows={20}
            {...field('descripcion')}
          />
        </Stack>
      </Panel>
    </>
  );
}

function Que({ field, values, set }: CursoFormPart) {
  const intereses = useEndpoint(listIntereses, {});
  return (
    <Stack gap="md">
      <TextInput label="Título" required autoComplete="off" {...field('titulo')} />
      <TextInput
        label="Resumen"
        description="Una frase para el catálogo."
        autoComplete="off"
        {...field('resumen')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label="Quién lo imparte" autoComplete="off" {...field('instructor')} />
        <Select
          label="Interés"
          placeholder="Elige uno"
          searchable
          clearable
          filter={plainFilter}
          data={(intereses.data?.items ?? []).map(({ id, nombre }) => ({
            value: String(id),
            label: nombre,
          }))}
          {...field('interesId')}
          value={values.interesId ? String(values.interesId) : null}
          onChange={(value) => set('interesId', value ? Number(value) : null)}
        />
      </SimpleGrid>
    </Stack>
  );
}
