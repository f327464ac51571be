import { AppError } from '../../../../contract/errors.ts';
import { XmlError } from '../xml.ts';
import { openZip } from '../zip.ts';
import { attribute, elements, readTree, type TreeReading, type XmlNode } from './xml-tree.ts';

type Relationship = { id: string; type: string; target: string };

/** A Word file's parts: the document and what it is related to. */
export type DocxParts = {
  /** Reads a part related to the document by the last word of the relationship's type (styles, footnotes); null where there is none. */
  related(type: string): XmlNode | null;
  /** Reads the part that an r:id of the document names. */
  byId(id: string): XmlNode | null;
  /** Reads the document itself, offering each element to `take` (see readTree). */
  document(take: NonNullable<TreeReading['take']>): XmlNode;
};

/**
 * Opens a Word file.
 * @param alive told now and then that reading gets on.
 * @throws AppError paper-damaged where it is no ZIP, holds no document, or its XML is broken; paper-unpacks-too-large,
 *   paper-too-intricate
 */
export function openDocx(file: string, bytes: Uint8Array, alive: () => void): DocxParts {
  const zip = openZip(file, bytes);
  const read = (name: string, take?: TreeReading['take']): XmlNode | null => {
    const part = zip.read(name);
    if (part === undefined) return null;
    try {
      return readTree(part, { alive, ...(take ? { take } : {}) });
    } catch (error) {
      if (error instanceof XmlError) throw new AppError(error.code, { file }, { cause: error });
      throw error;
    }
  };
  const relationshipsOf = (part: string): Relationship[] => {
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const [root] = elements(read(`${folder}_rels/${part.slice(folder.length)}.rels`) ?? undefined);
    return elements(root).flatMap((node) => {
      const target = attribute(node, 'Target');
      if (target === undefined || attribute(node, 'TargetMode') === 'External') return [];
      return [{ id: attribute(node, 'Id') ?? '', type: (attribute(node, 'Type') ?? '').replace(/^.*\//, ''), target: resolved(folder, target) }];
    });
  };
  const main = relationshipsOf('').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const relationships = relationshipsOf(main);
  const at = (wanted: (relationship: Relationship) => boolean) => {
    const found = relationships.find(wanted);
    return found ? read(found.target) : null;
  };
  return {
    related: (type) => at((relationship) => relationship.type === type),
    byId: (id) => at((relationship) => relationship.id === id),
    document(take) {
      const root = read(main, take);
      if (root === null) throw new AppError('paper-damaged', { file });
      return root;
    },
  };
}

/** A relationship's target is relative to the part's folder, or begins at the file's root. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of (folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
