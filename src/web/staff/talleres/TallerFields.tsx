import {
  Checkbox,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { listIntereses } from '#contract/intereses.ts';
import { useEndpoint } from '../../api/queries.ts';
import { plainFilter } from '../../ui/form/ComunaSelect.tsx';
import { ImageInput } from '../../ui/form/ImageInput.tsx';
import { MoneyInput } from '../../ui/form/MoneyInput.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TallerCuando } from './TallerCuando.tsx';
import type { TallerFormPart } from './tallerForm.ts';

type Props = TallerFormPart & {
  /** Seats already sold. */
  taken?: number;
};

/** All that is said of a Taller, in the order in which it is decided. */
export function TallerFields({ taken = 0, ...part }: Props) {
  const { field } = part;
  return (
    <>
      <Panel title="Qué">
        <Que {...part} />
      </Panel>
      <Panel title="Cuándo y dónde">
        <TallerCuando {...part} />
      </Panel>
      <Panel title="Cupos y precio">
        <CuposYPrecio {...part} taken={taken} />
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
            description="Qué se hace, para quién es, qué incluye y qué hay que llevar."
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

function Que({ field, values, set }: TallerFormPart) {
  const intereses = useEndpoint(listIntereses, {});
  const interes = field('interesId');
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
          {...interes}
          value={values.interesId ? String(values.interesId) : null}
          onChange={(value) => set('interesId', value ? Number(value) : null)}
        />
      </SimpleGrid>
    </Stack>
  );
}

function CuposYPrecio({ field, taken }: TallerFormPart & { taken: number }) {
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberInput
          label="Cupos"
          required
          min={1}
          max={10_000}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="none"
          description={taken > 0 ? `Ya hay ${taken} tomados.` : 'Cuántas personas caben.'}
          {...field('cupos')}
        />
        <MoneyInput
          label="Precio por cupo"
          required
          description="Con todo incluido. Escribe «gratis» si no se cobra."
          {...field('precio')}
        />
      </SimpleGrid>
      <Checkbox
        label="Este taller está afecto a IVA"
        description="Las clases suelen estar exentas: entonces déjalo sin marcar. Si lo marcas, el IVA ya va dentro del precio y la venta lo muestra por separado; la persona paga lo mismo."
        {...field('afectoIva', { type: 'checkbox' })}
      />
    </Stack>
  );
}
