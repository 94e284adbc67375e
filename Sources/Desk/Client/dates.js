// Days as people type them.

const digits = { "０": 0, "１": 1, "２": 2, "３": 3, "４": 4, "５": 5, "６": 6, "７": 7, "８": 8, "９": 9 };

/// The day that a text means, as `2026-11-25`; `null` when it is none that is certain. Takes 2026年11月25日, 2026.11.25, 2026/11/25,
/// 20261125 and full-width digits; never guesses the order of day and month.
export function readDay(text) {
  const plain = text.trim().replace(/[０-９]/g, (digit) => digits[digit]).replace(/\s+/g, "");
  const found = /^(\d{4})(?:年(\d{1,2})月(\d{1,2})[日号]?|([-./．。／－])(\d{1,2})\4(\d{1,2}))$/.exec(plain) ?? /^(\d{4})()()()(\d{2})(\d{2})$/.exec(plain);
  if (!found) return null;
  const [year, month, day] = [found[1], found[2] || found[5], found[3] || found[6]].map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
