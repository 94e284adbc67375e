// What removes, moves and adds turn one order of rows or items into another. Pure; tables and lists of records use it.

/// - count: how many items there were.
/// - origins: for each item as it is now, the index it had, or `null` for a new one.
/// Returns `removed` (indexes, the last first), `moved` (`[from, to]`, `to` after removal) and `added` (indexes, the first first), to be
/// done in this order, each on the result of those before.
export function arrange(count, origins) {
  const kept = origins.filter((origin) => origin !== null);
  const stays = new Set(kept);
  const removed = [];
  for (let index = count - 1; index >= 0; index--) if (!stays.has(index)) removed.push(index);
  const now = [];
  for (let index = 0; index < count; index++) if (stays.has(index)) now.push(index);
  const place = new Map(kept.map((origin, index) => [origin, index]));
  const moved = [];
  const move = (from, to) => {
    moved.push([from, to]);
    now.splice(to, 0, now.splice(from, 1)[0]);
  };
  for (let at = 0; at < kept.length; at++) {
    // One that went far down is one move, not a move of everything between.
    while (now[at] !== kept[at] && now[at + 1] === kept[at]) move(at, place.get(now[at]));
    if (now[at] !== kept[at]) move(now.indexOf(kept[at], at), at);
  }
  const added = [];
  origins.forEach((origin, index) => { if (origin === null) added.push(index); });
  return { removed, moved, added };
}

/// Whether two values of JSON are the same.
export function same(one, two) {
  if (one === two) return true;
  if (typeof one !== "object" || typeof two !== "object" || !one || !two || Array.isArray(one) !== Array.isArray(two)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(two).length && keys.every((key) => key in two && same(one[key], two[key]));
}
