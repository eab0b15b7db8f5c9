import { Button } from '@mantine/core';
import { IconCalendarEvent, IconDeviceLaptop, IconMapPin, IconTicket } from '@tabler/icons-react';
import type { MiTaller } from '#contract/portal.ts';
import { Address, Fact } from '../../talleres/TallerFacts.tsx';
import factClasses from '../../talleres/taller.module.css';
import { When } from '../../talleres/When.tsx';
import { placeText, seatsCount } from '../../talleres/words.ts';
import classes from '../mi.module.css';
import { daysToGo } from '../words.ts';

/** When, where or how to join, and how many seats. */
export function MiTallerFacts({ taller }: { taller: MiTaller }) {
  const live = taller.modalidad === 'EN_VIVO';
  const ahead = !taller.anulado && !taller.terminado;
  const days = daysToGo(taller.iniciaEn, taller.zona);
  return (
    <dl className={classes.facts}>
      <Fact
        icon={IconCalendarEvent}
        label={ahead && days ? `Cuándo · ${days.toLowerCase()}` : 'Cuándo'}
      >
        <span className={classes.capital}>
          <When horario={taller} />
        </span>
      </Fact>
      <Fact icon={live ? IconDeviceLaptop : IconMapPin} label="Dónde">
        {placeText(taller)}
        {!live && taller.direccion && <Address taller={taller} address={taller.direccion} />}
        {live && ahead && <Join enlace={taller.enlace} saldo={taller.saldo} />}
      </Fact>
      <Fact icon={IconTicket} label="Tu inscripción">
        {seatsCount(taller.cantidad)}
        <span className={factClasses.detail}>Referencia {taller.codigo}</span>
      </Fact>
    </dl>
  );
}

function Join({ enlace, saldo }: Pick<MiTaller, 'enlace' | 'saldo'>) {
  if (enlace) {
    return (
      <span className={classes.join}>
        <Button component="a" href={enlace} target="_blank" rel="noopener noreferrer">
          Conectarme a la clase
        </Button>
      </span>
    );
  }
  return (
    <span className={factClasses.detail}>
      {saldo > 0
        ? 'El enlace para conectarte aparece aquí cuando termines de pagar.'
        : 'El enlace para conectarte aparecerá aquí antes de la clase.'}
    </span>
  );
}
