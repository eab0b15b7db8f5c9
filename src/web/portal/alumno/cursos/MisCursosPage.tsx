import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ButtonLink } from '../../../ui/link.tsx';
import { misCursosQuery } from '../alumno.api.ts';
import { Gate } from '../Gate.tsx';
import classes from '../mi.module.css';
import { Page } from '../Page.tsx';
import { CursoCard } from './CursoCard.tsx';

export function MisCursosPage() {
  return (
    <Page title="Mis cursos">
      <Gate query={useQuery(misCursosQuery)}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title="Todavía no tienes cursos"
              action={<ButtonLink to="/cursos">Ver los cursos</ButtonLink>}
            >
              Cuando compres uno, aquí verás sus lecciones y por dónde vas.
            </EmptyState>
          ) : (
            <ul className={classes.list}>
              {items.map((curso) => (
                <li key={curso.id}>
                  <CursoCard curso={curso} />
                </li>
              ))}
            </ul>
          )
        }
      </Gate>
    </Page>
  );
}
