// What is typed is kept in the browser until it is on the disk. A kept draft names the version of the file that it began from.
import { moment, notice } from "./dom.js";
import { t } from "./words.js";

let prefix = "showcase-draft ";
/// Drafts are those of one site: another one may be served at the same address. - id: the site's.
export function setSite(id) { prefix = `showcase-draft ${id} `; }

const keyOf = (path, digest) => `${prefix}${path} ${digest}`;

/// Keeps what would be asked for to save it (`request`), and what the form and the text show.
export function keep(path, digest, draft) {
  try {
    localStorage.setItem(keyOf(path, digest), JSON.stringify({ ...draft, digest, time: Date.now() }));
    return true;
  } catch {
    // Full or forbidden: leaving the page still asks.
    return false;
  }
}

/// Forgets the draft of a version: it is on the disk, or nothing differs.
export function drop(path, digest) {
  try {
    localStorage.removeItem(keyOf(path, digest));
  } catch {
    // Nothing was kept then.
  }
}

/// The drafts of a file, the newest first.
function kept(path) {
  const found = [];
  try {
    for (let index = 0; index < localStorage.length; index++) {
      const key = localStorage.key(index);
      if (!key.startsWith(`${prefix}${path} `)) continue;
      try {
        found.push({ key, ...JSON.parse(localStorage.getItem(key)) });
      } catch {
        // Half written when the browser ended.
        localStorage.removeItem(key);
      }
    }
  } catch {
    return [];
  }
  return found.sort((one, two) => two.time - one.time);
}

/// Puts a draft where typing does not write over it, as long as nobody has said what is to become of it; returns where.
function setAside({ key, ...content }) {
  const aside = `${key.split(" aside-")[0]} aside-${content.time}`;
  localStorage.setItem(aside, JSON.stringify(content));
  if (aside !== key) localStorage.removeItem(key);
  return aside;
}

/// Offers what was not saved, where there is something.
/// - over: where notices stand. - digest: of the file as it is now.
/// - restore: takes the draft, told whether the file is still as it was; answers whether the draft is settled. What is not is offered again.
export function offer(over, path, digest, restore) {
  const [draft] = kept(path);
  if (!draft) return;
  const aside = setAside(draft);
  const isSame = draft.digest === digest;
  const when = moment(new Date(draft.time));
  over.append(notice(t(isSame ? "draftFound" : "draftOld", { when }), [
    [t(isSame ? "draftTake" : "draftCompare"), async (box) => {
      box.remove();
      if (await restore(draft, isSame)) localStorage.removeItem(aside);
      else over.append(box);
    }, "main"],
    [t("draftDrop"), (box) => {
      localStorage.removeItem(aside);
      box.remove();
    }, "quiet"],
  ], "hint"));
}
