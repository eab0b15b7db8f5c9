import { IconMailCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import classes from './novedades.module.css';

/** In place of the form: the focus comes here, so that it is read. */
export function Thanks({ message }: { message: string }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1} role="status" className={classes.thanks}>
      <IconMailCheck size={36} stroke={1.5} aria-hidden />
      <p>{message}</p>
    </div>
  );
}
