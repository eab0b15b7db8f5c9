import { IconLogout } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Alumno, leavePortal } from '#contract/portal.ts';
import { write } from '../endpoints.ts';
import { Brand } from '../shell/Header.tsx';
import { MINE } from './alumno.api.ts';
import { PortalNav } from './PortalNav.tsx';
import classes from './portal.module.css';
import { useSend } from './useSend.ts';

const leave = write<typeof leavePortal>('DELETE', '/api/portal/sesion');

export function PortalHeader({ alumno }: { alumno: Alumno | undefined }) {
  return (
    <header className={classes.header}>
      <div className={classes.headerInner}>
        <Brand />
        <PortalNav place="top" />
        {alumno && <WhoIAm alumno={alumno} />}
      </div>
    </header>
  );
}

function WhoIAm({ alumno }: { alumno: Alumno }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const salir = useSend(leave, async () => {
    await navigate({ to: '/mi/entrar' });
    // The next person on this device finds nothing of this one.
    client.removeQueries({ queryKey: [MINE] });
  });
  return (
    <div className={classes.who}>
      <span className={classes.whoName} title={alumno.email}>
        {alumno.nombres}
      </span>
      <button
        type="button"
        className={classes.leave}
        disabled={salir.isPending}
        onClick={() => salir.mutate({})}
      >
        <IconLogout size={18} aria-hidden />
        Salir
      </button>
      {salir.isError && (
        <span role="alert" className={classes.leaveError}>
          {salir.error.message}
        </span>
      )}
    </div>
  );
}
