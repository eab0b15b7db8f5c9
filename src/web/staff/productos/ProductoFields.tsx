import { Checkbox, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { listIntereses } from '#contract/intereses.ts';
import { useEndpoint } from '../../api/queries.ts';
import { plainFilter } from '../../ui/form/ComunaSelect.tsx';
import { ImageInput } from '../../ui/form/ImageInput.tsx';
import { MoneyInput } from '../../ui/form/MoneyInput.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CantidadInput } from './CantidadInput.tsx';
import type { ProductoFormPart } from './productoForm.ts';

type Props = ProductoFormPart & {
  /** The field of the first stock, of a new Producto. */
  stock?: ReactNode;
};

/** All that is said of a Producto; its stock moves on its own page. */
export function ProductoFields({ stock, ...part }: Props) {
  const { field } = part;
  return (
    <>
      <Panel title="Qué">
        <Que {...part} />
      </Panel>
      <Panel title="Precio">
        <Stack gap="md">
          <MoneyInput
            label="Precio"
            required
            maw={280}
            description="Con IVA incluido."
            {...field('precio')}
          />
          <Checkbox
            label="Este producto está afecto a IVA"
            description="Los productos suelen llevar IVA: déjalo marcado salvo que sepas que está exento. Ya va dentro del precio."
            {...field('afectoIva', { type: 'checkbox' })}
          />
        </Stack>
      </Panel>
      <Panel title="Stock">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {stock}
          <CantidadInput
            label="Avisar cuando queden"
            description="Con esa cantidad o menos aparece en Inicio como stock bajo."
            {...field('stockMinimo')}
          />
        </SimpleGrid>
      </Panel>
      <Panel title="Imagen y descripción">
        <Stack gap="md">
          <ImageInput
            label="Imagen"
            description="JPEG, PNG, WebP o AVIF, hasta 8 MB."
            {...field('imagenId')}
          />
          <Textarea
            label="Descripción"
            description="Qué trae y para qué sirve."
            autosize
            minRows={4}
            maxRows={16}
            {...field('descripcion')}
          />
        </Stack>
      </Panel>
    </>
  );
}

function Que({ field, values, set }: ProductoFormPart) {
  const intereses = useEndpoint(listIntereses, {});
  return (
    <Stack gap="md">
      <TextInput label="Nombre" required autoComplete="off" {...field('nombre')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label="SKU"
          required
          autoComplete="off"
          description="El código con que lo reconoces, como KIT-BORDADO."
          {...field('sku')}
        />
        <Select
          label="Interés"
          placeholder="Elige uno"
          description="Con qué talleres y cursos va."
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
      <Checkbox
        label="Ofrecerlo en la página pública"
        description="Quien se inscribe en un taller o compra un curso de ese interés puede agregarlo."
        {...field('ventaWeb', { type: 'checkbox' })}
      />
    </Stack>
  );
}
