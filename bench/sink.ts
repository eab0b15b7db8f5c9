// A server that takes all mail and keeps none, in a process of its own; writes its address, then what it counted.
import { smtpSink } from '#tests/support/smtpSink.ts';

const sink = await smtpSink({ keep: false });
let received = 0;
let first = 0;
let last = 0;
sink.onMensaje = ({ at }) => {
  received += 1;
  if (first === 0) first = at;
  last = at;
};
console.log(sink.url);
process.stdin.on('data', () => {
  console.log(JSON.stringify({ received, ms: last - first }));
  received = 0;
  first = 0;
});
