// Sends commands at a steady rate, answered or not, and asks for every fifth thing as soon as its command was accepted, in a
// process of its own. Reads {writes, reads, ministry, headers, body, perSecond, seconds} as JSON, where the first two are the
// addresses of both; prints {delays, bad}, in ms from the acceptance to the answer that shows it.
import http from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

const { writes, reads, ministry, headers, body, perSecond, seconds } = JSON.parse(await text(process.stdin));
const agent = new http.Agent({ keepAlive: true, maxSockets: 200 });
// A rate that rises from nothing: what has just been started is compiled while it works.
const WARM_MS = 8000;
const ASKED = 5;

const request = (method, url, sender, sent) =>
  new Promise((resolve, reject) => {
    const options = { agent, method, headers: headers[sender % headers.length] };
    const asked = http.request(url, options, async (response) =>
      resolve({ status: response.statusCode, answer: await text(response) }),
    );
    asked.on('error', reject);
    asked.end(sent);
  });

const delays = [];
let bad = 0;
const start = performance.now();

const one = async (number) => {
  const { status, answer } = await request('POST', `${writes}/api/ministries/${ministry}/measures`, number, body);
  if (status !== 201) return bad++;
  if (number % ASKED !== 0) return;
  const accepted = performance.now();
  const { stream, revision } = JSON.parse(answer);
  const id = stream.slice(stream.indexOf('-') + 1);
  const seen = await request('GET', `${reads}/api/strategy/measures/${id}?after=${stream}@${revision}`, number);
  if (seen.status !== 200) bad++;
  else if (accepted - start > WARM_MS) delays.push(performance.now() - accepted);
};

const all = [];
for (let sent = 0, end = WARM_MS + seconds * 1000; performance.now() - start < end; await pause(2)) {
  const passed = performance.now() - start;
  const full = passed - WARM_MS;
  const due = ((full < 0 ? passed ** 2 / WARM_MS / 2 : WARM_MS / 2 + full) * perSecond) / 1000;
  for (; sent < due; sent++) all.push(one(sent));
}
await Promise.all(all);
console.log(JSON.stringify({ delays, bad }));
process.exit();
