import { Input } from '@mantine/core';
import { DateInput } from '../../../../ui/form/DateInput.tsx';
import classes from './audiencia.module.css';

type Props = {
  label: string;
  description?: string;
  desdeLabel: string;
  hastaLabel: string;
  /** `YYYY-MM-DD`. */
  desde: string | undefined;
  hasta: string | undefined;
  onChange: (desde: string | undefined, hasta: string | undefined) => void;
};

/** Two dates, of which either may be missing. */
export function EntreFechas(props: Props) {
  const { label, description, desde, hasta, desdeLabel, hastaLabel, onChange } = props;
  return (
    <Input.Wrapper label={label} description={description} labelElement="div">
      <div className={classes.pair} style={{ marginTop: 6 }}>
        <DateInput
          label={desdeLabel}
          clearable
          value={desde}
          onChange={(value) => onChange(value ?? undefined, hasta)}
        />
        <DateInput
          label={hastaLabel}
          clearable
          value={hasta}
          {...(desde ? { minDate: desde } : {})}
          onChange={(value) => onChange(desde, value ?? undefined)}
        />
      </div>
    </Input.Wrapper>
  );
}
