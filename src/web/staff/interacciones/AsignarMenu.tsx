import { Button, Menu } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import { useResponsables } from '../useResponsables.ts';

type Props = {
  loading: boolean;
  /** How it is called to give it to nobody. */
  nobody: string;
  onPick: (responsableId: string | null) => void;
};

/** Gives what is selected to one of the team. */
export function AsignarMenu({ loading, nobody, onPick }: Props) {
  const responsables = useResponsables();
  return (
    <Menu position="top-start" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconUserShare size={18} aria-hidden />}
          loading={loading}
        >
          Asignar
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {responsables.map(({ id, label }) => (
          <Menu.Item key={id} onClick={() => onPick(id)}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onPick(null)}>{nobody}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
