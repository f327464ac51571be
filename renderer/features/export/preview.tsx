import { useComputedColorScheme } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { InputOf, OutputOf } from '../../../electron/contract/index.ts';
import { invoke, sentenceOf } from '../../app/api.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import classes from './export.module.css';

/**
 * The report as the page that is printed. It is read under the key of useRead, so that change notices refresh it, but not
 * kept once it is out of date: with its fonts a page is some megabytes.
 */
export function usePreview(input: InputOf<'reports.preview'>) {
  return useQuery<OutputOf<'reports.preview'>>({
    queryKey: ['reports.preview', input],
    queryFn: () => invoke('reports.preview', input),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
}

/** The sheets of the report, in a frame of their own that can run nothing. They stay where they were scrolled to. */
export function Preview({ preview }: { preview: ReturnType<typeof usePreview> }) {
  const t = useT();
  const frame = useRef<HTMLIFrameElement>(null);
  const scrolled = useRef(0);
  const theme = useComputedColorScheme();
  if (preview.error) return <EmptyState title={t('export.previewFailed')} hint={sentenceOf(preview.error)} />;
  const onLoad = () => {
    const page = frame.current?.contentWindow;
    if (!page) return;
    // The sheets stay white, as they are printed; what they lie on is the theme's.
    page.document.documentElement.style.background = getComputedStyle(document.documentElement).getPropertyValue('--desk');
    page.scrollTo(0, scrolled.current);
    page.addEventListener('scroll', () => {
      scrolled.current = page.scrollY;
    });
    // a frame of srcdoc takes #… for an address of the app and would go there
    page.document.addEventListener('click', (event) => {
      const link = (event.target as Element | null)?.closest('a'); // a click's target is an element
      if (!link) return;
      event.preventDefault();
      page.document.getElementById(decodeURIComponent(link.hash.slice(1)))?.scrollIntoView();
    });
  };
  return (
    <div className={classes.preview} aria-busy={preview.isFetching}>
      {preview.data ? (
        // allow-same-origin lets this window keep the place; without allow-scripts nothing in the frame can run
        <iframe key={theme} ref={frame} title={`${t('export.preview')}　${preview.data.title}`} sandbox="allow-same-origin" srcDoc={preview.data.html} onLoad={onLoad} className={classes.frame} />
      ) : null}
      {preview.isFetching && (preview.isPlaceholderData || !preview.data) ? <p role="status" className={classes.making}>{t('export.previewing')}</p> : null}
    </div>
  );
}
