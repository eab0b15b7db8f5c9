import { Checkbox, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '../../../ui/Panel.tsx';
import { ElegirPersona, type PersonaElegida } from '../ElegirPersona.tsx';
import { ElegirEmpresa, type EmpresaElegida } from './ElegirEmpresa.tsx';
import { focusOn } from './focusOn.ts';
import { NuevaPersonaFields } from './NuevaPersonaFields.tsx';
import type { Venta } from './useVentaForm.ts';

const PERSONA = '[name="persona.clienteId"]';
const EMPRESA = '[name="empresaId"]';

type Props = { venta: Venta; empresa: EmpresaElegida | undefined; next: string };

/** Who buys: a person, or a company through its contact. `next` is what takes the focus afterwards. */
export function QuienPanel({ venta, empresa: start, next }: Props) {
  const { set, field, values, choose } = venta;
  const [modo, setModo] = useState(start ? 'EMPRESA' : 'PERSONA');
  const [empresa, setEmpresa] = useState(start);
  const ofEmpresa = modo === 'EMPRESA';

  function changeModo(to: string) {
    setModo(to);
    changeEmpresa(undefined);
    focusOn(to === 'EMPRESA' ? EMPRESA : PERSONA);
  }
  function changeEmpresa(to: EmpresaElegida | undefined) {
    setEmpresa(to);
    set('empresaId', to?.id ?? null);
    choose(undefined);
  }
  function pick(one: PersonaElegida) {
    choose(one);
    if (!ofEmpresa) set('empresaId', null);
    focusOn(next);
  }

  return (
    <Panel title="Quién">
      <Stack gap="md">
        <SegmentedControl
          aria-label="A quién se le vende"
          data={[
            { value: 'PERSONA', label: 'Una persona' },
            { value: 'EMPRESA', label: 'Una empresa' },
          ]}
          value={modo}
          onChange={changeModo}
        />
        {ofEmpresa && (
          <ElegirEmpresa
            chosen={empresa}
            error={field('empresaId').error}
            onPick={(one) => {
              changeEmpresa(one);
              focusOn(PERSONA);
            }}
            onClear={() => {
              changeEmpresa(undefined);
              focusOn(EMPRESA);
            }}
          />
        )}
        {(!ofEmpresa || empresa) && <Persona venta={venta} empresa={empresa} onPick={pick} />}
        {!ofEmpresa && venta.persona?.empresa && values.persona.tipo === 'EXISTENTE' && (
          <Checkbox
            label={`Cobrar a ${venta.persona.empresa.razonSocial}`}
            description="El comprobante sale a nombre de la empresa."
            checked={values.empresaId !== null}
            onChange={(event) => {
              const { id } = venta.persona?.empresa ?? {};
              set('empresaId', event.currentTarget.checked && id ? id : null);
            }}
          />
        )}
      </Stack>
    </Panel>
  );
}

type PersonaProps = {
  venta: Venta;
  empresa: EmpresaElegida | undefined;
  onPick: (one: PersonaElegida) => void;
};

function Persona({ venta, empresa, onPick }: PersonaProps) {
  const { field, set, values, persona, choose, startNew, refusal } = venta;
  const back = () => {
    choose(undefined);
    focusOn(PERSONA);
  };
  if (values.persona.tipo === 'NUEVA') {
    return (
      <NuevaPersonaFields
        field={field}
        email={values.persona.email}
        empresa={empresa}
        empresaId={values.persona.empresaId}
        setEmpresa={(id) => set('persona.empresaId', id)}
        duplicate={refusal?.code === 'EMAIL_DUPLICADO'}
        onUse={onPick}
        onBack={back}
      />
    );
  }
  return (
    <ElegirPersona
      chosen={persona}
      error={field('persona.clienteId').error}
      onPick={onPick}
      onClear={back}
      onNew={(text) => {
        startNew(text, empresa?.id ?? null);
        focusOn('[name="persona.nombres"]');
      }}
      {...(empresa ? { label: 'Contacto', empresaId: empresa.id } : {})}
    />
  );
}
