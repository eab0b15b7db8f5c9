import { Checkbox } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { negocioQuery } from '../publico.api.ts';
import classes from './form.module.css';

/** Whether news may be sent, in the words of the business; unticked until someone ticks it. */
export function Consent(props: GetInputPropsReturnType) {
  const { data } = useQuery(negocioQuery);
  if (!data) return null;
  return <Checkbox className={classes.consent} label={data.textoConsentimiento} {...props} />;
}
