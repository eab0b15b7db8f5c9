import { EmailsFrame } from '../EmailsFrame.tsx';

export default function SupresionesPage() {
  return <EmailsFrame title="Bajas">{null}</EmailsFrame>;
}
