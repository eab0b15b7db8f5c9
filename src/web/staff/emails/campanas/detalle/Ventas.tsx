import { Text } from '@mantine/core';
import type { Informe } from '#contract/campanas.ts';
import { Explain } from '../../../../ui/Explain.tsx';
import { Money } from '../../../../ui/Money.tsx';
import { Panel } from '../../../../ui/Panel.tsx';
import { cifra } from '../palabras.ts';
import classes from './detalle.module.css';

/** What those who got it bought afterwards, with how that is counted at hand. */
export function Ventas({ ventas }: { ventas: Informe['ventas'] }) {
  const { cantidad, personas, total, pagado } = ventas;
  return (
    <Panel title="Ventas en los 7 días siguientes">
      {cantidad === 0 ? (
        <Text>Quienes la recibieron aún no han comprado nada.</Text>
      ) : (
        <dl className={classes.figures} style={{ marginTop: 0 }}>
          <div className={classes.figure}>
            <dt>Ventas</dt>
            <dd>
              {cifra(cantidad)}
              <span className={classes.small}>
                de {personas === 1 ? '1 persona' : `${cifra(personas)} personas`}
              </span>
            </dd>
          </div>
          <div className={classes.figure}>
            <dt>Vendido</dt>
            <dd>
              <Money value={total} />
            </dd>
          </div>
          <div className={classes.figure}>
            <dt>
              Pagado
              <Explain about="Pagado">
                Lo que ya se pagó de esas ventas, menos lo que se devolvió.
              </Explain>
            </dt>
            <dd>
              <Money value={pagado} />
            </dd>
          </div>
        </dl>
      )}
      <Text size="sm" c="dimmed" mt="md">
        Se cuentan las ventas no anuladas de quienes recibieron el correo, hechas hasta 7 días
        después de recibirlo. Que hayan comprado por el correo es probable, no seguro.
      </Text>
    </Panel>
  );
}
