import { Box } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { listIntereses } from '#contract/intereses.ts';
import { formatPesos } from '#contract/money.ts';
import {
  createProducto,
  getProducto,
  type Producto,
  productoCampos,
  updateProducto,
} from '#contract/productos.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { callSignedIn } from '../../api/session.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { useIdParam } from '../useIdParam.ts';
import { useVersions } from '../useVersions.ts';
import { VersionConflict } from '../VersionConflict.tsx';
import { ProductoForm } from './ProductoForm.tsx';
import { draftOf, type ProductoDraft } from './productoForm.ts';

export default function ProductoFormPage() {
  const id = useIdParam();
  return <Box maw={860}>{id === undefined ? <NuevoProducto /> : <LoadedProducto id={id} />}</Box>;
}

function LoadedProducto({ id }: { id: number }) {
  const producto = useEndpoint(getProducto, { params: { id } });
  return (
    <QueryGate query={producto} rows={8}>
      {(data) => <EditarProducto key={data.id} producto={data} />}
    </QueryGate>
  );
}

function NuevoProducto() {
  const navigate = useNavigate();
  const crear = useMutate(createProducto, { notifyError: false, done: 'Producto creado.' });
  const [initial] = useState(() => draftOf());
  return (
    <>
      <PageHeader
        title="Nuevo producto"
        back={{ to: '/app/productos', label: 'Volver a productos' }}
      />
      <ProductoForm
        initial={initial}
        isNew
        send={(body) => crear.mutateAsync({ body })}
        onDone={({ id }) => void navigate({ to: '/app/productos/$id', params: { id: String(id) } })}
        submitLabel="Crear producto"
        cancel={
          <ButtonLink to="/app/productos" variant="subtle">
            Cancelar
          </ButtonLink>
        }
      />
    </>
  );
}

function EditarProducto({ producto }: { producto: Producto }) {
  const navigate = useNavigate();
  const params = { id: String(producto.id) };
  const [initial] = useState(() => draftOf(producto));
  const cambiar = useMutate(updateProducto, { notifyError: false, done: 'Cambios guardados.' });
  const intereses = useEndpoint(listIntereses, {});
  const versions = useVersions(producto, {
    schema: productoCampos,
    toValues: draftOf,
    load: () => callSignedIn(getProducto, { params }),
  });
  const nameOfInteres = (id: number | undefined) =>
    intereses.data?.items.find((one) => one.id === id)?.nombre;
  return (
    <>
      <PageHeader
        title={`Editar ${producto.nombre}`}
        back={{ to: '/app/productos/$id', params, label: 'Volver al producto' }}
      />
      <ProductoForm
        initial={initial}
        explained={versions.refused}
        notice={(form) => (
          <VersionConflict
            versions={versions}
            form={form}
            noun="este producto"
            labels={labels}
            show={(of, name) => showField(of, name, nameOfInteres)}
          />
        )}
        send={({ stockInicial: _, ...body }) =>
          versions.send((version) => cambiar.mutateAsync({ params, body: { ...body, version } }))
        }
        onDone={() => void navigate({ to: '/app/productos/$id', params })}
        submitLabel="Guardar"
        cancel={
          <ButtonLink to="/app/productos/$id" params={params} variant="subtle">
            Cancelar
          </ButtonLink>
        }
      />
    </>
  );
}

const labels: Record<string, string> = {
  nombre: 'Nombre',
  sku: 'SKU',
  descripcion: 'Descripción',
  interesId: 'Interés',
  imagenId: 'Imagen',
  precio: 'Precio',
  afectoIva: 'IVA',
  stockMinimo: 'Avisar cuando queden',
  ventaWeb: 'Página pública',
};

/** What a Producto says in a field of its form, in words. */
function showField(
  of: Producto,
  name: string,
  nameOfInteres: (id: number | undefined) => string | undefined,
): ReactNode {
  if (name === 'interesId') return nameOfInteres(of.interes?.id);
  if (name === 'imagenId') return of.imagenId && 'otra imagen';
  if (name === 'precio') return formatPesos(of.precio);
  if (name === 'afectoIva') return of.afectoIva ? 'afecto' : 'exento';
  if (name === 'ventaWeb') return of.ventaWeb ? 'se ofrece' : 'no se ofrece';
  return String(draftOf(of)[name as keyof ProductoDraft] ?? '');
}
