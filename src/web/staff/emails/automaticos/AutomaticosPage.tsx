import { EmailsFrame } from '../EmailsFrame.tsx';

export default function AutomaticosPage() {
  return <EmailsFrame title="Automáticos">{null}</EmailsFrame>;
}
