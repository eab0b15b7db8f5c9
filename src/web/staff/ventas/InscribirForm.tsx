import { Grid, NumberInput, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { getTaller } from '#contract/talleres.ts';
import { MAX_CUPOS_VENTA } from '#contract/ventas.ts';
import { useEndpoint } from '../../api/queries.ts';
import { FormFrame } from '../../ui/form/FormFrame.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ElegirPersona, type PersonaElegida } from './ElegirPersona.tsx';
import { ElegirTaller, type TallerElegido } from './ElegirTaller.tsx';
import { NuevaPersonaFields } from './NuevaPersonaFields.tsx';
import { Rechazo } from './Rechazo.tsx';
import { ResumenVenta } from './ResumenVenta.tsx';
import { useVentaForm } from './useVentaForm.ts';
import { VentaOpciones } from './VentaOpciones.tsx';
import { previewTotal } from './ventaForm.ts';

type Props = { cliente?: PersonaElegida; tallerId?: number | undefined; cancel: ReactNode };

/** The next field is there only after the paint. */
function focusOn(selector: string) {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}

const PERSONA = '[name="persona.clienteId"]';
const TALLER = '[name="linea.tallerId"]';

/** Who, to which Taller, how many seats; the rest is optional and stays folded. */
export function InscribirForm(props: Props) {
  const venta = useVentaForm(props);
  const { form, field, set, values, persona, choose, startNew, refusal } = venta;
  const { tallerId, cantidad } = values.linea;
  const [picked, setPicked] = useState<TallerElegido>();
  const fresh = useEndpoint(
    getTaller,
    { params: { id: tallerId ?? 0 } },
    { enabled: tallerId !== undefined },
  );
  const taller = tallerId === undefined ? undefined : (fresh.data ?? picked);
  const total = previewTotal(taller?.precio ?? 0, values.linea);

  function pickPersona(one: PersonaElegida) {
    choose(one);
    focusOn(taller ? '[aria-label="Cambiar: Persona"]' : TALLER);
  }
  function pickTaller(one: TallerElegido) {
    setPicked(one);
    venta.forgetRefusal();
    set('linea.tallerId', one.id);
    focusOn('[aria-label="Cambiar: Taller"]');
  }
  function clearTaller() {
    venta.forgetRefusal();
    set('linea.tallerId', undefined);
    focusOn(TALLER);
  }

  return (
    <FormFrame form={form} submitLabel="Inscribir" cancel={props.cancel}>
      {refusal && (
        <Rechazo
          code={refusal}
          persona={persona}
          taller={taller}
          onCupos={(cupos) => {
            set('linea.cantidad', cupos);
            venta.forgetRefusal();
          }}
          onOtherTaller={clearTaller}
          refresh={() => void fresh.refetch()}
        />
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <Panel title="Quién">
              {values.persona.tipo === 'NUEVA' ? (
                <NuevaPersonaFields
                  field={field}
                  email={values.persona.email}
                  empresaId={values.persona.empresaId}
                  setEmpresa={(id) => set('persona.empresaId', id)}
                  duplicate={refusal === 'EMAIL_DUPLICADO'}
                  onUse={pickPersona}
                  onBack={() => {
                    choose(undefined);
                    focusOn(PERSONA);
                  }}
                />
              ) : (
                <ElegirPersona
                  chosen={persona}
                  error={field('persona.clienteId').error}
                  onPick={pickPersona}
                  onClear={() => {
                    choose(undefined);
                    focusOn(PERSONA);
                  }}
                  onNew={(text) => {
                    startNew(text);
                    focusOn('[name="persona.nombres"]');
                  }}
                />
              )}
            </Panel>
            <Panel title="A qué taller">
              <Stack gap="md">
                <ElegirTaller
                  chosen={taller}
                  name="linea.tallerId"
                  error={field('linea.tallerId').error}
                  cupos={1}
                  onPick={pickTaller}
                  onClear={clearTaller}
                />
                <NumberInput
                  label="Cupos"
                  maw={160}
                  min={1}
                  max={MAX_CUPOS_VENTA}
                  allowDecimal={false}
                  allowNegative={false}
                  clampBehavior="none"
                  {...field('linea.cantidad')}
                />
              </Stack>
            </Panel>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Panel title="Precio y pago">
            <Stack gap="md">
              <ResumenVenta taller={taller} values={values} total={total} />
              {taller && (
                <VentaOpciones venta={venta} total={total} cantidad={Number(cantidad) || 0} />
              )}
            </Stack>
          </Panel>
        </Grid.Col>
      </Grid>
    </FormFrame>
  );
}
