// A stand-in for an operator's SMSC: takes SMPP binds and messages, and writes each message as a JSON line on standard output.
// Orders come as JSON lines on standard input: {"refuse":["+668…"],"undeliverable":[…],"delayMs":0,"throttle":false,"receipts":true}.
// It ends with its standard input, so that it never outlives the test that started it.
"use strict";
const readline = require("node:readline");
const smpp = require("smpp");

const orders = { refuse: [], undeliverable: [], delayMs: 0, throttle: false, receipts: true };
let lastId = 1000;
const say = (line) => process.stdout.write(JSON.stringify(line) + "\n");
const bare = (number) => String(number).replace(/^\+/, "");
const isIn = (list, number) => list.map(bare).includes(bare(number));

function take(session, pdu) {
  if (orders.throttle) {
    session.send(pdu.response({ command_status: smpp.ESME_RTHROTTLED }));
    return;
  }
  if (isIn(orders.refuse, pdu.destination_addr)) {
    session.send(pdu.response({ command_status: smpp.ESME_RINVDSTADR }));
    return;
  }
  const id = String(++lastId);
  session.send(pdu.response({ message_id: id }));
  const text = pdu.short_message.message ?? pdu.message_payload?.message ?? "";
  say({
    kind: "message", id, from: pdu.source_addr, to: pdu.destination_addr, coding: pdu.data_coding, priority: pdu.priority_flag,
    validity: String(pdu.validity_period ?? ""), text: String(text), units: String(text).length,
    hasHeader: Boolean(pdu.short_message.udh),
  });
  if (orders.receipts && pdu.registered_delivery) {
    const state = isIn(orders.undeliverable, pdu.destination_addr) ? "UNDELIV" : "DELIVRD";
    unreported.set(id, {
      source_addr: pdu.destination_addr, destination_addr: pdu.source_addr, esm_class: 4,
      short_message: `id:${id} sub:001 dlvrd:001 submit date:2601010000 done date:2601010000 stat:${state} err:000 text:`,
    });
    setTimeout(() => report(id), 50);
  }
}

// As an operator does: a receipt is kept until the gateway has taken it, and offered again when it binds again.
const unreported = new Map();
let bound = null;
function report(id) {
  if (bound && unreported.has(id)) bound.deliver_sm(unreported.get(id), () => unreported.delete(id));
}

const server = smpp.createServer((session) => {
  session.on("error", () => session.destroy());
  session.on("close", () => { if (bound === session) bound = null; });
  session.on("bind_transceiver", (pdu) => {
    session.send(pdu.response());
    bound = session;
    say({ kind: "bound" });
    setTimeout(() => [...unreported.keys()].forEach(report), 50);
  });
  session.on("enquire_link", (pdu) => session.send(pdu.response()));
  session.on("unbind", (pdu) => { session.send(pdu.response()); session.close(); });
  session.on("submit_sm", (pdu) => orders.delayMs > 0 ? setTimeout(() => take(session, pdu), orders.delayMs) : take(session, pdu));
});
server.listen(0, "127.0.0.1", () => say({ kind: "listening", port: server.address().port }));

const lines = readline.createInterface({ input: process.stdin });
lines.on("line", (line) => { Object.assign(orders, JSON.parse(line)); say({ kind: "ordered" }); });
lines.on("close", () => process.exit(0));
