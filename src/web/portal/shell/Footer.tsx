import { useQuery } from '@tanstack/react-query';
import { MailLink, PhoneLink, WhatsappLink } from '../../ui/contact.tsx';
import { negocioQuery } from '../publico.api.ts';
import classes from './shell.module.css';
import { useSiteName } from './title.ts';

export function Footer() {
  const { data } = useQuery(negocioQuery);
  const name = useSiteName();
  return (
    <footer className={classes.footer}>
      <div className={classes.footerInner}>
        <div>
          <p className={classes.footerName}>{name}</p>
          {data?.direccion && <p className={classes.dimmed}>{data.direccion}</p>}
        </div>
        {data && (data.whatsapp || data.telefono || data.email) && (
          <address className={classes.contact} aria-label="Contacto">
            {data.whatsapp && <WhatsappLink phone={data.whatsapp} />}
            {data.telefono && data.telefono !== data.whatsapp && (
              <PhoneLink phone={data.telefono} />
            )}
            {data.email && <MailLink email={data.email} />}
          </address>
        )}
      </div>
    </footer>
  );
}
