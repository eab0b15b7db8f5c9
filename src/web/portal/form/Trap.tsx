import type { ComponentPropsWithRef } from 'react';
import classes from './form.module.css';

/** A field that people neither see, hear nor reach; programs that fill in everything give themselves away. */
export function Trap(props: ComponentPropsWithRef<'input'>) {
  return (
    <div className={classes.trap} aria-hidden>
      <label>
        Sitio web
        <input type="text" tabIndex={-1} autoComplete="off" {...props} />
      </label>
    </div>
  );
}
