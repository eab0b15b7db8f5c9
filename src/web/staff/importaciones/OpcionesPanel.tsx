import { Checkbox, Radio, Select, SimpleGrid, Stack } from '@mantine/core';
import type {
  CampoImportacion,
  OpcionesImportacion,
  TipoImportacion,
} from '#contract/importaciones.ts';
import { nombresMedio } from '#contract/medios.ts';
import { nombresOrigen, opciones as opcionesDe } from '#contract/nombres.ts';
import { Panel } from '../../ui/Panel.tsx';
import { InteresesSelect } from '../InteresesSelect.tsx';
import { nombresFechas } from './nombres.ts';

type Props = {
  tipo: TipoImportacion;
  campos: ReadonlySet<CampoImportacion>;
  tildesRotas: boolean;
  opciones: OpcionesImportacion;
  onChange: (opciones: OpcionesImportacion) => void;
};

const deFecha: CampoImportacion[] = ['fechaNacimiento', 'fechaCaptura', 'fechaTaller', 'fechaPago'];

/** What is done with the rows beyond what their columns say; only what matters to this file is asked. */
export function OpcionesPanel({ tipo, campos, tildesRotas, opciones, onChange }: Props) {
  const poner = (cambio: OpcionesImportacion) => onChange({ ...opciones, ...cambio });
  const casilla = (clave: Casilla, label: string, description: string) => (
    <Checkbox
      label={label}
      description={description}
      checked={opciones[clave] ?? false}
      onChange={(event) => poner({ [clave]: event.currentTarget.checked })}
    />
  );
  return (
    <Panel title="Opciones">
      <Stack gap="lg">
        <Radio.Group
          label="Personas que ya tienes"
          description="Las reconocemos por correo, RUT o teléfono"
          value={opciones.existentes ?? 'COMPLETAR'}
          onChange={(value) => poner({ existentes: value as 'COMPLETAR' | 'OMITIR' })}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="COMPLETAR"
              label="Completar los datos que les faltan, sin cambiar los que tienen"
            />
            <Radio value="OMITIR" label="Dejarlas como están" />
          </Stack>
        </Radio.Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label="Origen de quienes no lo traen"
            data={opcionesDe(nombresOrigen)}
            value={opciones.origen ?? 'OTRO'}
            allowDeselect={false}
            onChange={(origen) =>
              poner({ origen: (origen ?? 'OTRO') as NonNullable<OpcionesImportacion['origen']> })
            }
          />
          <InteresesSelect
            label="Intereses para todas las filas"
            value={opciones.intereses}
            onChange={(intereses) => poner({ intereses })}
          />
          {deFecha.some((campo) => campos.has(campo)) && (
            <Select
              label="Cómo vienen las fechas"
              data={opcionesDe(nombresFechas)}
              value={opciones.fechas ?? 'DMA'}
              allowDeselect={false}
              onChange={(fechas) =>
                poner({ fechas: (fechas ?? 'DMA') as keyof typeof nombresFechas })
              }
            />
          )}
          {tipo === 'INSCRIPCIONES' && (
            <Select
              label="Medio de los pagos que no lo dicen"
              data={opcionesDe(nombresMedio)}
              value={opciones.medio ?? 'OTRO'}
              allowDeselect={false}
              onChange={(medio) => poner({ medio: (medio ?? 'OTRO') as keyof typeof nombresMedio })}
            />
          )}
        </SimpleGrid>
        {tildesRotas &&
          casilla(
            'repararTildes',
            'Reparar tildes',
            'Hay textos como «MuÃ±oz»: quedarían como «Muñoz»',
          )}
        {campos.has('intereses') &&
          casilla(
            'crearIntereses',
            'Crear los intereses que no existen',
            'Si no, esas filas quedan con error',
          )}
        {campos.has('empresa') &&
          casilla(
            'crearEmpresas',
            'Crear las empresas que no existen',
            'Si no, esas filas quedan con error',
          )}
        {tipo === 'INSCRIPCIONES' &&
          casilla(
            'crearTalleres',
            'Crear los talleres pasados que no existen',
            'Si no, esas filas quedan con error',
          )}
      </Stack>
    </Panel>
  );
}

type Casilla = 'repararTildes' | 'crearIntereses' | 'crearEmpresas' | 'crearTalleres';
