import { Anchor } from '@mantine/core';
import {
  IconCalendarEvent,
  IconDeviceLaptop,
  IconMapPin,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { nombreComuna } from '#contract/comunas.ts';
import type { TallerPublico } from '#contract/publico.ts';
import classes from './taller.module.css';
import { When } from './When.tsx';
import { placeText } from './words.ts';

/** When, where and with whom. */
export function TallerFacts({ taller }: { taller: TallerPublico }) {
  const live = taller.modalidad === 'EN_VIVO';
  return (
    <dl className={classes.facts}>
      <Fact icon={IconCalendarEvent} label="Cuándo">
        <span className={classes.capital}>
          <When horario={taller} />
        </span>
      </Fact>
      <Fact icon={live ? IconDeviceLaptop : IconMapPin} label="Dónde">
        {placeText(taller)}
        {live ? (
          <span className={classes.detail}>
            Te damos el enlace para conectarte al confirmar tu inscripción.
          </span>
        ) : (
          taller.direccion && <Address taller={taller} address={taller.direccion} />
        )}
      </Fact>
      {taller.instructor && (
        <Fact icon={IconUser} label="Con quién">
          {taller.instructor}
        </Fact>
      )}
    </dl>
  );
}

type AddressProps = { taller: Pick<TallerPublico, 'comuna'>; address: string };

export function Address({ taller, address }: AddressProps) {
  const comuna = taller.comuna && (nombreComuna(taller.comuna) ?? taller.comuna);
  const query = encodeURIComponent([address, comuna, 'Chile'].filter(Boolean).join(', '));
  return (
    <span className={classes.detail}>
      {address}
      <Anchor
        href={`https://www.google.com/maps/search/?api=1&query=${query}`}
        target="_blank"
        rel="noopener noreferrer"
        inherit
        className={classes.map}
      >
        Ver en el mapa
      </Anchor>
    </span>
  );
}

type FactProps = { icon: TablerIcon; label: string; children: ReactNode };

export function Fact({ icon: Icon, label, children }: FactProps) {
  return (
    <div className={classes.fact}>
      <Icon size={22} stroke={1.6} className={classes.icon} aria-hidden />
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
