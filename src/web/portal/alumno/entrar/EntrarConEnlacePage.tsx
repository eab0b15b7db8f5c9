import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { enterByEnlace } from '#contract/portal.ts';
import { ButtonLink } from '../../../ui/link.tsx';
import { write } from '../../endpoints.ts';
import { useTitle } from '../../shell/title.ts';
import { Failure } from '../Failure.tsx';
import { useSend } from '../useSend.ts';
import classes from './entrar.module.css';
import { useEntered } from './useEntered.ts';

const enter = write<typeof enterByEnlace>('POST', '/api/portal/sesion/enlace');

// Of a link that will never open, whatever is tried: it was used, it is old, or it is cut short.
const SPENT = new Set(['ENLACE_INVALIDO', 'VALIDACION']);

/** Where a link leads. It is spent by a button, since programs that look at mail open every link. */
export function EntrarConEnlacePage() {
  useTitle('Entrar a mi portal');
  const { token } = useParams({ from: '/site/mi/entrar/$token' });
  const entrar = useSend(enter, useEntered(undefined));
  if (entrar.error && SPENT.has(entrar.error.code)) return <Spent />;
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>Entra a tu portal</h1>
      <p className={classes.lead}>
        Este enlace es tuyo y sirve una sola vez. Al entrar, este dispositivo te recordará hasta que
        salgas.
      </p>
      <Failure error={entrar.error} />
      <Button
        size="lg"
        fullWidth
        mt="md"
        loading={entrar.isPending || entrar.isSuccess}
        onClick={() => entrar.mutate({ body: { token } })}
      >
        {entrar.error ? 'Intentar de nuevo' : 'Entrar'}
      </Button>
    </div>
  );
}

function Spent() {
  return (
    <div className={classes.page} role="alert">
      <h1 className={classes.title}>Este enlace ya no sirve</h1>
      <p className={classes.lead}>
        Cada enlace abre el portal una sola vez y dura 24 horas. Si ya entraste con él en este
        dispositivo, sigue a tu portal; si no, pide otro.
      </p>
      <div className={classes.ways}>
        <ButtonLink to="/mi/entrar" size="md">
          Pedir otro enlace
        </ButtonLink>
        <ButtonLink to="/mi" size="md" variant="default">
          Ir a mi portal
        </ButtonLink>
      </div>
    </div>
  );
}
