import { Chip, Group, Input, MultiSelect, TextInput } from '@mantine/core';
import {
  IconActivity,
  IconBuilding,
  IconCalendarPlus,
  IconFlag,
  IconId,
  IconMapPin,
  IconRoute,
  IconSearch,
  IconShoppingBag,
  IconShoppingBagX,
  IconTag,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { FiltroAudiencia } from '#contract/campanas.ts';
import { nombresEstadoCliente, nombresOrigen, opciones } from '#contract/nombres.ts';
import { ComunaSelect } from '../../../../ui/form/ComunaSelect.tsx';
import { EmpresaSelect } from '../../../empresas/EmpresaSelect.tsx';
import { InteresesSelect } from '../../../InteresesSelect.tsx';
import { CompraFields } from './CompraFields.tsx';
import { EntreFechas } from './EntreFechas.tsx';

export type CamposProps = {
  value: FiltroAudiencia;
  onChange: (changes: FiltroAudiencia) => void;
};

export type Nombre =
  | 'intereses'
  | 'estado'
  | 'compro'
  | 'noCompro'
  | 'actividad'
  | 'creado'
  | 'origen'
  | 'tipo'
  | 'comuna'
  | 'empresa'
  | 'texto';

export type Condicion = {
  nombre: Nombre;
  titulo: string;
  icono: TablerIcon;
  /** What of the filter it sets. */
  campos: (keyof FiltroAudiencia)[];
  Campos: ComponentType<CamposProps>;
};

/** Undefined for an empty list, which would say nothing. */
const some = <T,>(list: T[]) => (list.length > 0 ? list : undefined);

export const condiciones: Condicion[] = [
  {
    nombre: 'intereses',
    titulo: 'Les interesa',
    icono: IconTag,
    campos: ['intereses'],
    Campos: ({ value, onChange }) => (
      <InteresesSelect
        label="Les interesa alguno de"
        value={value.intereses}
        onChange={(ids) => onChange({ intereses: some(ids) })}
      />
    ),
  },
  {
    nombre: 'estado',
    titulo: 'Su estado es',
    icono: IconFlag,
    campos: ['estado'],
    Campos: ({ value, onChange }) => (
      <Input.Wrapper label="Su estado es" labelElement="div">
        <Group gap={6} mt={6} role="group" aria-label="Su estado es">
          <Chip.Group
            multiple
            value={value.estado ?? []}
            onChange={(chosen: string[]) =>
              onChange({ estado: some(chosen as NonNullable<FiltroAudiencia['estado']>) })
            }
          >
            {opciones(nombresEstadoCliente).map((estado) => (
              <Chip key={estado.value} value={estado.value}>
                {estado.label}
              </Chip>
            ))}
          </Chip.Group>
        </Group>
      </Input.Wrapper>
    ),
  },
  {
    nombre: 'compro',
    titulo: 'Compraron',
    icono: IconShoppingBag,
    campos: ['compro'],
    Campos: ({ value, onChange }) => (
      <CompraFields
        label="Compraron"
        cualquiera="Cualquier cosa"
        nombres={{
          talleres: 'Alguno de estos talleres',
          cursos: 'o alguno de estos cursos',
          productos: 'o alguno de estos kits',
        }}
        value={value.compro}
        onChange={(compro) => onChange({ compro })}
      />
    ),
  },
  {
    nombre: 'noCompro',
    titulo: 'No compraron',
    icono: IconShoppingBagX,
    campos: ['noCompro'],
    Campos: ({ value, onChange }) => (
      <CompraFields
        label="No compraron"
        cualquiera="Nada todavía"
        nombres={{
          talleres: 'Ninguno de estos talleres',
          cursos: 'ni estos cursos',
          productos: 'ni estos kits',
        }}
        value={value.noCompro}
        onChange={(noCompro) => onChange({ noCompro })}
      />
    ),
  },
  {
    nombre: 'actividad',
    titulo: 'Su última actividad fue',
    icono: IconActivity,
    campos: ['actividadDesde', 'actividadHasta'],
    Campos: ({ value, onChange }) => (
      <EntreFechas
        label="Su última actividad fue"
        description="Una compra, un pago, una llamada anotada o una visita a su portal. Sin la primera fecha cuenta también quien nunca tuvo una."
        desde={value.actividadDesde}
        hasta={value.actividadHasta}
        desdeLabel="Desde el"
        hastaLabel="Antes del"
        onChange={(actividadDesde, actividadHasta) => onChange({ actividadDesde, actividadHasta })}
      />
    ),
  },
  {
    nombre: 'creado',
    titulo: 'Se registraron entre',
    icono: IconCalendarPlus,
    campos: ['creadoDesde', 'creadoHasta'],
    Campos: ({ value, onChange }) => (
      <EntreFechas
        label="Se registraron entre"
        desde={value.creadoDesde}
        hasta={value.creadoHasta}
        desdeLabel="Desde el"
        hastaLabel="Hasta el"
        onChange={(creadoDesde, creadoHasta) => onChange({ creadoDesde, creadoHasta })}
      />
    ),
  },
  {
    nombre: 'origen',
    titulo: 'Llegaron por',
    icono: IconRoute,
    campos: ['origen'],
    Campos: ({ value, onChange }) => (
      <MultiSelect
        label="Llegaron por"
        placeholder={value.origen?.length ? undefined : 'Elige uno o varios'}
        clearable
        clearButtonProps={{ 'aria-label': 'Quitar todos' }}
        data={opciones(nombresOrigen)}
        value={value.origen ?? []}
        onChange={(chosen) =>
          onChange({ origen: some(chosen as NonNullable<FiltroAudiencia['origen']>) })
        }
      />
    ),
  },
  {
    nombre: 'tipo',
    titulo: 'Son personas o de empresas',
    icono: IconId,
    campos: ['tipo'],
    Campos: ({ value, onChange }) => (
      <Input.Wrapper label="Son" labelElement="div">
        <Group gap={6} mt={6} role="group" aria-label="Son">
          <Chip.Group
            value={value.tipo ?? ''}
            onChange={(tipo) => onChange({ tipo: tipo === 'B2B' ? 'B2B' : 'B2C' })}
          >
            <Chip value="B2C">Personas</Chip>
            <Chip value="B2B">Contactos de empresas</Chip>
          </Chip.Group>
        </Group>
      </Input.Wrapper>
    ),
  },
  {
    nombre: 'comuna',
    titulo: 'Viven en',
    icono: IconMapPin,
    campos: ['comuna'],
    Campos: ({ value, onChange }) => (
      <ComunaSelect
        label="Viven en la comuna"
        value={value.comuna}
        onChange={(comuna) => onChange({ comuna: comuna ?? undefined })}
      />
    ),
  },
  {
    nombre: 'empresa',
    titulo: 'Son de la empresa',
    icono: IconBuilding,
    campos: ['empresaId'],
    Campos: ({ value, onChange }) => (
      <EmpresaSelect
        label="Son de la empresa"
        value={value.empresaId ?? null}
        onChange={(id) => onChange({ empresaId: id ?? undefined })}
      />
    ),
  },
  {
    nombre: 'texto',
    titulo: 'Su nombre o correo contiene',
    icono: IconSearch,
    campos: ['q'],
    Campos: ({ value, onChange }) => (
      <TextInput
        label="Su nombre, correo o teléfono contiene"
        maxLength={120}
        value={value.q ?? ''}
        onChange={(event) => onChange({ q: event.currentTarget.value || undefined })}
      />
    ),
  },
];
