import { Outlet } from '@tanstack/react-router';

export default function AjustesLayout() {
  return <Outlet />;
}
