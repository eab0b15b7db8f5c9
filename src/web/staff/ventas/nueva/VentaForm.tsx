import { Grid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { FormFrame } from '../../../ui/form/FormFrame.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { AgregarLinea } from './AgregarLinea.tsx';
import { focusOn } from './focusOn.ts';
import { keyOf } from './item.ts';
import classes from './LineaCard.module.css';
import { LineaCard } from './LineaCard.tsx';
import { QuienPanel } from './QuienPanel.tsx';
import { ResumenVenta } from './ResumenVenta.tsx';
import { type Start, useVentaForm } from './useVentaForm.ts';
import { VentaOpciones } from './VentaOpciones.tsx';
import { itemRefDe } from './ventaForm.ts';

const AGREGAR = '[name="lineas"]';
const VENDER = 'button[type="submit"]';

/** Who, what and how it is paid; the rest is optional and stays folded. */
export function VentaForm({ cancel, ...start }: Start & { cancel: ReactNode }) {
  const venta = useVentaForm(start);
  const { form, values, remove, itemsError, refresh } = venta;
  const { lineas } = values;
  const seats = lineas.length > 0 && lineas.every(({ tipo }) => tipo === 'TALLER');
  return (
    <FormFrame form={form} submitLabel={seats ? 'Inscribir' : 'Vender'} cancel={cancel}>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <QuienPanel
              venta={venta}
              empresa={start.empresa}
              next={lineas.length > 0 ? VENDER : AGREGAR}
            />
            <Panel title="Qué">
              <Stack gap="md">
                {itemsError && <ErrorState error={itemsError} retry={refresh} />}
                {lineas.length > 0 && (
                  <ul className={classes.list}>
                    {lineas.map((linea, index) => (
                      <LineaCard
                        key={keyOf(itemRefDe(linea))}
                        venta={venta}
                        index={index}
                        linea={linea}
                        onRemove={() => {
                          remove(index);
                          focusOn(AGREGAR);
                        }}
                      />
                    ))}
                  </ul>
                )}
                <AgregarLinea
                  venta={venta}
                  onAdded={(index) => focusOn(`[name="lineas.${index}.cantidad"], ${AGREGAR}`)}
                />
              </Stack>
            </Panel>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Panel title="Total y pago">
            <Stack gap="md">
              <ResumenVenta venta={venta} />
              {lineas.length > 0 && <VentaOpciones venta={venta} />}
            </Stack>
          </Panel>
        </Grid.Col>
      </Grid>
    </FormFrame>
  );
}
