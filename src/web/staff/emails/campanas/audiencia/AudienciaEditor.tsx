import { Radio, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import { SegmentoSelect } from '../../../segmentos/SegmentoSelect.tsx';
import { AsistentesFields } from './AsistentesFields.tsx';
import classes from './audiencia.module.css';
import type { AudienciaBorrador, Modo } from './borrador.ts';
import { FiltroFields } from './FiltroFields.tsx';
import { PersonasFields } from './PersonasFields.tsx';

type Props = { value: AudienciaBorrador; onChange: (value: AudienciaBorrador) => void };

const modos: { modo: Modo; titulo: string; detalle: string }[] = [
  {
    modo: 'FILTRO',
    titulo: 'Por sus características',
    detalle: 'Por intereses, estado, origen, lo que compraron…',
  },
  {
    modo: 'SEGMENTO',
    titulo: 'Un segmento guardado',
    detalle: 'Quienes estén en él cuando salga la campaña.',
  },
  {
    modo: 'ASISTENTES',
    titulo: 'Quienes van a un taller',
    detalle: 'Todas las personas inscritas en él.',
  },
  {
    modo: 'CLIENTES',
    titulo: 'Personas elegidas',
    detalle: 'Una por una, o las que marcaste en la lista.',
  },
];

const vacias: Record<Modo, AudienciaBorrador> = {
  FILTRO: { modo: 'FILTRO', filtro: {} },
  SEGMENTO: { modo: 'SEGMENTO' },
  ASISTENTES: { modo: 'ASISTENTES' },
  CLIENTES: { modo: 'CLIENTES', clientes: [] },
};

/** For whom a campaign is, in one of four ways; changing the way keeps what was chosen in the others. */
export function AudienciaEditor({ value, onChange }: Props) {
  const kept = useRef<Partial<Record<Modo, AudienciaBorrador>>>({});
  function change(modo: Modo) {
    if (modo === value.modo) return;
    kept.current[value.modo] = value;
    onChange(kept.current[modo] ?? vacias[modo]);
  }
  return (
    <Stack gap="lg">
      <Radio.Group
        label="¿Cómo quieres elegirlas?"
        value={value.modo}
        onChange={(modo) => change(modo as Modo)}
      >
        <div className={classes.modes} style={{ marginTop: 6 }}>
          {modos.map(({ modo, titulo, detalle }) => (
            <Radio.Card
              key={modo}
              value={modo}
              className={classes.mode}
              aria-label={titulo}
              aria-describedby={`modo-${modo}`}
            >
              <span className={classes.modeRow}>
                <Radio.Indicator mt={2} />
                <span>
                  <Text span fw={600} display="block">
                    {titulo}
                  </Text>
                  <Text span size="sm" c="dimmed" id={`modo-${modo}`}>
                    {detalle}
                  </Text>
                </span>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {value.modo === 'FILTRO' && (
        <FiltroFields
          value={value.filtro}
          onChange={(filtro) => onChange({ modo: 'FILTRO', filtro })}
        />
      )}
      {value.modo === 'SEGMENTO' && (
        <SegmentoSelect
          label="Segmento"
          required
          value={value.segmentoId ?? null}
          onChange={(id) => onChange({ modo: 'SEGMENTO', segmentoId: id ?? undefined })}
        />
      )}
      {value.modo === 'ASISTENTES' && <AsistentesFields value={value} onChange={onChange} />}
      {value.modo === 'CLIENTES' && (
        <PersonasFields
          ids={value.clientes}
          onChange={(clientes) => onChange({ modo: 'CLIENTES', clientes })}
        />
      )}
    </Stack>
  );
}
