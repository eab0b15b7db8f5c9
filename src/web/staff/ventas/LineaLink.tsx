import type { LineaCobro } from '#contract/cobros.ts';
import { AppLink } from '../../ui/link.tsx';

/** The name of what was sold, which leads to its page. */
export function LineaLink({ linea }: { linea: LineaCobro }) {
  switch (linea.tipo) {
    case 'TALLER':
      return (
        <AppLink to="/app/talleres/$id" params={{ id: String(linea.tallerId) }} fw={600}>
          {linea.titulo}
        </AppLink>
      );
    case 'CURSO':
      return (
        <AppLink to="/app/cursos/$id" params={{ id: String(linea.cursoId) }} fw={600}>
          {linea.titulo}
        </AppLink>
      );
    case 'PRODUCTO':
      return (
        <AppLink to="/app/productos/$id" params={{ id: String(linea.productoId) }} fw={600}>
          {linea.titulo}
        </AppLink>
      );
  }
}
