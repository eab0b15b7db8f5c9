import { Checkbox, Input, Stack } from '@mantine/core';
import type { FiltroAudiencia } from '#contract/campanas.ts';
import { CosasSelect } from './CosaSelect.tsx';
import type { Clase } from './cosas.ts';

type Compra = NonNullable<FiltroAudiencia['compro']>;
type Props = {
  label: string;
  /** How «anything at all» is said. */
  cualquiera: string;
  /** How each kind is asked for. */
  nombres: Record<Clase, string>;
  value: Compra | undefined;
  onChange: (value: Compra | undefined) => void;
};

const clases: Clase[] = ['talleres', 'cursos', 'productos'];

/** What was bought: anything, or any of those named. */
export function CompraFields({ label, cualquiera, nombres, value, onChange }: Props) {
  const algo = value?.algo ?? false;
  return (
    <Input.Wrapper label={label} labelElement="div">
      <Stack gap="sm" mt={6}>
        <Checkbox
          label={cualquiera}
          checked={algo}
          onChange={(event) => onChange(event.currentTarget.checked ? { algo: true } : undefined)}
        />
        {!algo &&
          clases.map((clase) => (
            <CosasSelect
              key={clase}
              clase={clase}
              label={nombres[clase]}
              value={value?.[clase] ?? []}
              onChange={(ids) => {
                const next = { ...value, [clase]: ids.length > 0 ? ids : undefined };
                onChange(clases.some((one) => next[one]) ? next : undefined);
              }}
            />
          ))}
      </Stack>
    </Input.Wrapper>
  );
}
