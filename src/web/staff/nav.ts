import {
  IconBuilding,
  IconCalendarEvent,
  IconChartBar,
  IconHome,
  IconMail,
  IconPackage,
  IconReceipt2,
  IconSettings,
  IconStar,
  IconUsers,
  IconVideo,
  type TablerIcon,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { Permiso } from '#contract/permisos.ts';

export type NavItem = {
  to: LinkProps['to'];
  label: string;
  icon: TablerIcon;
  /** Where its section also has pages. */
  also?: readonly string[];
  /** Any of these opens it; everyone when absent. */
  permisos?: readonly Permiso[];
  /** Stands in the bottom bar of phones; the others are under «Más». */
  bar?: boolean;
};

const navItems: readonly NavItem[] = [
  { to: '/app', label: 'Inicio', icon: IconHome, bar: true },
  {
    to: '/app/clientes',
    label: 'Clientes',
    icon: IconUsers,
    permisos: ['clientes:leer'],
    also: ['/app/seguimientos', '/app/segmentos', '/app/duplicados', '/app/importaciones'],
    bar: true,
  },
  { to: '/app/empresas', label: 'Empresas', icon: IconBuilding, permisos: ['clientes:leer'] },
  {
    to: '/app/talleres',
    label: 'Talleres',
    icon: IconCalendarEvent,
    permisos: ['talleres:leer'],
    bar: true,
  },
  { to: '/app/cursos', label: 'Cursos', icon: IconVideo, permisos: ['cursos:leer'] },
  { to: '/app/productos', label: 'Productos', icon: IconPackage, permisos: ['productos:leer'] },
  { to: '/app/ventas', label: 'Ventas', icon: IconReceipt2, permisos: ['ventas:leer'], bar: true },
  { to: '/app/emails', label: 'Emails', icon: IconMail, permisos: ['emails:leer'] },
  { to: '/app/resenas', label: 'Reseñas', icon: IconStar, permisos: ['resenas:leer'] },
  { to: '/app/reportes', label: 'Reportes', icon: IconChartBar, permisos: ['reportes:leer'] },
  {
    to: '/app/ajustes',
    label: 'Ajustes',
    icon: IconSettings,
    permisos: [
      'ajustes:escribir',
      'usuarios:administrar',
      'intereses:escribir',
      'interacciones:escribir',
      'auditoria:leer',
    ],
  },
];

/** Marks the place in whose section a page is that is not under its address. */
export const markAlso = ({ also }: Pick<NavItem, 'also'>, pathname: string) =>
  also?.some((place) => pathname.startsWith(place)) ? { 'data-active': true } : {};

export function allowedItems(puede: (permiso: Permiso) => boolean): readonly NavItem[] {
  return navItems.filter(({ permisos }) => !permisos || permisos.some(puede));
}
