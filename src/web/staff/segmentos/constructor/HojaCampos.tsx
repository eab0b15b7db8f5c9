import { TextInput } from '@mantine/core';
import type { ComponentType } from 'react';
import type { Campo } from '#contract/condicion.ts';
import { nombresEstadoCliente, nombresOrigen, opciones } from '#contract/nombres.ts';
import type { HojaBorrador, HojaDe } from './arbol.ts';
import { CompraCampos } from './CompraCampos.tsx';
import { CosasParte } from './CosasParte.tsx';
import { CuandoParte } from './CuandoParte.tsx';
import type { CamposProps } from './camposProps.ts';
import classes from './constructor.module.css';
import { AsistenciaCampos, ContactoCampos, CorreoCampos, ResenaCampos } from './HechosCampos.tsx';
import { ComunasParte, RegionesParte, ResponsablesParte } from './LugarPartes.tsx';
import { Palabra, RangoNumeros, RangoPesos, Varios } from './partes.tsx';
import type { Problemas } from './problemas.ts';

type Campos<C extends Campo> = ComponentType<CamposProps<C>> | null;

const datos = [
  { value: 'email', label: 'un correo' },
  { value: 'telefono', label: 'un teléfono' },
  { value: 'rut', label: 'su RUT' },
  { value: 'fechaNacimiento', label: 'su fecha de nacimiento' },
  { value: 'comuna', label: 'su comuna' },
  { value: 'notas', label: 'alguna nota' },
  { value: 'cuentaPortal', label: 'una cuenta en el portal' },
] as const;

const mes = new Intl.DateTimeFormat('es-CL', { month: 'long', timeZone: 'UTC' });
const meses = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: mes.format(new Date(Date.UTC(2000, index, 1))),
}));

/** What is asked of each condition, after its verb. */
const campos: { [C in Campo]: Campos<C> } = {
  texto: ({ value, onChange, problemas }) => (
    <Contiene
      value={value.contiene}
      onChange={(contiene) => onChange({ contiene })}
      problemas={problemas}
    />
  ),
  estado: ({ value, onChange, problemas }) => (
    <Varios
      label="Estados"
      placeholder="Elige uno o varios"
      data={opciones(nombresEstadoCliente)}
      value={value.en}
      onChange={(en) => onChange({ en: en as NonNullable<HojaDe<'estado'>['en']> })}
      error={problemas.en}
    />
  ),
  tipo: null,
  empresa: ({ value, onChange, problemas }) => (
    <CosasParte
      label="Empresas"
      placeholder="Elige una o varias"
      clases={['empresas']}
      value={value}
      onChange={onChange}
      error={problemas.empresas}
    />
  ),
  edad: (props) => <RangoNumeros {...props} unidad="años" min={0} max={120} />,
  cumpleanos: ({ value, onChange, problemas }) => (
    <Varios
      label="Meses"
      placeholder="Elige uno o varios meses"
      data={meses}
      value={value.meses?.map(String)}
      onChange={(chosen) => onChange({ meses: chosen.map(Number) })}
      error={problemas.meses}
    />
  ),
  tiene: ({ value, onChange }) => (
    <Palabra
      label="Dato"
      data={[...datos]}
      value={value.dato ?? 'email'}
      onChange={(dato) => onChange({ dato })}
    />
  ),
  responsable: ({ value, onChange, problemas }) => (
    <ResponsablesParte value={value.en} onChange={(en) => onChange({ en })} error={problemas.en} />
  ),
  comuna: ({ value, onChange, problemas }) => (
    <ComunasParte value={value.en} onChange={(en) => onChange({ en })} error={problemas.en} />
  ),
  region: ({ value, onChange, problemas }) => (
    <RegionesParte value={value.en} onChange={(en) => onChange({ en })} error={problemas.en} />
  ),
  origen: ({ value, onChange, problemas }) => (
    <Varios
      label="Orígenes"
      placeholder="Elige uno o varios"
      data={opciones(nombresOrigen)}
      value={value.en}
      onChange={(en) => onChange({ en: en as NonNullable<HojaDe<'origen'>['en']> })}
      error={problemas.en}
    />
  ),
  utm: ({ value, onChange, problemas }) => (
    <>
      <span>que contiene</span>
      <Contiene
        value={value.contiene}
        onChange={(contiene) => onChange({ contiene })}
        problemas={problemas}
      />
    </>
  ),
  capturado: ({ value, onChange, problemas }) => (
    <CuandoParte
      value={value.cuando}
      onChange={(cuando) => onChange({ cuando })}
      error={problemas.cuando}
    />
  ),
  interes: ({ value, onChange, problemas }) => (
    <>
      <Palabra
        label="Cuántos de ellos"
        data={[
          { value: 'ALGUNO', label: 'alguno de' },
          { value: 'TODOS', label: 'todos estos' },
        ]}
        value={value.modo ?? 'ALGUNO'}
        onChange={(modo) => onChange({ modo })}
      />
      <CosasParte
        label="Intereses"
        placeholder="Elige uno o varios"
        clases={['intereses']}
        value={value}
        onChange={onChange}
        error={problemas.intereses}
      />
    </>
  ),
  recibeNovedades: null,
  compra: CompraCampos,
  gasto: ({ value, onChange, problemas }) => (
    <>
      <RangoPesos value={value} onChange={onChange} problemas={problemas} />
      <CuandoParte
        opcional
        value={value.cuando}
        onChange={(cuando) => onChange({ cuando })}
        error={problemas.cuando}
      />
    </>
  ),
  saldo: (props) => <RangoPesos {...props} />,
  asistencia: AsistenciaCampos,
  espera: ({ value, onChange }) => (
    <CosasParte
      label="Talleres"
      placeholder="cualquier taller"
      clases={['talleres']}
      value={value}
      onChange={onChange}
    />
  ),
  resena: ResenaCampos,
  actividad: ({ value, onChange, problemas }) => (
    <CuandoParte
      value={value.cuando}
      onChange={(cuando) => onChange({ cuando })}
      error={problemas.cuando}
    />
  ),
  contacto: ContactoCampos,
  correo: CorreoCampos,
};

type ContieneProps = {
  value: string | undefined;
  onChange: (value: string) => void;
  problemas: Problemas;
};

function Contiene({ value, onChange, problemas }: ContieneProps) {
  return (
    <TextInput
      aria-label="Texto"
      className={classes.text}
      maxLength={120}
      autoComplete="off"
      placeholder="Escribe un texto"
      value={value ?? ''}
      error={problemas.contiene}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

type Props = {
  hoja: HojaBorrador;
  onChange: (hoja: HojaBorrador) => void;
  problemas: Problemas;
};

/** The controls of one condition. */
export function HojaCampos({ hoja, onChange, problemas }: Props) {
  // Each entry takes the condition of its own name, which the type of a table cannot say.
  const Campos = campos[hoja.campo] as Campos<Campo>;
  if (!Campos) return null;
  return (
    <Campos
      value={hoja}
      problemas={problemas}
      onChange={(changes) => onChange({ ...hoja, ...changes } as HojaBorrador)}
    />
  );
}
