/** How a person is called on screen. */
export function nombreCompleto({ nombres, apellidos }: { nombres: string; apellidos: string }) {
  return `${nombres} ${apellidos}`.trim();
}

/** Whether a phone (E.164) may have WhatsApp: any foreign one, and the mobile ones of Chile. */
export function mayHaveWhatsapp(phone: string): boolean {
  return !phone.startsWith('+56') || phone.startsWith('+569');
}
