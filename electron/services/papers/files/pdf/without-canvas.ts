// PDF.js looks for these when it is loaded in Node, and complains where no canvas library has them. Text needs none: this
// file comes before the library wherever that is brought in.
for (const name of ['DOMMatrix', 'Path2D']) {
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: Object, configurable: true, writable: true });
}

/** Stands for the parts of PDF.js that draw. */
export class Undrawn {
  destroy(): void {}
}
