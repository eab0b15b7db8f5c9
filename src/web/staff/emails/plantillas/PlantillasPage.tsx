import { EmailsFrame } from '../EmailsFrame.tsx';

export default function PlantillasPage() {
  return <EmailsFrame title="Plantillas">{null}</EmailsFrame>;
}
