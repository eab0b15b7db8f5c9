import { EmailsFrame } from '../EmailsFrame.tsx';

export default function RegistroPage() {
  return <EmailsFrame title="Registro">{null}</EmailsFrame>;
}
