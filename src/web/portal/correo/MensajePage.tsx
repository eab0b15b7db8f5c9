import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { PublicLayout } from '../shell/PublicLayout.tsx';
import { useTitle } from '../shell/title.ts';
import { CorreoGate } from './CorreoGate.tsx';
import { mensajeQuery } from './correo.api.ts';
import classes from './correo.module.css';

/** A message as it was sent, for whose program of mail does not show it well. */
export function MensajePage() {
  const { token } = useParams({ from: '/correo/ver/$token' });
  const query = useQuery(mensajeQuery(token));
  useTitle(query.data?.asunto ?? 'Mensaje');
  if (!query.data) {
    return (
      <PublicLayout>
        <CorreoGate query={query}>{() => null}</CorreoGate>
      </PublicLayout>
    );
  }
  const { asunto, html } = query.data;
  return (
    <main className={classes.message}>
      <header className={classes.bar}>
        <h1 className={classes.subject}>{asunto}</h1>
      </header>
      {/* No scripts, no forms, an origin of its own: it is what someone wrote. Its links open apart. */}
      <iframe
        title="Mensaje"
        className={classes.frame}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        srcDoc={withTarget(html)}
      />
    </main>
  );
}

function withTarget(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => head + base)
    : base + html;
}
