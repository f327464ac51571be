import { Node } from '@tiptap/core';
import type { Store } from '../shared/store.ts';

/** What a citation shows: its short form, and whether what it cites is still there. */
export type CitationLabel = { text: string; exists: boolean; title: string };
export type CitationLabels = ReadonlyMap<string, CitationLabel>;

export type CitationOptions = {
  labels: Pick<Store<CitationLabels>, 'get' | 'subscribe'>;
  /** A person chose a citation in the text, by a click or by Enter. */
  onChoose: (targetId: string) => void;
};

/** A citation of a point or note: one character of the text that shows the label of what it cites, as that is now. */
export const CitationNode = Node.create<CitationOptions>({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  marks: '',
  addAttributes: () => ({
    targetId: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-target'),
      renderHTML: ({ targetId }) => ({ 'data-target': String(targetId) }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-target]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  renderText: () => '',

  addNodeView() {
    const { labels } = this.options;
    return ({ node }) => {
      const targetId = String(node.attrs['targetId']);
      const dom = document.createElement('span');
      dom.className = 'citation';
      dom.dataset['target'] = targetId;
      const show = () => {
        const label = labels.get().get(targetId);
        dom.textContent = label?.text ?? '…';
        dom.title = label?.title ?? '';
        dom.classList.toggle('gone', label?.exists === false);
      };
      show();
      return { dom, destroy: labels.subscribe(show), ignoreMutation: () => true };
    };
  },
});
