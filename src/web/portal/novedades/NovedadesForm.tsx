import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { subscribeNewsletter } from '#contract/publico.ts';
import { call } from '../../api/client.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { EmailInput } from '../../ui/form/EmailInput.tsx';
import { useContractForm } from '../../ui/form/useContractForm.ts';
import { Choices } from '../form/Choices.tsx';
import { forgetDraft, readDraft, useKeepDraft } from '../form/draft.ts';
import formClasses from '../form/form.module.css';
import { SubmitSummary } from '../form/SubmitSummary.tsx';
import { Trap } from '../form/Trap.tsx';
import { readOrigin } from '../origin.ts';
import { negocioQuery } from '../publico.api.ts';
import classes from './novedades.module.css';
import { Thanks } from './Thanks.tsx';

const DRAFT = 'novedades';
const person = { email: '', nombres: '' };

/** Name, address and interests of whoever wants to hear from us, with their consent. */
export function NovedadesForm() {
  const negocio = useQuery(negocioQuery);
  const [answer, setAnswer] = useState<string>();
  const { form, field, submit, sending, problem } = useContractForm({
    schema: subscribeNewsletter.body,
    initialValues: { ...readDraft(DRAFT, person), intereses: [], sitioWeb: '' },
    send: (body) => call(subscribeNewsletter, { body: { ...body, ...readOrigin() } }),
    onDone: ({ mensaje }) => {
      forgetDraft(DRAFT);
      setAnswer(mensaje);
    },
    guard: false,
  });
  const { email = '', nombres } = form.values;
  useKeepDraft(
    DRAFT,
    useMemo(() => ({ email, nombres: nombres ?? '' }), [email, nombres]),
  );
  if (answer) return <Thanks message={answer} />;
  if (negocio.isError) {
    return <ErrorState error={negocio.error} retry={() => void negocio.refetch()} />;
  }
  const intereses = negocio.data?.intereses ?? [];
  const chosen = form.values.intereses ?? [];

  return (
    <form noValidate onSubmit={submit} aria-label="Recibir novedades">
      <Stack gap="md">
        <EmailInput label="Correo" size="md" required {...field('email')} autoComplete="email" />
        <TextInput
          label={
            <>
              Nombre <span className={classes.optional}>Opcional</span>
            </>
          }
          autoComplete="given-name"
          size="md"
          {...field('nombres')}
        />
        {intereses.length > 0 && (
          <fieldset className={classes.fieldset}>
            <legend className={classes.legend}>
              ¿Qué te interesa? <span className={classes.optional}>Opcional</span>
            </legend>
            <Choices
              type="checkbox"
              name="intereses"
              choices={intereses}
              isChosen={(id) => id !== undefined && chosen.includes(id)}
              onChoose={(id, wanted) =>
                form.setFieldValue('intereses', [
                  ...chosen.filter((one) => one !== id),
                  ...(wanted && id !== undefined ? [id] : []),
                ])
              }
            />
          </fieldset>
        )}
        <Checkbox
          className={formClasses.consent}
          label={negocio.data?.textoConsentimiento ?? 'Acepto recibir novedades por correo.'}
          disabled={!negocio.data}
          {...field('acepta', { type: 'checkbox' })}
        />
        <Trap {...field('sitioWeb')} />
        <div>
          <SubmitSummary problem={problem} errors={form.errors} />
          <Button type="submit" size="md" fullWidth loading={sending}>
            Recibir novedades
          </Button>
        </div>
      </Stack>
    </form>
  );
}
