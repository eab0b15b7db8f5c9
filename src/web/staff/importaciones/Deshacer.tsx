import { Button, Group, List, Stack, Text } from '@mantine/core';
import { type Importacion, previewDeshacer, undoImportacion } from '#contract/importaciones.ts';
import { useEndpoint, useMutate } from '../../api/queries.ts';
import { AppLink } from '../../ui/link.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { cuantas } from './nombres.ts';

type Props = { importacion: Importacion; cerrar: () => void };

/** What undoing would take away and what it would leave, before it is done. */
export function Deshacer({ importacion: { id }, cerrar }: Props) {
  const previa = useEndpoint(previewDeshacer, { params: { id } }, { staleTime: 0 });
  const deshacer = useMutate(undoImportacion, { onSuccess: cerrar });
  return (
    <QueryGate query={previa} rows={3}>
      {({ intactas, tocadas, ejemplos }) => (
        <Stack gap="md">
          <Text>
            {intactas === 0
              ? 'No queda ninguna fila como se importó.'
              : `${cuantas(intactas, 'fila sigue como se importó', 'filas siguen como se importaron')}: lo que se creó se elimina y lo que se completó vuelve a como estaba.`}
          </Text>
          {tocadas > 0 && (
            <>
              <Text>
                {cuantas(tocadas, 'fila cambió', 'filas cambiaron')} después y se{' '}
                {tocadas === 1 ? 'queda' : 'quedan'} como {tocadas === 1 ? 'está' : 'están'}:
              </Text>
              <List size="sm">
                {ejemplos.map(({ numero, clienteId, nombre, motivo }) => (
                  <List.Item key={numero}>
                    <AppLink to="/app/clientes/$id" params={{ id: String(clienteId) }}>
                      {nombre}
                    </AppLink>{' '}
                    (fila {numero}): {motivo}
                  </List.Item>
                ))}
              </List>
            </>
          )}
          <Group justify="flex-end">
            <Button variant="subtle" onClick={cerrar}>
              Volver
            </Button>
            <Button
              color="red"
              disabled={intactas === 0}
              loading={deshacer.isPending}
              onClick={() =>
                deshacer.mutate({ params: { id }, body: tocadas > 0 ? { soloIntactas: true } : {} })
              }
            >
              {tocadas > 0
                ? `Deshacer solo ${cuantas(intactas, 'fila', 'filas')}`
                : 'Deshacer todo'}
            </Button>
          </Group>
        </Stack>
      )}
    </QueryGate>
  );
}
