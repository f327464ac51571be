/** A cursor over text that takes one pattern after another and can be set back. */
export class Scanner {
  readonly text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** Takes the pattern if the text goes on with it. The pattern must be sticky (flag y). */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at += match[0].length;
    return match;
  }

  /** Whether the text goes on with the pattern (sticky), without taking it. */
  sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  /** Runs a reader; where it gives null, the cursor stands where it stood. */
  attempt<T>(read: () => T | null): T | null {
    const start = this.at;
    const result = read();
    if (result === null) this.at = start;
    return result;
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }
}
