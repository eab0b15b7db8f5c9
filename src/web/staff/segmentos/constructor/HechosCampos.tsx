import type { ResultadoInteraccion, TipoInteraccion } from '#contract/interacciones.ts';
import { CosasParte } from './CosasParte.tsx';
import { CuandoParte } from './CuandoParte.tsx';
import type { CamposProps } from './camposProps.ts';
import { RangoNumeros, Varios } from './partes.tsx';
import { VecesParte } from './VecesParte.tsx';

/** Which talleres, and when. */
export function AsistenciaCampos({ value, onChange, problemas }: CamposProps<'asistencia'>) {
  return (
    <>
      <CosasParte
        label="Talleres"
        placeholder="cualquier taller"
        clases={['talleres']}
        value={value}
        onChange={onChange}
      />
      <CuandoParte
        opcional
        value={value.cuando}
        onChange={(cuando) => onChange({ cuando })}
        error={problemas.cuando}
      />
    </>
  );
}

/** How many stars, and when. */
export function ResenaCampos({ value, onChange, problemas }: CamposProps<'resena'>) {
  return (
    <>
      <RangoNumeros
        value={value}
        onChange={onChange}
        problemas={problemas}
        unidad="estrellas"
        min={1}
        max={5}
      />
      <CuandoParte
        opcional
        value={value.cuando}
        onChange={(cuando) => onChange({ cuando })}
        error={problemas.cuando}
      />
    </>
  );
}

const tipos: { value: TipoInteraccion; label: string }[] = [
  { value: 'LLAMADA', label: 'una llamada' },
  { value: 'WHATSAPP', label: 'un WhatsApp' },
  { value: 'CORREO', label: 'un correo' },
  { value: 'REUNION', label: 'una reunión' },
  { value: 'NOTA', label: 'una nota' },
];

const resultados: { value: ResultadoInteraccion; label: string }[] = [
  { value: 'INTERESADO', label: 'quedaron con interés' },
  { value: 'NO_INTERESADO', label: 'no les interesó' },
  { value: 'SIN_RESPUESTA', label: 'no respondieron' },
  { value: 'RESUELTO', label: 'quedó resuelto' },
];

/** What kind of contact, how it ended, and when. */
export function ContactoCampos({ value, onChange, problemas }: CamposProps<'contacto'>) {
  return (
    <>
      <Varios
        label="Qué contacto"
        placeholder="cualquier contacto"
        data={tipos}
        value={value.tipos}
        onChange={(next) => onChange({ tipos: next })}
      />
      <CuandoParte
        opcional
        value={value.cuando}
        onChange={(cuando) => onChange({ cuando })}
        error={problemas.cuando}
      />
      <Varios
        label="Resultado"
        placeholder="con cualquier resultado"
        data={resultados}
        value={value.resultados}
        onChange={(next) => onChange({ resultados: next })}
      />
    </>
  );
}

/** Which campaigns, when, and how often. */
export function CorreoCampos({ value, onChange, problemas }: CamposProps<'correo'>) {
  return (
    <>
      <CosasParte
        label="Campañas"
        placeholder="cualquier correo"
        clases={['campanas']}
        value={value}
        onChange={onChange}
      />
      <CuandoParte
        opcional
        value={value.cuando}
        onChange={(cuando) => onChange({ cuando })}
        error={problemas.cuando}
      />
      <VecesParte
        value={value.veces}
        onChange={(veces) => onChange({ veces })}
        error={problemas.veces}
      />
    </>
  );
}
