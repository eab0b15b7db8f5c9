import { formatPesos } from '#contract/money.ts';
import type { ReservaPublica } from '#contract/publico.ts';
import { formatRut } from '#contract/rut.ts';
import { AskByWhatsapp } from './AskByWhatsapp.tsx';
import { CopyButton } from './CopyButton.tsx';
import classes from './reserva.module.css';

type Row = { label: string; shown: string; copied?: string };

function rowsOf({ transferencia, saldo, codigo }: ReservaPublica): Row[] {
  const bank = transferencia
    ? [
        { label: 'Banco', shown: transferencia.banco },
        { label: 'Tipo de cuenta', shown: transferencia.tipoCuenta },
        { label: 'Número de cuenta', shown: transferencia.numeroCuenta },
        { label: 'Titular', shown: transferencia.titular },
        { label: 'RUT', shown: formatRut(transferencia.rut) },
        ...(transferencia.email ? [{ label: 'Correo', shown: transferencia.email }] : []),
      ]
    : [];
  return [
    ...bank,
    // Banks take the amount without dots or sign.
    { label: 'Monto', shown: formatPesos(saldo), copied: String(saldo) },
    { label: 'Comentario', shown: codigo },
  ];
}

/** The data of the transfer, each to be copied, and the way to send the receipt. */
export function HowToPay({ reserva }: { reserva: ReservaPublica }) {
  const { transferencia, instruccionesPago, whatsapp, codigo } = reserva;
  const rows = rowsOf(reserva);
  const all = rows.map(({ label, shown }) => `${label}: ${shown}`).join('\n');
  return (
    <section className={classes.card} aria-labelledby="como-pagar">
      <div className={classes.cardHead}>
        <h2 id="como-pagar" className={classes.heading}>
          {transferencia ? 'Datos para transferir' : 'Cómo pagar'}
        </h2>
        {transferencia && <CopyButton value={all} label="Copiar todo" />}
      </div>
      {!transferencia && !instruccionesPago && (
        <p className={classes.text}>
          Escríbenos para acordar cómo pagar e indica tu referencia {codigo}.
        </p>
      )}
      <dl className={classes.rows}>
        {rows.map(({ label, shown, copied }) => (
          <div key={label} className={classes.row}>
            <dt>{label}</dt>
            <dd className={`${classes.copyable} tabular`}>
              {shown}
              {transferencia && <CopyButton value={copied ?? shown} about={label} />}
            </dd>
          </div>
        ))}
      </dl>
      {transferencia && (
        <p className={classes.text}>
          Escribe <strong>{codigo}</strong> en el comentario de la transferencia, así sabemos que es
          tuya.
        </p>
      )}
      {instruccionesPago && <p className={classes.text}>{instruccionesPago}</p>}
      {whatsapp && (
        <div className={classes.actions}>
          <AskByWhatsapp reserva={reserva} receipt={Boolean(transferencia)} />
        </div>
      )}
    </section>
  );
}
