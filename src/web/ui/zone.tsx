import { createContext, useContext } from 'react';

/** The zone in which instants are shown unless a component is told another. */
const Zone = createContext('America/Santiago');

export const ZoneProvider = Zone.Provider;
export const useZone = () => useContext(Zone);
