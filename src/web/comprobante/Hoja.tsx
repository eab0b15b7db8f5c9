import type { Comprobante } from '#contract/comprobantes.ts';
import { formatNumero } from '#contract/numero.ts';
import { formatPhone } from '#contract/phone.ts';
import { formatRut } from '#contract/rut.ts';
import { formatInstant } from '../ui/time.ts';
import { HojaLineas } from './HojaLineas.tsx';
import { HojaPagos } from './HojaPagos.tsx';
import classes from './hoja.module.css';

type Props = {
  doc: Comprobante;
  /** Whether its number is the title of the page. */
  title?: boolean;
};

/** A receipt as it is seen and printed. */
export function Hoja({ doc, title = false }: Props) {
  const { numero, emitidoEn, zona } = doc;
  const Numero = title ? 'h1' : 'p';
  return (
    <article className={classes.sheet} aria-label={`Comprobante número ${formatNumero(numero)}`}>
      <header className={classes.header}>
        <Negocio negocio={doc.negocio} />
        <div className={classes.number}>
          <Numero className={classes.title}>
            Comprobante <strong className="tabular">N° {formatNumero(numero)}</strong>
          </Numero>
          <p className={classes.soft}>{formatInstant(emitidoEn, zona, 'fecha')}</p>
        </div>
      </header>
      <div className={classes.parties}>
        <Comprador comprador={doc.comprador} />
        <dl className={classes.party}>
          <dt>Venta</dt>
          <dd>
            <strong>{doc.codigo}</strong>
            <span>{formatInstant(doc.vendidoEn, zona, 'fecha')}</span>
            {doc.estado === 'ANULADO' && <strong>Venta anulada</strong>}
          </dd>
        </dl>
      </div>
      <HojaLineas doc={doc} />
      <HojaPagos doc={doc} />
      <p className={classes.foot}>No es un documento tributario: no reemplaza boleta ni factura.</p>
    </article>
  );
}

function Negocio({ negocio }: Pick<Comprobante, 'negocio'>) {
  const { nombre, razonSocial, rut, giro, direccion, comuna, email, telefono, logoUrl } = negocio;
  const lines = [
    [razonSocial === nombre ? null : razonSocial, rut && `RUT ${formatRut(rut)}`],
    [giro],
    [direccion, comuna],
    [telefono && formatPhone(telefono), email],
  ].map((parts) => parts.filter(Boolean).join(' · '));
  return (
    <div className={classes.lines}>
      {logoUrl && <img src={logoUrl} alt="" className={classes.logo} />}
      <strong className={classes.name}>{nombre}</strong>
      {lines.filter(Boolean).map((line) => (
        <span key={line} className={classes.soft}>
          {line}
        </span>
      ))}
    </div>
  );
}

function Comprador({ comprador }: Pick<Comprobante, 'comprador'>) {
  const { nombre, rut, giro, contacto, email, telefono } = comprador;
  return (
    <dl className={classes.party}>
      <dt>Cliente</dt>
      <dd>
        <strong>{nombre}</strong>
        {rut && <span>RUT {formatRut(rut)}</span>}
        {giro && <span>{giro}</span>}
        {contacto && <span>Contacto: {contacto}</span>}
        {email && <span>{email}</span>}
        {telefono && <span>{formatPhone(telefono)}</span>}
      </dd>
    </dl>
  );
}
