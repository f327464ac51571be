import { AppError } from '../../../../contract/errors.ts';
import { openZip } from '../zip.ts';
import { readXml, XmlError, type XmlHandlers } from '../xml.ts';

/** The parts of an Office file, by their names within it (xl/workbook.xml). */
export type Parts = {
  /** Reads a part of XML; element and attribute names come without their prefix. @returns false where there is no such part */
  read(name: string, handlers: XmlHandlers): boolean;
  /** What a part refers to: id → the part it means, and of what kind it is (worksheet, drawing, comments). */
  relations(name: string): Map<string, { kind: string; target: string }>;
};

/** @throws AppError paper-damaged, paper-unpacks-too-large; the reading of parts throws the same */
export function openParts(fileName: string, bytes: Uint8Array): Parts {
  const zip = openZip(fileName, bytes);
  const read = (name: string, { open, text, close }: XmlHandlers): boolean => {
    const part = zip.read(name);
    if (part === undefined) return false;
    try {
      readXml(part, {
        ...(open ? { open: (element) => open({ ...element, name: local(element.name) }) } : {}),
        ...(text ? { text } : {}),
        ...(close ? { close: (closed) => close(local(closed)) } : {}),
      });
    } catch (error) {
      if (error instanceof XmlError) throw new AppError(error.code, { file: fileName }, { cause: error });
      throw error;
    }
    return true;
  };
  return {
    read,
    relations(name) {
      const found = new Map<string, { kind: string; target: string }>();
      const folder = name.replace(/[^/]*$/, '');
      read(`${folder}_rels/${name.slice(folder.length)}.rels`, { open({ name: element, attributes }) {
        const { Id: id, Type: type = '', Target: target = '', TargetMode: mode } = attributes;
        if (element === 'Relationship' && id !== undefined && mode !== 'External') found.set(id, { kind: type.replace(/^.*\//, ''), target: resolved(folder, target) });
      } });
      return found;
    },
  };
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** 「../drawings/drawing1.xml」 as seen from a folder; a leading slash counts from the top. */
function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The attribute of an element under any prefix (r:id). */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([written]) => local(written) === name)?.[1];
}

/** Texts in Office files write what XML cannot hold as _x000D_. */
export function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}
