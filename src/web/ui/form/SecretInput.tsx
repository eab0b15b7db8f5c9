import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** A password, with a button that shows it. */
export function SecretInput(props: PasswordInputProps) {
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ 'aria-label': 'Mostrar la contraseña', tabIndex: 0 }}
      {...props}
    />
  );
}
