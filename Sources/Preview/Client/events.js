// One stream of events for all open pages: a browser has six connections for a server, and every stream takes one.
const ports = new Set();
let stream = null;
let known = "";
let isOffline = false;

function tell(message) {
  for (const port of ports) port.postMessage(message);
}
function open(address) {
  stream = new EventSource(address + "?after=" + encodeURIComponent(known));
  for (const name of ["reload", "style", "findings"]) {
    stream.addEventListener(name, (event) => {
      known = event.lastEventId;
      tell({ name, data: event.data });
    });
  }
  stream.addEventListener("open", () => {
    isOffline = false;
    tell({ name: "online" });
  });
  stream.addEventListener("error", () => {
    isOffline = true;
    tell({ name: "offline" });
    // The browser tries again by itself, but not after an answer that is no stream.
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => open(address), 2000);
  });
}
/// Whether a page was made before the last event. Ids are a run of the program and a number.
function isBehind(after) {
  const [run, number] = after.split("-");
  const [knownRun, knownNumber] = known.split("-");
  return run === knownRun && Number(number) < Number(knownNumber);
}
addEventListener("connect", ({ ports: [port] }) => {
  port.onmessage = ({ data }) => {
    if (data.isLeaving) {
      ports.delete(port);
      return;
    }
    ports.add(port);
    if (!stream) {
      known = data.after;
      open(data.address);
    } else if (isOffline) {
      port.postMessage({ name: "offline" });
    } else if (isBehind(data.after)) {
      port.postMessage({ name: "reload", data: "" });
    }
  };
});
