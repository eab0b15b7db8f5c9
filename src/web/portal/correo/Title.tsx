import { useEffect, useRef } from 'react';
import classes from './correo.module.css';

type Props = {
  children: string;
  /** In place of what the person just acted on: the focus comes here, so that it is read. */
  answer?: boolean;
};

export function Title({ children, answer = false }: Props) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (answer) ref.current?.focus();
  }, [answer]);
  return (
    <h1 ref={ref} tabIndex={-1} className={classes.title}>
      {children}
    </h1>
  );
}
