// The version of a file that a form began from, and what it asks for so that the file becomes what the form has.
import { splice } from "./text.js";

/// Where the text begins that is edited: behind the blank lines below the head, which are nobody's words.
export function bodyOf(text, { start, end }) {
  while (start < end && text[start] === "\n") start++;
  return { start, end };
}

export class Version {
  /// - found: an answer with the file as it is on the disk. - isWhole: the file is edited as one text.
  constructor(path, found, isWhole) {
    this.path = path;
    this.isWhole = isWhole;
    this.isDraft = found.isDraft;
    this.take(found);
  }

  /// The file as it is on the disk now.
  take({ digest, text, body, isDraft }) {
    this.digest = digest;
    this.text = text;
    this.pinned = null;
    this.place = bodyOf(text, body);
    if (isDraft !== undefined) this.isDraft = isDraft;
  }

  /// A text that is not on the disk, on which the form goes on: after a remedy in the head, or a draft.
  pin(text, { body }) {
    this.pinned = text;
    this.place = bodyOf(text, body);
  }

  get whole() { return this.pinned ?? this.text; }

  /// The part that the text editor shows.
  get body() { return this.isWhole ? this.whole : this.whole.slice(this.place.start, this.place.end); }

  /// What is asked of the server, to try or to save.
  request(edits, body) {
    const { path, digest } = this;
    if (this.isWhole) return { path, digest, edits: null, text: body };
    const all = [...edits];
    if (body !== this.body) {
      const part = splice(this.body, body);
      // First, because its places count in the text that the edits begin from.
      all.unshift({ op: "text", start: this.place.start + part.start, end: this.place.start + part.end, text: part.text });
    }
    return { path, digest, edits: all, text: this.pinned };
  }

  /// What the form has, as one value to compare.
  key(edits, body) { return JSON.stringify([this.pinned, edits, body]); }

  /// Whether the bytes may differ.
  differs(edits, body) { return body !== this.body || edits.length > 0 || (this.pinned !== null && this.pinned !== this.text); }
}
