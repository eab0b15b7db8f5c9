import type { Deps } from '#server/core/context.ts';
import { messageId } from '#server/emails/cabeceras.ts';
import { createToken } from '#server/emails/token.ts';

type Installation = { services: { deps: Pick<Deps, 'db' | 'secret'> } };

/** A message of ours that a server took, and the names by which a report may tell it. */
export type Enviado = {
  id: number;
  email: string;
  /** With its angle brackets. */
  mensajeId: string;
  /** The address of its own for bounces. */
  rebotes: string;
};

let sent = 0;

/** Puts a message in the log as sent to that address, or to one of its own. */
export async function buildEnviado(
  app: Installation,
  { email, clienteId = null }: { email?: string; clienteId?: number | null } = {},
): Promise<Enviado> {
  const { db, secret } = app.services.deps;
  sent += 1;
  const to = email ?? `persona-${sent}@destino.cl`;
  const { id } = await db
    .insertInto('emailLog')
    .values({
      tipo: 'TRANSACCIONAL',
      automatico: 'PAGO_RECIBIDO',
      comercial: false,
      email: to,
      clienteId,
      estado: 'ENVIADO',
      enviadoEn: new Date().toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {
    id,
    email: to,
    mensajeId: `<${messageId(secret, id, 'hola@escuela.cl')}>`,
    rebotes: `rebotes+${createToken(secret, 'rebote', id)}@escuela.cl`,
  };
}

const crlf = (text: string) => Buffer.from(text.replace(/\r?\n/g, '\r\n'));
const original = ({ email, mensajeId }: Enviado) => `Message-ID: ${mensajeId}
From: Escuela <hola@escuela.cl>
To: ${email}
Subject: Novedades
Date: Tue, 03 Nov 2026 12:00:00 +0000
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8`;

type Falla = { estado?: string; diagnostico?: string; accion?: string; id?: string };
let reports = 0;
const ownId = (id?: string) => {
  reports += 1;
  return `<${id ?? `informe-${reports}`}@mx.destino.cl>`;
};

/** As Postfix reports a failure: to the address of the message's own. */
export function postfixDsn(enviado: Enviado, falla: Falla = {}): Buffer {
  const {
    estado = '5.1.1',
    accion = 'failed',
    diagnostico = `550 5.1.1 <${enviado.email}>: Recipient address rejected: User unknown`,
  } = falla;
  return crlf(`Return-Path: <>
Delivered-To: ${enviado.rebotes}
Received: by mx.escuela.cl (Postfix) id 4F2A1; Tue,  3 Nov 2026 12:00:05 +0000 (UTC)
Date: Tue,  3 Nov 2026 12:00:05 +0000 (UTC)
From: MAILER-DAEMON@mx.escuela.cl (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${enviado.rebotes}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4F2A1.1762171205/mx.escuela.cl"
Message-Id: ${ownId(falla.id)}

This is a MIME-encapsulated message.

--4F2A1.1762171205/mx.escuela.cl
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.escuela.cl.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<${enviado.email}>: ${diagnostico}

--4F2A1.1762171205/mx.escuela.cl
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.escuela.cl
X-Postfix-Queue-ID: 4F2A1
Arrival-Date: Tue,  3 Nov 2026 12:00:04 +0000 (UTC)

Final-Recipient: rfc822; ${enviado.email}
Original-Recipient: rfc822;${enviado.email}
Action: ${accion}
Status: ${estado}
Remote-MTA: dns; mx.destino.cl
Diagnostic-Code: smtp; ${diagnostico}

--4F2A1.1762171205/mx.escuela.cl
Content-Description: Undelivered Message
Content-Type: message/rfc822

${original(enviado)}

Hola.

--4F2A1.1762171205/mx.escuela.cl--
`);
}

/** As Exim writes it without a report: words, and the message below a line. */
export function eximBounce(enviado: Enviado, words = '550 No such user here'): Buffer {
  return crlf(`Return-path: <>
Envelope-to: rebotes@escuela.cl
Received: from mailnull by cp12.hosting.cl with local (Exim 4.80)
X-Failed-Recipients: ${enviado.email}
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@cp12.hosting.cl>
To: rebotes@escuela.cl
Subject: Mail delivery failed: returning message to sender
Message-Id: ${ownId()}
Date: Tue, 03 Nov 2026 09:00:05 -0300

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ${enviado.email}
    host mx.destino.cl [192.0.2.10]
    SMTP error from remote mail server after RCPT TO:<${enviado.email}>:
    ${words}

------ This is a copy of the message, including all the headers. ------

Return-path: <hola@escuela.cl>
${original(enviado)}

Hola. El 550 5.7.1 de aquí abajo es parte del texto citado.
`);
}

/** As qmail writes it (QSBMF). */
export function qmailBounce(enviado: Enviado): Buffer {
  return crlf(`Return-Path: <>
Date: 3 Nov 2026 12:00:05 -0000
From: MAILER-DAEMON@qmail.destino.cl
To: ${enviado.rebotes}
Subject: failure notice
Message-ID: ${ownId()}

Hi. This is the qmail-send program at qmail.destino.cl.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${enviado.email}>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <${enviado.rebotes}>
${original(enviado)}

Hola.
`);
}

/** As Exchange Online reports it: its words in HTML, our message by its Message-ID alone. */
export function exchangeDsn(enviado: Enviado): Buffer {
  return crlf(`From: <postmaster@destino.onmicrosoft.com>
To: <hola@escuela.cl>
Date: Tue, 3 Nov 2026 12:00:05 +0000
Content-Type: multipart/report; report-type=delivery-status;
	boundary="_000_abc123DB9PR09MB0001_"
X-MS-Exchange-Message-Is-Ndr:
Content-Language: es-ES
Message-ID: ${ownId()}
In-Reply-To: ${enviado.mensajeId}
References: ${enviado.mensajeId}
Subject: No se puede entregar: Novedades
Auto-Submitted: auto-replied
X-Auto-Response-Suppress: All
MIME-Version: 1.0

--_000_abc123DB9PR09MB0001_
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64

${Buffer.from('<p>No se pudo entregar el mensaje a esta persona: no se encontró su dirección.</p>').toString('base64')}

--_000_abc123DB9PR09MB0001_
Content-Type: message/delivery-status

Reporting-MTA: dns;DB9PR09MB0001.eurprd09.prod.outlook.com
Received-From-MTA: dns;mail.escuela.cl
Arrival-Date: Tue, 3 Nov 2026 12:00:04 +0000

Final-Recipient: rfc822;${enviado.email}
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient
 ${enviado.email} not found by SMTP address lookup

--_000_abc123DB9PR09MB0001_
Content-Type: text/rfc822-headers

${original(enviado)}

--_000_abc123DB9PR09MB0001_--
`);
}

/** As Gmail reports it. */
export function gmailDsn(enviado: Enviado, falla: Falla = {}): Buffer {
  const { estado = '5.1.1', accion = 'failed' } = falla;
  const words =
    falla.diagnostico ??
    '550-5.1.1 The email account that you tried to reach does not exist. Please try 550 5.1.1 https://support.google.com/mail/?p=NoSuchUser a1-20020 - gsmtp';
  return crlf(`Delivered-To: hola@escuela.cl
Return-Path: <>
Received: by 2002:a05:6402:520d:b0:5d0 with SMTP id i13; Tue, 3 Nov 2026 04:00:05 -0800 (PST)
Content-Type: multipart/report; boundary="00000000000012345606"; report-type=delivery-status
To: hola@escuela.cl
Auto-Submitted: auto-replied
Subject: Delivery Status Notification (Failure)
From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
X-Failed-Recipients: ${enviado.email}
References: ${enviado.mensajeId}
In-Reply-To: ${enviado.mensajeId}
Message-ID: ${ownId()}
Date: Tue, 03 Nov 2026 04:00:05 -0800 (PST)

--00000000000012345606
Content-Type: multipart/related; boundary="00000000000012345f07"

--00000000000012345f07
Content-Type: text/plain; charset="UTF-8"

** Address not found **

Your message wasn't delivered to ${enviado.email} because the address couldn't be found.

--00000000000012345f07--
--00000000000012345606
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.com
Arrival-Date: Tue, 03 Nov 2026 04:00:05 -0800 (PST)
X-Original-Message-ID: ${enviado.mensajeId}

Final-Recipient: rfc822; ${enviado.email}
Action: ${accion}
Status: ${estado}
Remote-MTA: dns; gmail-smtp-in.l.google.com. (64.233.184.27, the server for the domain.)
Diagnostic-Code: smtp; ${words}
Last-Attempt-Date: Tue, 03 Nov 2026 04:00:05 -0800 (PST)

--00000000000012345606
Content-Type: message/rfc822

${original(enviado)}

Hola.

--00000000000012345606--
`);
}

/** A complaint as Yahoo tells it (RFC 5965). */
export function yahooArf(enviado: Enviado, kind = 'abuse'): Buffer {
  return crlf(`From: Yahoo! Mail AntiSpam Feedback <feedback@arf.mail.yahoo.com>
To: hola@escuela.cl
Subject: FW: Novedades
Date: Tue, 3 Nov 2026 13:00:00 +0000
Message-ID: ${ownId()}
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="part1_13d.2e68ed54"

--part1_13d.2e68ed54
Content-Type: text/plain; charset="US-ASCII"

This is an email abuse report for an email message from escuela.cl.

--part1_13d.2e68ed54
Content-Type: message/feedback-report

Feedback-Type: ${kind}
User-Agent: Yahoo!-Mail-Feedback/2.0
Version: 0.1
Original-Mail-From: <${enviado.rebotes}>
Original-Rcpt-To: ${enviado.email}
Received-Date: Tue, 3 Nov 2026 12:00:05 +0000
Reported-Domain: escuela.cl

--part1_13d.2e68ed54
Content-Type: message/rfc822

${original(enviado)}

Hola.

--part1_13d.2e68ed54--
`);
}

/** A complaint by Microsoft's junk mail report: the message itself, sent on. */
export function jmrp(enviado: Enviado): Buffer {
  return crlf(`From: staff@hotmail.com
To: hola@escuela.cl
Subject: complaint about message from 192.0.2.25
Date: Tue, 3 Nov 2026 13:00:00 +0000
Message-ID: ${ownId()}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="31F3A2A2"

--31F3A2A2
Content-Type: message/rfc822
Content-Disposition: inline

X-HmXmrOriginalRecipient: <${enviado.email}>
Return-Path: ${enviado.rebotes}
${original(enviado)}

Hola.

--31F3A2A2--
`);
}

/** The answer of a person who is away: the message arrived. */
export function outOfOffice(enviado: Enviado): Buffer {
  return crlf(`From: ${enviado.email}
To: ${enviado.rebotes}
Subject: Respuesta automática: Novedades
Message-ID: ${ownId()}
In-Reply-To: ${enviado.mensajeId}
Auto-Submitted: auto-replied
Content-Type: text/plain; charset=utf-8

Estoy de vacaciones. Mi casilla vieja no existe (550 5.1.1 user unknown).
`);
}

/** A letter that someone wrote to the address for bounces. */
export function letter(enviado: Enviado): Buffer {
  return crlf(`From: Rosa <${enviado.email}>
To: ${enviado.rebotes}
Subject: Re: Novedades
Message-ID: ${ownId()}
In-Reply-To: ${enviado.mensajeId}
Content-Type: text/plain; charset=utf-8

Hola, la dirección antigua ya no existe, ¿me escriben a la nueva? Fue un error 550 5.1.1.
`);
}
