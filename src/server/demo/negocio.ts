import type pg from 'pg';
import { rutOf } from './rut.ts';

/** The invented school: what its settings say, for whatever the owner has not filled in yet. */
const escuela = {
  razonSocial: 'Taller Mano Mía SpA',
  rut: rutOf(77_412_958),
  giro: 'Enseñanza de artes y oficios',
  direccion: 'Pasaje Los Alfareros 1243, casa B',
  comuna: '13120',
  email: 'hola@tallermanomia.cl',
  telefono: '+56223445566',
  whatsapp: '+56987654321',
  banco: 'BancoEstado',
  tipoCuenta: 'Cuenta corriente',
  numeroCuenta: '00291837465',
  titularCuenta: 'Taller Mano Mía SpA',
  rutCuenta: rutOf(77_412_958),
  emailTransferencias: 'pagos@tallermanomia.cl',
  instruccionesPago:
    'Escribe tu referencia en el mensaje de la transferencia y mándanos el comprobante por WhatsApp. Con un abono del 50 % tu cupo queda tomado.',
};

export async function fillNegocio(client: pg.ClientBase, now: string): Promise<void> {
  await client.query(
    `update negocio set
      nombre = case when nombre = 'Mi escuela de talleres' then 'Taller Mano Mía' else nombre end,
      actualizado_en = $1`,
    [now],
  );
  for (const [key, value] of Object.entries(escuela)) {
    const column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    await client.query(`update negocio set ${column} = $1 where ${column} is null`, [value]);
  }
}
