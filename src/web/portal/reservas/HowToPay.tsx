import { useId } from 'react';
import { formatPesos } from '#contract/money.ts';
import type { ReservaPublica } from '#contract/publico.ts';
import { formatRut } from '#contract/rut.ts';
import { AskByWhatsapp } from './AskByWhatsapp.tsx';
import { CopyButton } from './CopyButton.tsx';
import classes from './reserva.module.css';

/** A purchase that is still to be paid, and how the school is paid. */
export type ToPay = Pick<
  ReservaPublica,
  'codigo' | 'saldo' | 'transferencia' | 'instruccionesPago' | 'whatsapp'
>;

type Row = { label: string; shown: string; copied?: string };

function rowsOf({ transferencia, saldo, codigo }: ToPay): Row[] {
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

type Props = {
  pay: ToPay;
  /** What was bought, in words, for the message to the school. */
  about: string;
  /** Within something that already has a frame. */
  bare?: boolean;
};

/** The data of the transfer, each to be copied, and the way to send the receipt. */
export function HowToPay({ pay, about, bare = false }: Props) {
  const id = useId();
  const { transferencia, instruccionesPago, whatsapp, codigo } = pay;
  const rows = rowsOf(pay);
  const all = rows.map(({ label, shown }) => `${label}: ${shown}`).join('\n');
  return (
    <section className={bare ? classes.bare : classes.card} aria-labelledby={id}>
      <div className={classes.cardHead}>
        <h2 id={id} className={classes.heading}>
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
          <AskByWhatsapp
            codigo={codigo}
            whatsapp={whatsapp}
            about={about}
            receipt={Boolean(transferencia)}
          />
        </div>
      )}
    </section>
  );
}
