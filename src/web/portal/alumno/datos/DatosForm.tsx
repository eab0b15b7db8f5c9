import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { MisDatos, updateMisDatos } from '#contract/misDatos.ts';
import { formatRut } from '#contract/rut.ts';
import { PhoneInput } from '../../../ui/form/PhoneInput.tsx';
import { write } from '../../endpoints.ts';
import { Choices } from '../../form/Choices.tsx';
import formClasses from '../../form/form.module.css';
import { misDatosQuery, sesionQuery } from '../alumno.api.ts';
import { Failure } from '../Failure.tsx';
import classes from '../mi.module.css';
import { fieldProblem, useSend } from '../useSend.ts';
import { comunaOptions } from './comunaOptions.ts';
import datosClasses from './datos.module.css';
import { useUnsaved } from './useUnsaved.ts';

const update = write<typeof updateMisDatos>('PATCH', '/api/portal/datos');

function valuesOf(datos: MisDatos) {
  return {
    nombres: datos.nombres,
    apellidos: datos.apellidos,
    telefono: datos.telefono ?? '',
    comuna: datos.comuna ?? '',
    fechaNacimiento: datos.fechaNacimiento ?? '',
    intereses: datos.intereses.map(({ id }) => id),
    aceptaNovedades: datos.aceptaNovedades,
  };
}

/** Who I am, how to reach me, what I like and whether I want news. */
export function DatosForm({ datos: loaded }: { datos: MisDatos }) {
  const client = useQueryClient();
  // What is being edited, whatever comes meanwhile: the server refuses a version that is not the last.
  const [datos, setDatos] = useState(loaded);
  const [values, setValues] = useState(() => valuesOf(loaded));
  const begin = (fresh: MisDatos) => {
    setDatos(fresh);
    setValues(valuesOf(fresh));
  };
  const guardar = useSend(update, (answer) => {
    begin(answer);
    client.setQueryData(misDatosQuery.queryKey, answer);
    void client.invalidateQueries(sesionQuery);
  });
  async function reload() {
    begin(await client.fetchQuery({ ...misDatosQuery, staleTime: 0 }));
    guardar.reset();
  }
  const dirty = JSON.stringify(values) !== JSON.stringify(valuesOf(datos));
  useUnsaved(dirty && !guardar.isPending);
  const stale = guardar.error?.code === 'CONFLICTO_VERSION';

  const set = <K extends keyof typeof values>(name: K, value: (typeof values)[K]) => {
    guardar.reset();
    setValues((now) => ({ ...now, [name]: value }));
  };
  const text = (name: 'nombres' | 'apellidos' | 'comuna' | 'fechaNacimiento') => ({
    name,
    size: 'md' as const,
    value: values[name],
    error: fieldProblem(guardar.error, name),
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (guardar.isPending) return;
    guardar.mutate({
      body: {
        ...values,
        fechaNacimiento: values.fechaNacimiento || null,
        version: datos.version,
      },
    });
  }

  return (
    <form noValidate onSubmit={submit} aria-label="Mis datos" className={classes.card}>
      <div className={datosClasses.fields}>
        <TextInput label="Nombres" autoComplete="given-name" required {...text('nombres')} />
        <TextInput label="Apellidos" autoComplete="family-name" {...text('apellidos')} />
        <PhoneInput
          label="Teléfono"
          name="telefono"
          size="md"
          autoComplete="tel"
          value={values.telefono}
          onChange={(telefono) => set('telefono', telefono)}
          error={fieldProblem(guardar.error, 'telefono')}
        />
        <NativeSelect label="Comuna" data={comunaOptions} {...text('comuna')} />
        <TextInput
          type="date"
          label="Fecha de nacimiento"
          autoComplete="bday"
          min="1900-01-01"
          {...text('fechaNacimiento')}
        />
      </div>
      <p className={classes.dimmed}>
        Correo: <strong>{datos.email}</strong>
        {datos.rut && ` · RUT: ${formatRut(datos.rut)}`}.{' '}
        {datos.rut ? 'Para corregirlos' : 'Para corregirlo'}, escríbenos.
      </p>
      {datos.todosLosIntereses.length > 0 && (
        <fieldset className={datosClasses.fieldset}>
          <legend>¿Qué te interesa?</legend>
          <Choices
            type="checkbox"
            name="intereses"
            choices={datos.todosLosIntereses}
            isChosen={(id) => id !== undefined && values.intereses.includes(id)}
            onChoose={(id, wanted) =>
              set('intereses', [
                ...values.intereses.filter((one) => one !== id),
                ...(wanted && id !== undefined ? [id] : []),
              ])
            }
          />
        </fieldset>
      )}
      <Checkbox
        className={formClasses.consent}
        label={datos.textoConsentimiento}
        checked={values.aceptaNovedades}
        onChange={(event) => set('aceptaNovedades', event.currentTarget.checked)}
      />
      {stale ? (
        <div role="alert" className={classes.owed}>
          Tus datos cambiaron mientras los editabas.{' '}
          <button type="button" className={classes.textButton} onClick={() => void reload()}>
            Cargar los de ahora
          </button>
        </div>
      ) : (
        <Failure error={guardar.error} />
      )}
      <div className={classes.foot}>
        <span role="status">{guardar.isSuccess && !dirty && 'Tus datos quedaron guardados.'}</span>
        <Button type="submit" size="md" loading={guardar.isPending}>
          Guardar
        </Button>
      </div>
    </form>
  );
}
