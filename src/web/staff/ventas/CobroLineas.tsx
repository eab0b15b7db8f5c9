import { useState } from 'react';
import type { Cobro, LineaCobro } from '#contract/cobros.ts';
import { Panel } from '../../ui/Panel.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { AnularModal } from './AnularModal.tsx';
import classes from './Cobro.module.css';
import { EntregaModal } from './EntregaModal.tsx';
import { LineasDesglose } from './LineasDesglose.tsx';
import { type ActoDeLinea, LineaView } from './LineaView.tsx';
import { keyOfLinea } from './lineas.ts';
import { TrasladarModal } from './TrasladarModal.tsx';

type Dialog = { act: ActoDeLinea; linea: LineaCobro };

/** What was sold, and what may be done with each part of it. */
export function CobroLineas({ cobro }: { cobro: Cobro }) {
  const [dialog, setDialog] = useState<Dialog>();
  const afecta = cobro.lineas.some(({ iva, anuladaEn }) => iva > 0 && anuladaEn === null);
  return (
    <Panel title="Qué se vendió">
      <ul className={classes.list}>
        {cobro.lineas.map((linea) => (
          <li key={keyOfLinea(linea)}>
            <LineaView linea={linea} onOpen={(act) => setDialog({ act, linea })} />
          </li>
        ))}
      </ul>
      {afecta && <LineasDesglose lineas={cobro.lineas} />}
      {dialog && <LineaDialog cobro={cobro} dialog={dialog} onClose={() => setDialog(undefined)} />}
    </Panel>
  );
}

type DialogProps = { cobro: Cobro; dialog: Dialog; onClose: () => void };

function LineaDialog({ cobro: { id, cliente }, dialog: { act, linea }, onClose }: DialogProps) {
  const shared = { opened: true, onClose };
  if (act === 'anular') return <AnularModal cobroId={id} linea={linea} {...shared} />;
  if (linea.tipo === 'TALLER') {
    const quien = nombreCompleto(cliente);
    return <TrasladarModal linea={{ ...linea, quien }} {...shared} />;
  }
  if (linea.tipo === 'PRODUCTO' && act !== 'trasladar') {
    return <EntregaModal venta={linea} entrega={act} {...shared} />;
  }
  return null;
}
