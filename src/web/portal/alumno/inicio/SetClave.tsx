import { AppLink } from '../../../ui/link.tsx';
import classes from '../mi.module.css';

export function SetClave() {
  return (
    <p className={classes.dimmed}>
      ¿Quieres entrar sin pedir un enlace cada vez?{' '}
      <AppLink to="/mi/datos" hash="clave">
        Pon una contraseña
      </AppLink>
      .
    </p>
  );
}
