import { createContext, use } from 'react';
import type { Variable } from '#contract/plantillas.ts';

/** The variables that the message being written may hold. */
export const VariablesContext = createContext<readonly Variable[]>([]);

export const useVariables = () => use(VariablesContext);
