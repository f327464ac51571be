import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decode, encode } from '../../../build/chromium-shell/wire.ts';

it('brings JSON and bytes to the other side as they were', () => {
  const value = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.string({ unit: 'grapheme' }), fc.boolean(), fc.constant(null), fc.integer(), fc.uint8Array(), fc.array(tie('value')), fc.dictionary(fc.string().filter((key) => key !== '__proto__'), tie('value'), { noNullPrototype: true })),
  })).value;
  fc.assert(fc.property(value, (sent) => { expect(decode(encode(sent))).toEqual(sent); }));
});

it('sends the part of a buffer that a view shows, and no more', () => {
  const buffer = Uint8Array.from([1, 2, 3, 4, 5]);
  expect(decode(encode({ bytes: buffer.subarray(1, 3) }))).toEqual({ bytes: Uint8Array.from([2, 3]) });
});
