import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { miCursoQuery } from '../alumno.api.ts';
import { Gate } from '../Gate.tsx';
import classes from '../mi.module.css';
import { Page } from '../Page.tsx';
import { Progress } from '../Progress.tsx';
import { dayText } from '../words.ts';
import { WayOn } from './CursoCard.tsx';
import cursoClasses from './curso.module.css';
import { Lessons } from './Lessons.tsx';

const back = { to: '/mi/cursos', label: 'Mis cursos' } as const;

export function MiCursoPage() {
  const { id } = useParams({ from: '/alumno/mi/cursos/$id' });
  return (
    <Gate query={useQuery(miCursoQuery(id))} missing="No encontramos este curso">
      {(curso) => {
        const open = curso.acceso === 'VIGENTE';
        const facts = [
          curso.instructor && `Con ${curso.instructor}`,
          open && curso.accesoHasta && `Disponible hasta el ${dayText(curso.accesoHasta)}`,
        ].filter(Boolean);
        return (
          <Page title={curso.titulo} lead={facts.join(' · ')} back={back}>
            {open && <Progress done={curso.terminadas} total={curso.lecciones} />}
            <div className={cursoClasses.way}>
              <WayOn curso={curso} />
            </div>
            <h2 className={classes.section}>Lecciones</h2>
            <Lessons curso={curso} open={open} />
            {curso.descripcion && (
              <>
                <h2 className={classes.section}>De qué se trata</h2>
                <p className={cursoClasses.description}>{curso.descripcion}</p>
              </>
            )}
          </Page>
        );
      }}
    </Gate>
  );
}
