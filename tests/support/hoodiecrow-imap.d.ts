declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  type Message = { raw: string; flags: string[] };
  type Options = {
    plugins?: string[];
    users?: Record<string, { password: string }>;
    storage?: Record<string, { messages: Message[] }>;
  };
  type ImapServer = {
    server: Server;
    storage: { INBOX: { messages: Message[] } };
    listen: (port: number, host: string, done: () => void) => void;
    close: (done: () => void) => void;
  };
  export default function hoodiecrow(options: Options): ImapServer;
}
