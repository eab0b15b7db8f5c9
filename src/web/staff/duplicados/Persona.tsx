import { Text } from '@mantine/core';
import { nombreComuna } from '#contract/comunas.ts';
import type { FichaDuplicado } from '#contract/duplicados.ts';
import { formatPhone } from '#contract/phone.ts';
import { formatRut } from '#contract/rut.ts';
import { DateTime } from '../../ui/DateTime.tsx';
import { AppLink } from '../../ui/link.tsx';
import { Money } from '../../ui/Money.tsx';
import { nombreCompleto } from '../clientes/persona.ts';
import { EstadoClienteBadge } from '../estados.tsx';
import classes from './duplicados.module.css';
import { cuelga } from './palabras.ts';

/** One of two: who they are, and what hangs from their record. */
export function Persona({ ficha }: { ficha: FichaDuplicado }) {
  const { email, telefono, rut, comuna } = ficha;
  const known = [email, telefono && formatPhone(telefono), rut && `RUT ${formatRut(rut)}`];
  const where = [comuna && nombreComuna(comuna), ficha.empresa?.razonSocial];
  const hangs = cuelga(ficha);
  return (
    <div className={classes.persona}>
      <div className="tap-links">
        <AppLink to="/app/clientes/$id" params={{ id: String(ficha.id) }} fw={600}>
          {nombreCompleto(ficha)}
        </AppLink>{' '}
        <EstadoClienteBadge estado={ficha.estado} />
      </div>
      {known.filter(Boolean).map((text) => (
        <Text key={text}>{text}</Text>
      ))}
      <Text c="dimmed" size="sm">
        {where.filter(Boolean).map((text) => `${text} · `)}
        ficha {ficha.id}, creada el <DateTime value={ficha.creadoEn} as="fecha" />
      </Text>
      <Text size="sm">
        {hangs.length > 0 ? hangs.join(' · ') : 'Sin ventas, contactos ni correos'}
        {ficha.pagado > 0 && (
          <>
            {' · pagó '}
            <Money value={ficha.pagado} />
          </>
        )}
      </Text>
    </div>
  );
}
