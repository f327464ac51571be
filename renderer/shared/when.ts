import type { Language } from '../../electron/contract/messages.ts';
import type { Translate } from '../i18n/index.ts';

/**
 * A time as one would say it: 「きょう 10:42」「きのう 9:05」「11月3日」「2025年11月3日」.
 * @param iso ISO time. @param now for the words of days; the present by default.
 */
export function whenSaid(iso: string, t: Translate, language: Language, now = new Date()): string {
  const at = new Date(iso);
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const clock = at.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (days === 0) return `${t('common.today')} ${clock}`;
  if (days === 1) return `${t('common.yesterday')} ${clock}`;
  return at.toLocaleDateString(locale, { ...(at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }), month: language === 'ja' ? 'long' : 'short', day: 'numeric' });
}

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
