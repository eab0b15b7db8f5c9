import { EmailsFrame } from '../EmailsFrame.tsx';

export default function CampanasPage() {
  return <EmailsFrame title="Campañas">{null}</EmailsFrame>;
}
