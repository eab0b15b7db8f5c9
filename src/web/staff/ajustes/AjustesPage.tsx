import { Text } from '@mantine/core';
import {
  IconBrandWhatsapp,
  IconBuildingStore,
  IconCreditCard,
  IconHistory,
  IconMail,
  IconSend,
  IconTags,
  IconUserCircle,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { Permiso } from '#contract/permisos.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePuede } from '../session.ts';
import classes from './ajustes.module.css';

type Place = {
  to: LinkProps['to'];
  icon: TablerIcon;
  title: string;
  about: string;
  permiso?: Permiso;
};

const places: readonly Place[] = [
  {
    to: '/app/ajustes/escuela',
    icon: IconBuildingStore,
    title: 'Escuela',
    about: 'Nombre, logo, color, contacto y datos legales.',
    permiso: 'ajustes:escribir',
  },
  {
    to: '/app/ajustes/pagos',
    icon: IconCreditCard,
    title: 'Pagos',
    about: 'Cuenta para transferencias, instrucciones y cuánto dura una reserva.',
    permiso: 'ajustes:escribir',
  },
  {
    to: '/app/ajustes/correo',
    icon: IconSend,
    title: 'Correo',
    about: 'Remitente, servidor de envío, firma, rebotes y un diagnóstico.',
    permiso: 'ajustes:escribir',
  },
  {
    to: '/app/ajustes/novedades',
    icon: IconMail,
    title: 'Novedades',
    about: 'Texto de consentimiento y formulario para tu sitio web.',
    permiso: 'ajustes:escribir',
  },
  {
    to: '/app/ajustes/intereses',
    icon: IconTags,
    title: 'Intereses',
    about: 'Las categorías de tus clientes y talleres.',
    permiso: 'intereses:escribir',
  },
  {
    to: '/app/ajustes/textos',
    icon: IconBrandWhatsapp,
    title: 'Textos de WhatsApp',
    about: 'Lo que más escribes, listo para mandar con un toque.',
    permiso: 'interacciones:escribir',
  },
  {
    to: '/app/ajustes/equipo',
    icon: IconUsersGroup,
    title: 'Equipo',
    about: 'Quién entra al sistema y qué puede hacer.',
    permiso: 'usuarios:administrar',
  },
  {
    to: '/app/ajustes/actividad',
    icon: IconHistory,
    title: 'Registro de actividad',
    about: 'Quién cambió qué, y cuándo.',
    permiso: 'auditoria:leer',
  },
  {
    to: '/app/ajustes/cuenta',
    icon: IconUserCircle,
    title: 'Mi cuenta',
    about: 'Tu contraseña y tus sesiones abiertas.',
  },
];

export default function AjustesPage() {
  const puede = usePuede();
  return (
    <>
      <PageHeader title="Ajustes" />
      <ul className={classes.places}>
        {places
          .filter(({ permiso }) => !permiso || puede(permiso))
          .map(({ to, icon: Icon, title, about }) => (
            <li key={to}>
              <Link to={to} className={classes.place}>
                <Icon size={24} stroke={1.6} aria-hidden />
                <span>
                  <Text span fw={600} display="block">
                    {title}
                  </Text>
                  <Text span size="sm" c="dimmed">
                    {about}
                  </Text>
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </>
  );
}
