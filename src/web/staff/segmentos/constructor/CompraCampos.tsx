import { CosasParte } from './CosasParte.tsx';
import { CuandoParte } from './CuandoParte.tsx';
import type { CamposProps } from './camposProps.ts';
import { Varios } from './partes.tsx';
import { VecesParte } from './VecesParte.tsx';

const clases = [
  { value: 'TALLER', label: 'talleres' },
  { value: 'CURSO', label: 'cursos' },
  { value: 'PRODUCTO', label: 'kits y productos' },
] as const;

const estados = [
  { value: 'PAGADO', label: 'y la pagaron entera' },
  { value: 'ABONADO', label: 'y la abonaron' },
  { value: 'PENDIENTE', label: 'y aún no la pagan' },
] as const;

/** What was bought, when, how often, and whether it is paid; all of it may be left open. */
export function CompraCampos({ value, onChange, problemas }: CamposProps<'compra'>) {
  const { de = {}, estados: chosen, cuando, veces } = value;
  // A thing that is named is of its own kind.
  const nombradas = [de.talleres, de.cursos, de.productos].some((some) => some?.length);
  return (
    <>
      <CosasParte
        label="Qué compraron"
        placeholder="cualquier cosa"
        clases={['intereses', 'talleres', 'cursos', 'productos']}
        value={de}
        onChange={(cosas) => onChange({ de: { ...de, ...cosas } })}
        error={problemas.de}
      />
      {(!nombradas || de.clases?.length) && (
        <Varios
          label="De qué clase"
          placeholder="de cualquier clase"
          data={[...clases]}
          value={de.clases}
          onChange={(next) => onChange({ de: { ...de, clases: next } })}
        />
      )}
      <CuandoParte
        opcional
        value={cuando}
        onChange={(next) => onChange({ cuando: next })}
        error={problemas.cuando}
      />
      <VecesParte
        value={veces}
        onChange={(next) => onChange({ veces: next })}
        error={problemas.veces}
      />
      <Varios
        label="Estado del pago"
        placeholder="con cualquier pago"
        data={[...estados]}
        value={chosen}
        onChange={(next) => onChange({ estados: next })}
      />
    </>
  );
}
