import { createPortal } from 'react-dom';
import { formatHorario } from '#contract/horario.ts';
import { formatPesos } from '#contract/money.ts';
import { formatPhone } from '#contract/phone.ts';
import type { Taller } from '#contract/talleres.ts';
import type { Inscripcion } from '#contract/ventas.ts';
import { nombreCompleto } from '../clientes/persona.ts';
import classes from './HojaAsistencia.module.css';

type Seat = { key: string; name: string; buyer: string; phone: string; owes: string };

/** One row per seat: its attendee, or whoever bought it. */
function seatsOf(inscripcion: Inscripcion): Seat[] {
  const { id, cliente, cantidad, asistentes, saldo } = inscripcion;
  const buyer = nombreCompleto(cliente);
  return Array.from({ length: cantidad }, (_, index) => {
    const known = asistentes.find(({ puesto }) => puesto === index + 1);
    const phone = known?.telefono ?? cliente.telefono;
    const own = cantidad === 1 ? buyer : '';
    return {
      key: `${id}-${index}`,
      name: known ? nombreCompleto(known) : own,
      buyer: [buyer, cliente.empresa].filter(Boolean).join(' · '),
      phone: phone ? formatPhone(phone) : '',
      owes: index === 0 && saldo > 0 ? formatPesos(saldo) : '',
    };
  });
}

/** The attendance sheet: not seen on screen, the only thing printed. */
export function HojaAsistencia(props: { taller: Taller; inscripciones: Inscripcion[] }) {
  const { taller, inscripciones } = props;
  return createPortal(
    <div className={classes.hoja}>
      <h2>{taller.titulo}</h2>
      <p>
        {formatHorario(taller, new Date().toISOString())}
        {taller.lugar && ` · ${taller.lugar}`}
        {taller.instructor && ` · ${taller.instructor}`}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">N.º</th>
            <th scope="col">Asistente</th>
            <th scope="col">Inscrito por</th>
            <th scope="col">Teléfono</th>
            <th scope="col">Debe</th>
            <th scope="col">Firma</th>
          </tr>
        </thead>
        <tbody>
          {inscripciones.flatMap(seatsOf).map(({ key, name, buyer, phone, owes }, index) => (
            <tr key={key}>
              <td>{index + 1}</td>
              <td>{name}</td>
              <td>{buyer}</td>
              <td>{phone}</td>
              <td>{owes}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
