import type { MiTaller } from '#contract/portal.ts';
import { ButtonLink } from '../../../ui/link.tsx';
import { When } from '../../talleres/When.tsx';
import { placeText } from '../../talleres/words.ts';
import classes from '../mi.module.css';
import { TallerBadge } from '../talleres/TallerBadge.tsx';
import { daysToGo } from '../words.ts';

export function NextTaller({ taller }: { taller: MiTaller }) {
  const days = daysToGo(taller.iniciaEn, taller.zona);
  return (
    <section className={classes.card} aria-labelledby="proximo">
      <p id="proximo" className={classes.over}>
        Tu próximo taller{days && ` · ${days.toLowerCase()}`}
      </p>
      <h2 className={classes.cardTitle}>{taller.titulo}</h2>
      <p className={classes.capital}>
        <When horario={taller} />
      </p>
      <p className={classes.dimmed}>
        {placeText(taller)}
        {taller.direccion && ` · ${taller.direccion}`}
      </p>
      <div className={classes.foot}>
        <TallerBadge taller={taller} />
        <ButtonLink
          to="/mi/talleres/$id"
          params={{ id: String(taller.inscripcionId) }}
          variant="default"
        >
          {taller.modalidad === 'PRESENCIAL' ? 'Ver detalles y mi QR' : 'Ver detalles'}
        </ButtonLink>
      </div>
    </section>
  );
}
