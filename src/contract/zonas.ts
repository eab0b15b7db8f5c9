/** Zones of Chile, with the places whose clocks differ. */
export const zonas = [
  { valor: 'America/Santiago', nombre: 'Chile continental' },
  { valor: 'America/Coyhaique', nombre: 'Aysén' },
  { valor: 'America/Punta_Arenas', nombre: 'Magallanes' },
  { valor: 'Pacific/Easter', nombre: 'Isla de Pascua' },
] as const;
