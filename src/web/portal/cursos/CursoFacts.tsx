import { IconCalendarTime, IconPlayerPlay, IconUser, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CursoPublico } from '#contract/publico.ts';
import classes from '../talleres/taller.module.css';
import { accessText, lengthText } from './words.ts';

/** How much there is, for how long, and with whom. */
export function CursoFacts({ curso }: { curso: CursoPublico }) {
  return (
    <dl className={classes.facts}>
      <Fact icon={IconPlayerPlay} label="Qué incluye">
        {lengthText(curso)}
      </Fact>
      <Fact icon={IconCalendarTime} label="Hasta cuándo lo puedes ver">
        {accessText(curso.diasAcceso)}
      </Fact>
      {curso.instructor && (
        <Fact icon={IconUser} label="Con quién">
          {curso.instructor}
        </Fact>
      )}
    </dl>
  );
}

type FactProps = { icon: TablerIcon; label: string; children: ReactNode };

function Fact({ icon: Icon, label, children }: FactProps) {
  return (
    <div className={classes.fact}>
      <Icon size={22} stroke={1.6} className={classes.icon} aria-hidden />
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
