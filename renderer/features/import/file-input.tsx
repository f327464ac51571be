import { takeFiles } from './reading-queue.ts';

/** What the product reads (electron/services/papers/files). */
const ACCEPTED = '.txt,.text,.md,.markdown,.docx,.pdf,.xlsx,.csv,.tsv,.html,.htm';

/** The hidden file picker behind a button; the same file may be chosen again. */
export function FileInput({ ref }: { ref: React.Ref<HTMLInputElement> }) {
  return (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      accept={ACCEPTED}
      onChange={(event) => {
        takeFiles([...(event.currentTarget.files ?? [])]);
        event.currentTarget.value = '';
      }}
    />
  );
}
