// Reads the part of YAML that Clerk's OpenAPI documents are written in: block maps and lists, texts
// on one line with quotes or without, texts of several lines after `|` or `|-`, and empty `{}` and
// `[]`. Anchors, tags, comments, folded texts and lists inside a list's own line are not read. A line
// that is none of what is read throws, so that nothing is ever half understood.

const ENTRY =
  /^(?:'((?:[^']|'')*)'|"([^"\\]*)"|([^\s'"&*!|>%@`{[#-](?:[^:]|:(?! |$))*)):(?: +(.*))?$/;

/**
 * What a document says, as JSON has it.
 *
 * @param {string} text The document.
 */
export function readYaml(text) {
  const reader = new Reader(text);
  const value = reader.block(0);
  if (!reader.isDone) throw reader.unreadable();
  return value;
}

class Reader {
  #lines;
  #at = 0;

  constructor(text) {
    this.#lines = text.split('\n').map((raw) => {
      const content = raw.trim();
      return { raw, content, indent: raw.length - raw.trimStart().length };
    });
    this.#skipBlank();
  }

  get isDone() {
    return this.#at === this.#lines.length;
  }

  unreadable() {
    return new Error(`line ${this.#at + 1} can't be read: ${this.#lines[this.#at].raw}`);
  }

  /** The map or list whose lines start at an indent. */
  block(indent) {
    return this.#isItem() ? this.#list(indent) : this.#map(indent);
  }

  #list(indent) {
    const items = [];
    while (this.#isAt(indent) && this.#isItem()) {
      const line = this.#lines[this.#at];
      const content = line.content.slice(2).trimStart();
      if (content.startsWith('- ')) throw this.unreadable();
      if (ENTRY.test(content)) {
        // A map: its first entry stands on the item's own line.
        Object.assign(line, { content, indent: indent + 2 });
        items.push(this.#map(indent + 2));
      } else {
        items.push(this.#value(content, indent));
      }
    }
    return items;
  }

  #map(indent) {
    const entries = [];
    while (this.#isAt(indent) && !this.#isItem()) {
      const entry = ENTRY.exec(this.#lines[this.#at].content);
      if (!entry) throw this.unreadable();
      const [, single, double, plain, content = ''] = entry;
      const key = single?.replaceAll("''", "'") ?? double ?? plain;
      entries.push([key, this.#value(content, indent)]);
    }
    if (entries.length === 0) throw this.unreadable();
    return Object.fromEntries(entries);
  }

  /** What stands behind a key or a dash, on its line or below it. */
  #value(content, indent) {
    if (content === '|' || content === '|-') return this.#lineText(content, indent);
    if (content !== '') return this.#scalar(content);
    this.#advance();
    const below = this.#lines[this.#at];
    // A list may stand as far left as the key that it belongs to.
    if (below && (below.indent > indent || (below.indent === indent && this.#isItem())))
      return this.block(below.indent);
    return null;
  }

  #lineText(style, indent) {
    const from = this.#at + 1;
    this.#at = from;
    const isInside = ({ content, indent: own }) => content === '' || own > indent;
    while (!this.isDone && isInside(this.#lines[this.#at])) this.#at += 1;
    const raws = this.#lines.slice(from, this.#at).map(({ raw }) => raw);
    const margin = raws.find((raw) => raw.trim() !== '')?.search(/\S/) ?? 0;
    const text = raws
      .map((raw) => raw.slice(margin))
      .join('\n')
      .replace(/\n*$/, '');
    return style === '|' ? `${text}\n` : text;
  }

  #scalar(content) {
    const value = scalarOf(content);
    if (value === undefined) throw this.unreadable();
    this.#advance();
    return value;
  }

  #isAt(indent) {
    return this.#lines[this.#at]?.indent === indent && !this.isDone;
  }

  #isItem() {
    return this.#lines[this.#at]?.content.startsWith('- ') ?? false;
  }

  #advance() {
    this.#at += 1;
    this.#skipBlank();
  }

  #skipBlank() {
    while (this.#lines[this.#at]?.content === '') this.#at += 1;
  }
}

/** The value of a text on one line; undefined when it needs more of YAML than is read here. */
function scalarOf(content) {
  if (content === '{}') return {};
  if (content === '[]') return [];
  if (/^'(?:[^']|'')*'$/.test(content)) return content.slice(1, -1).replaceAll("''", "'");
  if (content.startsWith('"')) return JSON.parse(content);
  if (/^[&*!|>%@`{[#'\]},]|^[?-](?= |$)|\s#|: /.test(content)) return undefined;
  if (/^(?:null|~)$/.test(content)) return null;
  if (/^(?:true|false)$/.test(content)) return content === 'true';
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(content) ? Number(content) : content;
}
